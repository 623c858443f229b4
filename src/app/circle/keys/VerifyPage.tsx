/** Verify missions: our number large and as a QR code, the number of each other mission, and a whole meeting at once. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useState } from 'react';
import type { Circle, CircleMission, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { useText } from '../../words.tsx';
import { Alarms } from './Alarms.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { Digits } from './Digits.tsx';
import { useKeysLook } from './keys-look.ts';
import { MeetingDialog } from './MeetingDialog.tsx';
import { OfCircle } from './OfCircle.tsx';
import { PinRow } from './PinRow.tsx';
import { QrCode } from './QrCode.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

export function VerifyPage(): ReactNode {
  return <OfCircle>{(circle, view) => <Verify key={circle.id} circle={circle} view={view} />}</OfCircle>;
}

type Wish =
  | { readonly what: 'compare' | 'vouch' | 'unpin'; readonly mission: CircleMission }
  | { readonly what: 'meeting' };

function Verify(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const [wish, setWish] = useState<Wish>();
  const [said, setSaid] = useState<string>();
  const others = view.missions.filter(({ pin, removed }) => pin !== 'own' && !removed);
  const comparable = others.filter(({ fingerprint }) => fingerprint !== undefined);
  if (view.keys !== 'ready')
    return (
      <Notice
        tone="info"
        what={text('keys.verify.notReady')}
        means={text('keys.verify.notReadyMeans')}
        actions={
          <Button as="a" size="small" href={hrefOf({ page: 'settings', id: 'keys' })}>
            {text('settings.sections.keys')}
          </Button>
        }
      />
    );
  const mustUnlock = wish !== undefined && wish.what !== 'unpin' && !view.unlocked;
  const close = () => setWish(undefined);
  return (
    <div className={styles.page}>
      <Alarms circle={circle} view={view} onCleared={setSaid} />
      {view.ownFingerprint && view.ownQr ? (
        <section className={styles.part} aria-label={text('keys.verify.ours')}>
          <h2 className={look.heading}>{text('keys.verify.oursOf', { mission: log.me.mission.name })}</h2>
          <div className={styles.number}>
            <Digits value={view.ownFingerprint} label={text('keys.verify.ours')} />
            <QrCode value={view.ownQr} label={text('keys.verify.oursQr')} />
          </div>
          <div className={styles.actions}>
            <Button
              className={styles.touch}
              icon={<Print20Regular aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {text('keys.verify.print')}
            </Button>
          </div>
        </section>
      ) : null}
      <section className={styles.part} aria-label={text('keys.verify.title')}>
        <h2 className={look.heading}>{text('keys.verify.title')}</h2>
        <p className={look.text}>{text('keys.verify.how')}</p>
        {said === undefined ? null : <Notice role="status" tone="success" what={said} />}
        {comparable.length > 1 ? (
          <div className={styles.actions}>
            <Button className={styles.touch} onClick={() => setWish({ what: 'meeting' })}>
              {text('keys.meeting.do')}
            </Button>
          </div>
        ) : null}
        {others.length === 0 ? (
          <p className={look.quiet}>{text('keys.verify.nobody')}</p>
        ) : (
          <ul className={mergeClasses(look.list, look.card)} aria-label={text('keys.verify.title')}>
            {others.map((mission) => (
              <PinRow
                key={mission.code}
                mission={mission}
                onWish={(what) => {
                  setSaid(undefined);
                  setWish({ what, mission });
                }}
              />
            ))}
          </ul>
        )}
      </section>
      {mustUnlock ? <UnlockDialog circle={circle} onUnlocked={() => setWish(wish)} onClose={close} /> : null}
      {wish && !mustUnlock && wish.what === 'meeting' ? (
        <MeetingDialog
          circle={circle}
          missions={comparable}
          onDone={(count) => {
            close();
            setSaid(text('keys.meeting.done', { count }));
          }}
          onClose={close}
        />
      ) : null}
      {wish && !mustUnlock && wish.what !== 'meeting' ? (
        <CompareDialog
          circle={circle}
          what={wish.what}
          mission={wish.mission}
          onDone={(words) => {
            close();
            setSaid(words);
          }}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
