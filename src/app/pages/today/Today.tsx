/** What needs somebody now, this week, and what waits for others; beside it the next two weeks of hearings. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { may, readsCases } from '../../../domain/roles.ts';
import { circleParts } from '../../circle/circle-parts.ts';
import { keepChoice, keptChoice } from '../../kept-choice.ts';
import { later } from '../../later.ts';
import { useLog, useView } from '../../log-context.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { stackOnPaper, useLook } from '../../shell/look.ts';
import { readsOnly, seesNoEntries } from '../../shell/open-lists.ts';
import { GroupSkeleton } from '../../shell/Skeletons.tsx';
import type { SteadyRow } from '../../table/steady-rows.ts';
import { useSteadyRows } from '../../table/use-steady-rows.ts';
import { useText } from '../../words.tsx';
import { NextDays } from '../calendar/NextDays.tsx';
import { DraftRows } from './DraftRows.tsx';
import { DutyList } from './DutyList.tsx';
import { dutyGroupNames, dutyGroups } from './duty-groups.ts';
import { NotePromise } from './NotePromise.tsx';
import { NothingNow } from './NothingNow.tsx';
import { todayViews } from './today-views.ts';
import { Whose } from './Whose.tsx';
import { dutiesFor, isMine, isShared } from './whose-duties.ts';

const CircleLine = later(
  () => import('../../circle/needs/CircleLine.tsx').then((file) => file.CircleLine),
  ...circleParts,
);
const CircleToday = later(
  () => import('../../circle/needs/CircleToday.tsx').then((file) => file.CircleToday),
  ...circleParts,
);
const Load = later(() => import('../settings/Load.tsx').then((file) => file.Load), 'pages');

const useStyles = makeStyles({
  columns: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  groups: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalXL, minInlineSize: 0 },
  group: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalS },
  above: {
    justifyContent: 'space-between',
    '&:empty': { display: 'none' },
    '@media print': { display: 'none' },
  },
  // Kept free from the start: what the circle needs arrives later and moves nothing.
  circleLine: { minBlockSize: tokens.lineHeightBase300 },
  side: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalXL, minInlineSize: 0 },
});

export function Today(): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const look = useLook();
  const other = todayViews.find(({ isFor }) => isFor(log.me));
  const opening = view.state === 'opening';
  const closed = !opening && (other !== undefined || readsOnly(log.me) || seesNoEntries(view.health, log.me));
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.today')}</h1>
      {other ? (
        <LazyPart fallback={<GroupSkeleton count={6} />}>
          <other.View />
        </LazyPart>
      ) : (
        <Duties opening={opening} closed={closed} />
      )}
    </div>
  );
}

function Duties(props: { readonly opening: boolean; readonly closed: boolean }): ReactNode {
  const { opening, closed } = props;
  const view = useView();
  const log = useLog();
  const look = useLook();
  const styles = useStyles();
  const { me } = log;
  // What the circle needs names single people.
  const hasCircle = log.circleIds.length > 0 && readsCases(me);
  const [whose, setWhose] = useState<'mine' | 'all'>(() => (keptChoice('whose') === 'mine' ? 'mine' : 'all'));
  const all = useMemo(() => dutiesFor(view.duties, me), [view.duties, me]);
  const shared = isShared(all, me);
  const natural = useMemo((): readonly SteadyRow<Duty>[] => {
    const shown = shared && whose === 'mine' ? all.filter((duty) => isMine(duty, me)) : all;
    return dutyGroups(shown, (ability) => may(me, ability)).flatMap(({ group, duties }) =>
      duties.map((duty) => ({ duty, group })),
    );
  }, [all, shared, whose, me]);
  const steady = useSteadyRows(natural, !opening && view.sync.older === undefined);
  const groups = dutyGroupNames
    .map((group) => ({ group, rows: steady.rows.filter((row) => row.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  // Whoever approves and does not keep the log themself gets the rest in brief: what could harm, and counts.
  const brief = may(me, 'approve') && !me.roles.includes('focal-point') && !me.roles.includes('deputy');
  return (
    <div className={styles.columns}>
      <div className={styles.groups} aria-busy={opening}>
        <DraftRows drafts={view.drafts} />
        <div className={mergeClasses(look.row, styles.above)}>
          {shared ? (
            <Whose
              whose={whose}
              onChange={(next) => {
                keepChoice('whose', next === 'mine' ? next : undefined);
                setWhose(next);
              }}
            />
          ) : null}
          {/* Whoever came to decide finds that first; Log… holds it too. */}
          {brief ? null : <NotePromise />}
        </div>
        {hasCircle ? (
          <div className={styles.circleLine}>
            {opening ? null : (
              <LazyPart>
                <CircleLine />
              </LazyPart>
            )}
          </div>
        ) : null}
        {opening ? <GroupSkeleton count={6} /> : null}
        {!opening && groups.length === 0 ? <NothingNow /> : null}
        <div className={styles.groups} {...steady.around}>
          {groups.map(({ group, rows }) => (
            <Group
              key={group}
              name={group}
              rows={rows}
              folded={group === 'later' || (brief && group !== 'decide' && group !== 'act-now')}
              fresh={steady.fresh}
              onAct={steady.act}
            />
          ))}
        </div>
        {opening || !hasCircle ? null : (
          <LazyPart>
            <CircleToday />
          </LazyPart>
        )}
      </div>
      {closed || readsOnly(me) ? null : (
        <div className={styles.side}>
          <NextDays />
          {!opening && may(me, 'record') ? (
            <LazyPart>
              <Load />
            </LazyPart>
          ) : null}
        </div>
      )}
    </div>
  );
}

function Group(props: {
  readonly name: string;
  readonly rows: readonly SteadyRow<Duty>[];
  readonly folded: boolean;
  readonly fresh: ReadonlySet<string>;
  readonly onAct: (id: string) => void;
}): ReactNode {
  const { name, rows } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const heading = (
    <h2 className={look.heading} style={{ display: 'inline' }}>
      {text(`today.groups.${name}`)}{' '}
      <span className={look.count}>{rows.filter(({ gone }) => !gone).length}</span>
    </h2>
  );
  const list = (
    <DutyList
      duties={rows.map(({ duty }) => duty)}
      fresh={props.fresh}
      gone={new Set(rows.filter(({ gone }) => gone).map(({ duty }) => duty.id))}
      onAct={props.onAct}
    />
  );
  if (props.folded)
    return (
      <details className={styles.group}>
        <summary>{heading}</summary>
        {list}
      </details>
    );
  return (
    <section className={styles.group} aria-label={text(`today.groups.${name}`)}>
      {heading}
      {list}
    </section>
  );
}
