/** A person's own key: six words are proposed, written down, and typed once before they count. */

import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Circle } from '../../../log/circle/circle.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { useTask } from '../use-task.ts';
import { Passwords } from './Digits.tsx';
import { useKeysLook } from './keys-look.ts';
import { useNextStep } from './use-next-step.ts';

export function PassphraseStep(props: { readonly circle: Circle; readonly onMade?: () => void }): ReactNode {
  const { circle } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const [proposed, setProposed] = useState<string>();
  const [isWritten, setWritten] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const step = `${proposed} ${isWritten}`;
  const shown = useNextStep<HTMLOListElement>(step);
  const typing = useNextStep<HTMLInputElement>(step);
  const proposing = useTask();
  const making = useTask();

  function propose(): void {
    proposing.run(async () => setProposed(await circle.keys.proposePassphrase()));
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const plain = typed.trim().toLowerCase().split(/\s+/).join(' ');
    if (proposed === undefined || plain !== proposed) {
      setWrong(true);
      typing.current?.focus();
      return;
    }
    making.run(async () => {
      await circle.keys.createOwnKey(proposed);
      props.onMade?.();
    });
  }

  const failed = proposing.failure ?? making.failure;
  return (
    <div className={styles.card}>
      <p className={look.text}>{text('keys.own.what')}</p>
      {failed === undefined ? null : (
        <FailureNotice cause={failed} onRetry={proposing.failure ? proposing.again : making.again} />
      )}
      {proposed === undefined ? (
        <div className={styles.actions}>
          <Button appearance="primary" className={styles.touch} onClick={propose} disabled={proposing.busy}>
            {text('keys.own.propose')}
          </Button>
        </div>
      ) : null}
      {proposed !== undefined && !isWritten ? (
        <>
          <Passwords value={proposed} label={text('keys.own.words')} place={shown} />
          <p className={look.text}>{text('keys.own.write')}</p>
          <div className={styles.actions}>
            <Button appearance="primary" className={styles.touch} onClick={() => setWritten(true)}>
              {text('keys.own.written')}
            </Button>
            <Button className={styles.touch} onClick={propose} disabled={proposing.busy}>
              {text('keys.own.others')}
            </Button>
          </div>
        </>
      ) : null}
      {isWritten ? (
        <form className={styles.part} onSubmit={submit} noValidate>
          <Field
            label={text('keys.own.type')}
            hint={text('keys.own.typeHint')}
            required
            {...(isWrong ? { validationMessage: text('keys.own.differs') } : {})}
          >
            <Input
              ref={(input: HTMLInputElement | null) => {
                typing.current = input;
              }}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              onChange={(_, data) => {
                setTyped(data.value);
                setWrong(false);
              }}
            />
          </Field>
          <div className={styles.actions}>
            <Button appearance="primary" type="submit" className={styles.touch} disabled={making.busy}>
              {text(making.busy ? 'keys.own.making' : 'keys.own.make')}
            </Button>
            <Button className={styles.touch} onClick={() => setWritten(false)} disabled={making.busy}>
              {text('keys.own.back')}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
