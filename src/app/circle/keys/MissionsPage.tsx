/** Missions of the circle: those connected and those not yet, their regional groups, added and removed in one action each. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { PlugConnected20Regular } from '@fluentui/react-icons/svg/plug-connected';
import { PlugDisconnected20Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { type ReactNode, useState } from 'react';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleMission, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useKeysLook } from './keys-look.ts';
import { MissionDialog } from './MissionDialog.tsx';
import { OfCircle } from './OfCircle.tsx';
import { OwnDirectory } from './OwnDirectory.tsx';
import { RemoveMission } from './RemoveMission.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

export function MissionsPage(): ReactNode {
  return <OfCircle>{(circle, view) => <Missions key={circle.id} circle={circle} view={view} />}</OfCircle>;
}

type Wish =
  | { readonly what: 'add' }
  | { readonly what: 'change' | 'remove'; readonly mission: CircleMission };

function Missions(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const [wish, setWish] = useState<Wish>();
  const mayAct = may(log.me, 'act');
  const asksForKey =
    wish !== undefined &&
    !view.unlocked &&
    (wish.what === 'remove' || isRemoved(wish)) &&
    view.keys === 'ready';
  const close = () => setWish(undefined);
  return (
    <div className={styles.page}>
      <p className={look.text}>{text('keys.missions.why')}</p>
      {view.missions.length > 0 ? (
        <ul className={mergeClasses(look.list, look.card)} aria-label={text('settings.sections.missions')}>
          {view.missions.map((mission) => (
            <MissionRow
              key={mission.code}
              mission={mission}
              {...(mayAct && view.keys === 'ready' ? { onWish: (what) => setWish({ what, mission }) } : {})}
            />
          ))}
        </ul>
      ) : (
        <p className={look.quiet}>{text('keys.missions.none')}</p>
      )}
      {mayAct && view.keys === 'ready' ? (
        <div className={styles.actions}>
          <Button appearance="primary" className={styles.touch} onClick={() => setWish({ what: 'add' })}>
            {text('keys.missions.add')}
          </Button>
        </div>
      ) : (
        <p className={look.quiet}>{text(mayAct ? 'keys.missions.notReady' : 'keys.missions.role')}</p>
      )}
      {mayAct && view.keys === 'ready' ? <OwnDirectory circle={circle} view={view} /> : null}
      {asksForKey ? <UnlockDialog circle={circle} onUnlocked={() => setWish(wish)} onClose={close} /> : null}
      {wish && !asksForKey && wish.what !== 'remove' ? (
        <MissionDialog
          circle={circle}
          {...(wish.what === 'change' ? { mission: wish.mission } : {})}
          onClose={close}
        />
      ) : null}
      {wish && !asksForKey && wish.what === 'remove' ? (
        <RemoveMission circle={circle} mission={wish.mission} onClose={close} />
      ) : null}
    </div>
  );
}

function isRemoved(wish: Wish): boolean {
  return wish.what !== 'add' && wish.mission.removed;
}

function MissionRow(props: {
  readonly mission: CircleMission;
  readonly onWish?: (what: 'change' | 'remove') => void;
}): ReactNode {
  const { mission, onWish } = props;
  const { name, connected, removed, regions, pin } = mission;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const state = removed ? 'removed' : connected ? 'connected' : 'not-connected';
  const Icon = state === 'connected' ? PlugConnected20Regular : PlugDisconnected20Regular;
  return (
    <li className={shared.item} data-mission={mission.code}>
      <span className={shared.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={shared.said}>
        <span className={look.strong}>{name}</span>
        <div className={look.text}>{text(`keys.missions.is.${state}`)}</div>
        {regions.length > 0 ? (
          <div className={look.quiet}>
            {regions.map((region) => words.text(`keys.region.${region}`)).join(' · ')}
          </div>
        ) : null}
      </div>
      {onWish ? (
        <div className={shared.actions}>
          <Button
            size="small"
            className={shared.touch}
            aria-label={text('keys.missions.changeOf', { mission: name })}
            onClick={() => onWish('change')}
          >
            {text(removed ? 'keys.missions.again' : 'keys.missions.change')}
          </Button>
          {removed || pin === 'own' ? null : (
            <Button
              size="small"
              className={shared.touch}
              aria-label={text('keys.missions.removeOf', { mission: name })}
              onClick={() => onWish('remove')}
            >
              {text('keys.missions.remove')}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}
