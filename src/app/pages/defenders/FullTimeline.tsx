/** Everything there is about somebody, month by month: one kind of it alone, a year at a press, what was done long ago too. */

import { Button, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { recordKinds } from '../../../domain/registry.ts';
import { monthInWords } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { stackOnPaper, useLook } from '../../shell/look.ts';
import { dayOfEntry } from '../../table/filter.ts';
import { useText, useWords } from '../../words.tsx';
import { Timeline } from './Timeline.tsx';
import { kindsIn, monthsOf, placeOfYear, yearsIn } from './timeline-months.ts';

const useStyles = makeStyles({
  choices: {
    border: 'none',
    margin: 0,
    padding: 0,
    '& button': { minInlineSize: 0 },
    '@media (max-width: 480px)': { '& button': { minBlockSize: '44px', minInlineSize: '44px' } },
    '@media print': { display: 'none' },
  },
  month: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalXS },
  all: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalM },
  noPrint: { '@media print': { display: 'none' } },
});

const AT_FIRST = 12;
const EACH_TIME = 50;

/** `entries` newest first. */
export function FullTimeline(props: {
  readonly entries: readonly Entry[];
  readonly empty: string;
}): ReactNode {
  const { entries, empty } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const name = useId();
  const { zone } = log.me.mission;
  const [chosen, setChosen] = useState<string>();
  const [most, setMost] = useState(AT_FIRST);
  const wanted = useRef<string>(undefined);
  const dated = useMemo(
    () => entries.map((entry) => ({ entry, day: dayOfEntry(entry, zone) })),
    [entries, zone],
  );
  const kinds = useMemo(() => kindsIn(entries), [entries]);
  // Somebody may have removed the last one of the kind.
  const kind = kinds.has(chosen ?? '') ? chosen : undefined;
  const wide = kind === undefined ? dated : dated.filter(({ entry }) => entry.kind === kind);
  const years = yearsIn(wide);
  const shown = wide.slice(0, most);
  const months = monthsOf(shown);
  const hidden = wide.length - shown.length;
  useEffect(() => {
    if (wanted.current === undefined) return;
    const heading = document.getElementById(`${name}${wanted.current}`);
    wanted.current = undefined;
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus();
  });
  if (entries.length === 0) return <p className={look.quiet}>{empty}</p>;
  function goTo(year: string): void {
    const place = placeOfYear(wide, year);
    wanted.current = wide[place]?.day.slice(0, 7);
    setMost((before) => Math.max(before, place + AT_FIRST));
  }
  return (
    <div className={styles.all}>
      {kinds.size > 1 ? (
        <fieldset className={mergeClasses(look.row, styles.choices)} aria-label={text('defenders.onlyKind')}>
          <ToggleButton size="small" checked={kind === undefined} onClick={() => setChosen(undefined)}>
            {text('shell.search.everyKind', { count: entries.length })}
          </ToggleButton>
          {recordKinds
            .filter(({ key }) => kinds.has(key))
            .map(({ key }) => (
              <ToggleButton key={key} size="small" checked={kind === key} onClick={() => setChosen(key)}>
                {text('shell.search.kind', { kind: text(`kinds.${key}.many`), count: kinds.get(key) ?? 0 })}
              </ToggleButton>
            ))}
        </fieldset>
      ) : null}
      {years.length > 1 ? (
        <fieldset className={mergeClasses(look.row, styles.choices)} aria-label={text('defenders.toYear')}>
          <span className={look.quiet} aria-hidden="true">
            {text('defenders.toYear')}
          </span>
          {years.map((year) => (
            <Button key={year} size="small" appearance="subtle" onClick={() => goTo(year)}>
              {year}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {months.map(({ month, entries: ofMonth }) => (
        <section key={month} className={styles.month} aria-labelledby={`${name}${month}`}>
          <h3
            id={`${name}${month}`}
            tabIndex={-1}
            className={mergeClasses(look.heading, look.capital)}
            style={{ outlineStyle: 'none' }}
          >
            {monthInWords(`${month}-01`, words.locale)}
          </h3>
          <Timeline entries={ofMonth} empty="" whole />
        </section>
      ))}
      {hidden > 0 ? (
        <div className={styles.noPrint}>
          <Button size="small" onClick={() => setMost(most + EACH_TIME)}>
            {text('defenders.showOlder', { count: Math.min(hidden, EACH_TIME) })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
