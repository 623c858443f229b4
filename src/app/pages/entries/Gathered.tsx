/** Under a case: what was logged about it and about the people in it, before and since, so that past support stays in view. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { aboutOf, codesOf, type Entry } from '../../../domain/record-kind.ts';
import { defenderKind } from '../../known-codes.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { allEntries } from '../../table/all-entries.ts';
import { useText } from '../../words.tsx';
import { Timeline } from '../defenders/Timeline.tsx';

const useStyles = makeStyles({ part: { display: 'grid', rowGap: tokens.spacingVerticalS } });

export function Gathered(props: { readonly entry: Entry }): ReactNode {
  const { entry } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const { zone } = log.me.mission;
  const { own, others } = useMemo(
    () => gathered(entry, allEntries(view.entries, zone)),
    [entry, view.entries, zone],
  );
  return (
    <>
      <section className={styles.part} aria-label={text('entries.gathered.own')}>
        <h3 className={look.heading}>{text('entries.gathered.own')}</h3>
        <Timeline entries={own} empty={text('entries.gathered.none')} />
      </section>
      {others.length > 0 ? (
        <section className={styles.part} aria-label={text('entries.gathered.people')}>
          <h3 className={look.heading}>{text('entries.gathered.people')}</h3>
          <Timeline entries={others} empty="" />
        </section>
      ) : null}
    </>
  );
}

/** What names the case or points to it, or to what points to it; and everything else about the people in it. */
function gathered(
  entry: Entry,
  all: readonly Entry[],
): { readonly own: readonly Entry[]; readonly others: readonly Entry[] } {
  const code = aboutOf(entry.record);
  const people = new Set(codesOf(entry.record));
  const near = all.filter(
    (other) =>
      other.entry !== entry.entry &&
      other.kind !== defenderKind &&
      codesOf(other.record).some((each) => people.has(each)),
  );
  const inside = new Set<unknown>([entry.entry]);
  const points = (other: Entry): boolean =>
    Object.values(other.record).some((value) => typeof value === 'string' && inside.has(value));
  // A proceeding points to the case, a hearing to the proceeding, an observation to the hearing.
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const other of near) if (points(other)) inside.add(other.entry);
  }
  const isOwn = (other: Entry): boolean =>
    inside.has(other.entry) || (code !== undefined && codesOf(other.record).includes(code));
  return { own: near.filter(isOwn), others: near.filter((other) => !isOwn(other)) };
}
