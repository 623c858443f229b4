/** What needs somebody now, this week, and what waits for others; beside it the next two weeks of hearings. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Duty } from '../../domain/duties/duty.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { seesNoEntries } from '../shell/open-lists.ts';
import { GroupSkeleton } from '../shell/Skeletons.tsx';
import { useText } from '../words.tsx';
import { DraftRows } from './DraftRows.tsx';
import { DutyList } from './DutyList.tsx';
import { dutyGroups } from './duty-groups.ts';
import { NextDays } from './NextDays.tsx';
import { NothingNow } from './NothingNow.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  groups: { display: 'grid', rowGap: tokens.spacingVerticalXL, minInlineSize: 0 },
  group: { display: 'grid', rowGap: tokens.spacingVerticalS },
});

export function Today(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const opening = view.state === 'opening';
  const groups = dutyGroups(view.duties);
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.today')}</h1>
      <div className={styles.columns}>
        <div className={styles.groups} aria-busy={opening}>
          <DraftRows drafts={view.drafts} />
          {opening ? <GroupSkeleton count={6} /> : null}
          {!opening && groups.length === 0 ? <NothingNow /> : null}
          {groups.map(({ group, duties }) => (
            <Group key={group} name={group} duties={duties} folded={group === 'later'} />
          ))}
        </div>
        {!opening && seesNoEntries(view.health, log.me) ? null : <NextDays />}
      </div>
    </div>
  );
}

function Group(props: {
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly folded: boolean;
}): ReactNode {
  const { name, duties } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const heading = (
    <h2 className={look.heading} style={{ display: 'inline' }}>
      {text(`today.groups.${name}`)} <span className={look.count}>{duties.length}</span>
    </h2>
  );
  const rows = <DutyList duties={duties} />;
  if (props.folded)
    return (
      <details className={styles.group}>
        <summary>{heading}</summary>
        {rows}
      </details>
    );
  return (
    <section className={styles.group} aria-label={text(`today.groups.${name}`)}>
      {heading}
      {rows}
    </section>
  );
}
