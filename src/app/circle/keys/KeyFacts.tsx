/** How the keys of a mission stand: this person's, the mission's by epoch, the sheet in the safe, and what changes them. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isVerified } from '../../../domain/circle/meeting-agenda.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { useText } from '../../words.tsx';
import { Epochs } from './Epochs.tsx';
import { HandOverHead } from './HandOverHead.tsx';
import { HeadStep } from './HeadStep.tsx';
import { useKeysLook } from './keys-look.ts';
import { PassphraseStep } from './PassphraseStep.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import { SheetStep } from './SheetStep.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

export function KeyFacts(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly sheet: string | undefined;
  readonly onSheet: (code: string | undefined) => void;
}): ReactNode {
  const { circle, view, sheet, onSheet } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  if (sheet !== undefined) return <SheetStep code={sheet} onConfirmed={() => onSheet(undefined)} />;
  const mayAct = may(log.me, 'act');
  return (
    <div className={styles.page}>
      <NextStep view={view} />
      <section className={styles.part} aria-label={text('keys.own.title')}>
        <h2 className={look.heading}>{text('keys.own.title')}</h2>
        <OwnKey circle={circle} view={view} />
      </section>
      {circle.keys.waiting.length > 0 ? (
        <section className={styles.part} aria-label={text('keys.head.title')}>
          <h2 className={look.heading}>{text('keys.head.title')}</h2>
          <HeadStep circle={circle} view={view} />
        </section>
      ) : null}
      <HandOverHead circle={circle} view={view} />
      <section className={styles.part} aria-label={text('keys.epochs.title')}>
        <h2 className={look.heading}>{text('keys.epochs.title')}</h2>
        <Epochs circle={circle} view={view} />
      </section>
      {mayAct ? (
        <section className={styles.part} aria-label={text('keys.sheet.heading')}>
          <h2 className={look.heading}>{text('keys.sheet.heading')}</h2>
          <RecoverySheet circle={circle} onSheet={onSheet} />
        </section>
      ) : null}
      <p className={look.text}>
        <a className={look.link} href={hrefOf({ page: 'settings', id: 'verify' })}>
          {text('settings.sections.verify')}
        </a>
        {' · '}
        <a className={look.link} href={hrefOf({ page: 'settings', id: 'missions' })}>
          {text('settings.sections.missions')}
        </a>
      </p>
    </div>
  );
}

/** The last step of the set-up, which is taken with others: until one of them is verified, nothing can be sent to anybody. */
function NextStep(props: { readonly view: CircleView }): ReactNode {
  const { keys, missions } = props.view;
  const own = useLog().me.mission.code;
  const text = useText();
  if (keys !== 'ready' || missions.some(({ code, pin }) => code !== own && isVerified(pin))) return null;
  return (
    <Notice
      tone="success"
      what={text('keys.setUp.ready')}
      means={text('keys.setUp.readyMeans')}
      actions={
        <Button as="a" size="small" href={hrefOf({ page: 'settings', id: 'verify' })}>
          {text('keys.setUp.toVerify')}
        </Button>
      }
    />
  );
}

function OwnKey(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const [isUnlocking, setUnlocking] = useState(false);
  const [isForgotten, setForgotten] = useState(false);
  if (view.keys === 'no-own-key' || isForgotten)
    return (
      <>
        {isForgotten ? (
          <Notice
            tone="warning"
            what={text('keys.own.forgottenWhat')}
            means={text(circle.keys.isHead ? 'keys.own.forgottenHead' : 'keys.own.forgottenMeans')}
            actions={
              <Button size="small" onClick={() => setForgotten(false)}>
                {text('shell.cancel')}
              </Button>
            }
          />
        ) : null}
        <PassphraseStep circle={circle} onMade={() => setForgotten(false)} />
      </>
    );
  return (
    <div className={styles.card}>
      <p className={look.text} role="status">
        {text(view.unlocked ? 'keys.own.unlocked' : 'keys.own.locked')}
      </p>
      <div className={styles.actions}>
        {view.unlocked ? (
          <Button className={styles.touch} onClick={() => circle.keys.lock()}>
            {text('keys.own.lock')}
          </Button>
        ) : (
          <Button appearance="primary" className={styles.touch} onClick={() => setUnlocking(true)}>
            {text('keys.unlock.do')}
          </Button>
        )}
        <Button className={styles.touch} onClick={() => setForgotten(true)}>
          {text('keys.own.forgotten')}
        </Button>
      </div>
      {isUnlocking ? (
        <UnlockDialog circle={circle} onUnlocked={() => undefined} onClose={() => setUnlocking(false)} />
      ) : null}
    </div>
  );
}
