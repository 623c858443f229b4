/** What the circle needs of this mission; what comes meanwhile is marked and waits below, nothing moves under the pointer. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Gavel20Regular } from '@fluentui/react-icons/svg/gavel';
import { Key20Regular } from '@fluentui/react-icons/svg/key';
import { PeopleSearch20Regular } from '@fluentui/react-icons/svg/people-search';
import { Question20Regular } from '@fluentui/react-icons/svg/question';
import { ShieldTask20Regular } from '@fluentui/react-icons/svg/shield-task';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useMemo } from 'react';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type { Me } from '../../../log/log.ts';
import { keepChoice } from '../../kept-choice.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import type { SteadyRow } from '../../table/steady-rows.ts';
import { useSteadyRows } from '../../table/use-steady-rows.ts';
import { useText, useWords } from '../../words.tsx';
import { CodeName } from '../CodeName.tsx';
import { useCircleLook } from '../circle-look.ts';
import { CIRCLE_CHOICE, nameOf } from '../circle-name.ts';
import { HearingWord } from '../hearings/HearingWord.tsx';
import { useHearingWords } from '../hearings/hearing-words.ts';
import { useAsked, useMissionWords } from '../mission-words.ts';
import { useTask } from '../use-task.ts';
import { type CircleNeed, needsOf } from './needs.ts';

const icons = {
  delete: Delete20Regular,
  hearing: Gavel20Regular,
  request: Question20Regular,
  alarm: Warning20Regular,
  match: PeopleSearch20Regular,
  keys: Key20Regular,
  verify: ShieldTask20Regular,
} as const satisfies Record<CircleNeed['what'], unknown>;

interface Parts {
  readonly circle: Circle;
  readonly view: CircleView;
}

/** `brief`: on Today, where it stands only while there is something. */
export function NeedsUs(
  props: Parts & {
    readonly brief?: true;
    readonly several?: boolean;
    /** Somebody points at the page it stands on. */
    readonly held?: boolean;
  },
): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useCircleLook();
  const today = log.today();
  const own = log.me.mission.code;
  const natural = useMemo(
    (): readonly SteadyRow<CircleNeed>[] =>
      needsOf(view, own, today, circle.matching.runs).map((need) => ({ duty: need, group: 'circle' })),
    [circle, view, own, today],
  );
  const steady = useSteadyRows(natural, view.state === 'ready' && view.opening === undefined, props.held);
  if (props.brief && steady.rows.length === 0) return null;
  return (
    <section
      className={styles.part}
      aria-label={text('circle.needs.title')}
      // Every step leads into this circle, whichever was looked at last.
      {...(props.several ? { onClickCapture: () => keepChoice(CIRCLE_CHOICE, circle.id) } : {})}
      {...steady.around}
    >
      <h2 className={look.heading}>
        {props.several ? nameOf(circle) : text(props.brief ? 'circle.needs.onToday' : 'circle.needs.title')}{' '}
        <span className={look.count}>{steady.rows.filter(({ gone }) => !gone).length}</span>
      </h2>
      {steady.rows.length === 0 ? (
        <p className={mergeClasses(look.card, look.text, styles.item)}>
          <span className={styles.side}>{text('circle.needs.nothing')}</span>
        </p>
      ) : (
        <ul className={mergeClasses(look.list, look.card)}>
          {steady.rows.map(({ duty, gone }) => (
            <NeedRow
              key={duty.id}
              need={duty}
              circle={circle}
              view={view}
              fresh={steady.fresh.has(duty.id)}
              gone={gone === true}
              onAct={() => steady.act(duty.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function NeedRow(
  props: Parts & {
    readonly need: CircleNeed;
    readonly fresh: boolean;
    readonly gone: boolean;
    readonly onAct: () => void;
  },
): ReactNode {
  const { need, circle, view, gone } = props;
  const text = useText();
  const look = useLook();
  const styles = useCircleLook();
  const Icon = icons[need.what];
  return (
    <li className={mergeClasses(styles.item, gone && styles.gone)} data-need={need.what}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={styles.said}>
        {gone ? <Gone need={need} view={view} /> : <Sentence need={need} view={view} />}{' '}
        {props.fresh ? <span className={look.chip}>{text('circle.new')}</span> : null}
        {gone ? <span className={look.chip}>{text('circle.settled')}</span> : null}
      </div>
      {gone ? null : (
        <div className={styles.actions}>
          <Step need={need} circle={circle} view={view} onAct={props.onAct} />
        </div>
      )}
    </li>
  );
}

/** What was settled stays to be read; what was taken back meanwhile is gone from here too. */
function Gone(props: { readonly need: CircleNeed; readonly view: CircleView }): ReactNode {
  const { need, view } = props;
  const text = useText();
  const id = need.what === 'hearing' ? need.hearing.entry : need.what === 'request' ? need.request.entry : '';
  const row = view.entries.find(({ entry }) => entry === id);
  if (id !== '' && (row === undefined || row.withheld))
    return text(`circle.withheld.${row?.withheld ?? 'retracted'}.what`);
  return <Sentence need={need} view={view} />;
}

function Sentence(props: { readonly need: CircleNeed; readonly view: CircleView }): ReactNode {
  const { need, view } = props;
  const text = useText();
  const words = useWords();
  const missions = useMissionWords(view);
  const hearings = useHearingWords(view);
  const asked = useAsked(view);
  const log = useLog();
  switch (need.what) {
    case 'delete':
      return (
        <>
          <CodeName code={need.row.code} linked={need.row.linked} />
          {text(`circle.needs.delete.${need.row.withheld === 'withdrawn' ? 'withdrawn' : 'retracted'}`, {
            mission: missions.name(need.row.from),
          })}
        </>
      );
    case 'hearing':
      return (
        <>
          <CodeName code={need.hearing.code} linked={need.hearing.linked} />
          {hearings.when(need.hearing)}
          {' · '}
          <strong>{hearings.alert(need.hearing)}</strong>
        </>
      );
    case 'request':
      return (
        <>
          <CodeName
            code={need.request.code}
            linked={view.entries.find(({ entry }) => entry === need.request.entry)?.linked}
          />
          {[
            asked(need.request),
            need.request.urgency && text(`circle.urgencies.${need.request.urgency}`),
            need.request.by && text('circle.requests.by', { day: words.day(need.request.by) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </>
      );
    case 'alarm':
      return text(`circle.alarms.${need.alarm}`, { mission: missions.name(need.mission) });
    case 'match':
      return text('circle.needs.match', { mission: missions.name(need.mission) });
    case 'keys':
      return text(`circle.needs.keys.${isAwaited(need.state, view, log.me) ? 'head' : need.state}`);
    case 'verify':
      return text(need.changed ? 'circle.needs.verifyAgain' : 'circle.needs.verify', {
        mission: missions.name(need.mission),
      });
  }
}

/** A head of mission without a key, before whose first signature nothing goes in or out. */
function isAwaited(state: string, view: CircleView, me: Me): boolean {
  return state === 'no-own-key' && view.ownFingerprint === undefined && may(me, 'approve');
}

function Step(props: Parts & { readonly need: CircleNeed; readonly onAct: () => void }): ReactNode {
  const { need, circle, view, onAct } = props;
  const text = useText();
  const styles = useCircleLook();
  const task = useTask();
  switch (need.what) {
    case 'hearing':
      return <HearingWord circle={circle} view={view} hearing={need.hearing} onAct={onAct} />;
    case 'request':
      return (
        <Button
          as="a"
          size="small"
          className={styles.touch}
          href={hrefOf({ page: 'circle', id: need.request.entry })}
        >
          {text('circle.needs.answer')}
        </Button>
      );
    case 'delete':
      return (
        <>
          <Button
            size="small"
            className={styles.touch}
            disabledFocusable={task.busy}
            onClick={() => {
              onAct();
              task.run(() => circle.sharing.confirmDeletion(need.row.entry));
            }}
          >
            {text('circle.needs.deleted')}
          </Button>
          {task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />}
        </>
      );
    case 'match':
      return (
        <Button
          as="a"
          size="small"
          className={styles.touch}
          href={hrefOf({ page: 'circle', id: 'same-person' })}
        >
          {text('circle.needs.to.match')}
        </Button>
      );
    case 'keys':
    case 'verify':
    case 'alarm':
      return (
        <Button
          as="a"
          size="small"
          className={styles.touch}
          href={hrefOf({ page: 'settings', id: need.what === 'keys' ? 'keys' : 'verify' })}
        >
          {text(`circle.needs.to.${need.what}`)}
        </Button>
      );
  }
}
