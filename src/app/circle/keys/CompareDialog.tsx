/** One mission's number beside what they read or show: the same, or told that it differs; vouching and taking back as well. */

import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Circle, CircleMission } from '../../../log/circle/circle.ts';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { Digits } from './Digits.tsx';
import { scanned } from './key-words.ts';

interface Props {
  readonly circle: Circle;
  readonly mission: CircleMission;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

export function CompareDialog(props: Props & { readonly what: 'compare' | 'vouch' | 'unpin' }): ReactNode {
  const { circle, what, mission, onDone, onClose } = props;
  const text = useText();
  const look = useLook();
  const { name } = mission;
  if (what === 'compare')
    return <Compare circle={circle} mission={mission} onDone={onDone} onClose={onClose} />;
  return (
    <FormDialog
      alert
      title={text(`keys.${what}.doFor`, { mission: name })}
      save={text(`keys.${what}.do`)}
      blocked={false}
      onSave={async () => {
        await (what === 'vouch' ? circle.pins.vouch(mission.code) : circle.pins.unpin(mission.code));
        onDone(text(`keys.${what}.done`, { mission: name }));
      }}
      onClose={onClose}
    >
      {() => <p className={look.text}>{text(`keys.${what}.means`)}</p>}
    </FormDialog>
  );
}

type Seen = 'same' | 'differs';

function Compare({ circle, mission, onDone, onClose }: Props): ReactNode {
  const text = useText();
  const look = useLook();
  const { name, code, fingerprint = '' } = mission;
  const [seen, setSeen] = useState<Seen>();
  const [pasted, setPasted] = useState('');
  const [differs, setDiffers] = useState(false);
  const isPasted = pasted.trim() !== '';
  const read = scanned(pasted);
  // Said at once, and nothing is there to press: what differs is never verified.
  const readsOther = !isPasted && seen === 'differs';
  const isOther = isPasted && (read === undefined || read.mission !== code);

  async function verify(): Promise<void> {
    setDiffers(false);
    try {
      await circle.pins.verify([
        { mission: code, fingerprint: isPasted ? (read?.digits ?? '') : fingerprint },
      ]);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      setDiffers(true);
      return;
    }
    onDone(text('keys.compare.done', { mission: name }));
  }

  return (
    <FormDialog
      title={text('keys.compare.doFor', { mission: name })}
      save={text('keys.compare.confirm')}
      blocked={isPasted ? isOther : seen === undefined}
      unsavable={readsOther}
      onSave={verify}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>{text('keys.compare.how', { mission: name })}</p>
          {mission.pin === 'broken' ? (
            <Notice tone="warning" what={text('keys.compare.broken', { mission: name })} />
          ) : null}
          <Digits value={fingerprint} label={text('keys.compare.number', { mission: name })} />
          <Field
            label={text('keys.compare.question')}
            required={!isPasted}
            {...(tried && !isPasted && seen === undefined
              ? { validationMessage: text('keys.compare.choose') }
              : {})}
          >
            <RadioGroup
              value={seen ?? ''}
              disabled={isPasted}
              onChange={(_, data) => {
                setDiffers(false);
                setSeen(data.value === 'same' ? 'same' : 'differs');
              }}
            >
              <Radio value="same" label={text('keys.compare.same')} />
              <Radio value="differs" label={text('keys.compare.differs')} />
            </RadioGroup>
          </Field>
          <Field
            label={text('keys.compare.paste')}
            hint={text('keys.compare.pasteHint')}
            {...(isOther ? { validationMessage: text('keys.compare.otherCode', { mission: name }) } : {})}
          >
            <Textarea
              value={pasted}
              dir="ltr"
              rows={2}
              textarea={{ spellCheck: false, autoComplete: 'off' }}
              onChange={(_, data) => {
                setDiffers(false);
                setPasted(data.value);
              }}
            />
          </Field>
          {differs || readsOther ? (
            <Notice
              role="alert"
              tone="error"
              what={text('keys.compare.differsWhat', { mission: name })}
              means={text('keys.compare.differsMeans')}
              next={text('keys.compare.differsNext')}
            />
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
