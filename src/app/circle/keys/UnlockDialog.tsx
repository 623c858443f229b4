/** Asks for the six words once; what was to be done goes on by itself. */

import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Circle } from '../../../log/circle/circle.ts';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { keyFault } from './key-words.ts';

export function UnlockDialog(props: {
  readonly circle: Circle;
  readonly onUnlocked: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, onUnlocked, onClose } = props;
  const text = useText();
  const look = useLook();
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string>();
  const count = words.trim() === '' ? 0 : words.trim().split(/\s+/).length;

  async function unlock(): Promise<void> {
    try {
      await circle.keys.unlock(words);
    } catch (cause) {
      const fault = keyFault(text, cause);
      if (fault === undefined) throw cause;
      setWrong(fault);
      return;
    }
    onClose();
    onUnlocked();
  }

  return (
    <FormDialog
      title={text('keys.unlock.title')}
      save={text('keys.unlock.do')}
      saving={text('keys.unlock.doing')}
      blocked={count !== 6}
      onSave={unlock}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>{text('keys.unlock.why')}</p>
          <Field
            label={text('keys.unlock.words')}
            hint={text('keys.unlock.hint')}
            required
            {...(wrong !== undefined
              ? { validationMessage: wrong }
              : tried && count !== 6
                ? { validationMessage: text('keys.unlock.six', { count }) }
                : {})}
          >
            <Input
              type="password"
              value={words}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              onChange={(_, data) => {
                setWords(data.value);
                setWrong(undefined);
              }}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
