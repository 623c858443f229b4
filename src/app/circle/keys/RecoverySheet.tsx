/** The sheet in the safe: whether it opens the latest keys, when somebody last tried it, and a new one. */

import { Button, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Circle } from '../../../log/circle/circle.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useTask } from '../use-task.ts';
import { keyFault } from './key-words.ts';
import { useKeysLook } from './keys-look.ts';

export function RecoverySheet(props: {
  readonly circle: Circle;
  readonly onSheet: (code: string) => void;
}): ReactNode {
  const { circle, onSheet } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useKeysLook();
  const making = useTask();
  const [fault, setFault] = useState<string>();
  const [isDrilling, setDrilling] = useState(false);
  const [opened, setOpened] = useState<number>();
  const { hasSheet, drilledOn } = circle.keys;

  async function make(): Promise<void> {
    setFault(undefined);
    try {
      onSheet((await circle.keys.newSheet()).recoveryCode);
    } catch (cause) {
      const said = keyFault(text, cause);
      if (said === undefined) throw cause;
      setFault(said);
    }
  }

  return (
    <div className={styles.card}>
      {hasSheet ? (
        <p className={look.text}>
          {drilledOn ? text('keys.sheet.tried', { day: words.day(drilledOn) }) : text('keys.sheet.untried')}
        </p>
      ) : (
        <Notice tone="warning" what={text('keys.sheet.missing')} means={text('keys.sheet.missingMeans')} />
      )}
      {opened === undefined ? null : (
        <Notice role="status" tone="success" what={text('keys.drill.opened', { count: opened })} />
      )}
      {fault === undefined ? null : <Notice tone="warning" role="alert" what={fault} />}
      {making.failure === undefined ? null : <FailureNotice cause={making.failure} onRetry={making.again} />}
      <div className={styles.actions}>
        {hasSheet ? (
          <Button className={styles.touch} onClick={() => setDrilling(true)}>
            {text('keys.drill.do')}
          </Button>
        ) : null}
        <Button
          {...(hasSheet ? {} : { appearance: 'primary' as const })}
          className={styles.touch}
          disabled={making.busy}
          onClick={() => making.run(make)}
        >
          {text('keys.sheet.new')}
        </Button>
      </div>
      {isDrilling ? <Drill circle={circle} onOpened={setOpened} onClose={() => setDrilling(false)} /> : null}
    </div>
  );
}

function Drill(props: {
  readonly circle: Circle;
  readonly onOpened: (count: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, onOpened, onClose } = props;
  const text = useText();
  const look = useLook();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const isEmpty = code.trim() === '';

  async function drill(): Promise<void> {
    try {
      const { opened } = await circle.keys.drill(code);
      onOpened(opened);
      onClose();
    } catch (cause) {
      const said = keyFault(text, cause);
      if (said === undefined) throw cause;
      setWrong(said);
    }
  }

  return (
    <FormDialog
      title={text('keys.drill.title')}
      save={text('keys.drill.try')}
      saving={text('keys.drill.trying')}
      blocked={isEmpty}
      onSave={drill}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>{text('keys.drill.what')}</p>
          <Field
            label={text('keys.drill.code')}
            hint={text('keys.drill.hint')}
            required
            {...(wrong !== undefined
              ? { validationMessage: wrong }
              : tried && isEmpty
                ? { validationMessage: text('keys.drill.empty') }
                : {})}
          >
            <Input
              value={code}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              onChange={(_, data) => {
                setCode(data.value);
                setWrong(undefined);
              }}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
