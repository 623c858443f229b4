/** What waits for the head of mission: told to everybody, signed by the head in one click. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type { WaitingCard } from '../../../log/circle/contract/keys.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { useTask } from '../use-task.ts';
import { useKeysLook } from './keys-look.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

export function HeadStep(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const signing = useTask();
  const looking = useTask();
  const [isUnlocking, setUnlocking] = useState(false);
  const { waiting, isHead } = circle.keys;
  const hasHead = view.ownFingerprint !== undefined;

  function sign(): void {
    if (circle.view().unlocked) signing.run(() => circle.keys.signCards());
    else setUnlocking(true);
  }

  return (
    <div className={styles.card}>
      <p className={look.text}>{text(isHead ? 'keys.head.you' : 'keys.head.they')}</p>
      <div>
        <h3 className={look.heading}>{text('keys.head.waiting')}</h3>
        <ul className={styles.list} aria-label={text('keys.head.waiting')}>
          {waiting.map((card) => (
            <li key={`${card.use} ${card.kid}`} className={look.text}>
              {cardWords(text, card)}
            </li>
          ))}
        </ul>
      </div>
      {isHead ? null : (
        <ol className={styles.list}>
          {(['open', 'own', 'sign'] as const).map((step) => (
            <li key={step} className={look.text}>
              {text(`keys.head.do.${step}`)}
            </li>
          ))}
        </ol>
      )}
      {signing.failure === undefined ? null : (
        <FailureNotice cause={signing.failure} onRetry={signing.again} />
      )}
      {looking.failure === undefined ? null : (
        <FailureNotice cause={looking.failure} onRetry={looking.again} />
      )}
      <div className={styles.actions}>
        {isHead ? (
          <Button appearance="primary" className={styles.touch} disabled={signing.busy} onClick={sign}>
            {text(signing.busy ? 'keys.head.signing' : 'keys.head.sign', { count: waiting.length })}
          </Button>
        ) : null}
        <Button
          className={styles.touch}
          disabled={looking.busy}
          onClick={() => looking.run(() => circle.refresh())}
        >
          {text(looking.busy ? 'keys.head.looking' : 'keys.head.look')}
        </Button>
      </div>
      {hasHead && !isHead && may(log.me, 'approve') ? <BeginAnew circle={circle} /> : null}
      {isUnlocking ? (
        <UnlockDialog
          circle={circle}
          onUnlocked={() => signing.run(() => circle.keys.signCards())}
          onClose={() => setUnlocking(false)}
        />
      ) : null}
    </div>
  );
}

/** A head whom nobody handed over to: said plainly, because every other mission must compare numbers again. */
function BeginAnew(props: { readonly circle: Circle }): ReactNode {
  const { circle } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const task = useTask();
  const [isUnlocking, setUnlocking] = useState(false);
  const begin = () => task.run(() => circle.keys.beginAnew());
  return (
    <div className={styles.part}>
      <h3 className={look.heading}>{text('keys.anew.title')}</h3>
      <p className={look.text}>{text('keys.anew.means')}</p>
      {task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />}
      <div className={styles.actions}>
        <Button
          className={styles.touch}
          disabled={task.busy}
          onClick={() => (circle.view().unlocked ? begin() : setUnlocking(true))}
        >
          {text('keys.anew.do')}
        </Button>
      </div>
      {isUnlocking ? (
        <UnlockDialog circle={circle} onUnlocked={begin} onClose={() => setUnlocking(false)} />
      ) : null}
    </div>
  );
}

function cardWords(text: ReturnType<typeof useText>, { use, name, ends }: WaitingCard): string {
  return text(`keys.card.${ends ? 'left' : use}`, { name: name ?? '' });
}
