/** The hearings of the next two weeks: court's time and mine, and in words where nobody goes yet. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { addDays } from '../../../domain/ids.ts';
import { appointments, type Mark, marksBetween } from '../../calendar-marks.ts';
import { listedDay } from '../../day-words.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { useText, useWords } from '../../words.tsx';
import { MarkLine } from './MarkLine.tsx';

const useStyles = makeStyles({
  side: { display: 'grid', rowGap: tokens.spacingVerticalS, minInlineSize: 0 },
  day: { display: 'grid', rowGap: tokens.spacingVerticalXS, paddingBlock: tokens.spacingVerticalXS },
  noPrint: { '@media print': { display: 'none' } },
  rows: { paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS },
});

const DAYS_AHEAD = 14;

export function NextDays(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const today = log.today();
  const marks = marksBetween(view, today, addDays(today, DAYS_AHEAD), today, appointments);
  const byDay = new Map<string, Mark[]>();
  for (const mark of marks) byDay.set(mark.day, [...(byDay.get(mark.day) ?? []), mark]);
  return (
    <section className={styles.side} aria-label={text('today.next.title')}>
      <h2 className={look.heading}>{text('today.next.title')}</h2>
      {view.state === 'opening' ? (
        <RowsSkeleton count={3} />
      ) : byDay.size === 0 ? (
        <p className={look.quiet}>{text('today.next.none')}</p>
      ) : (
        <div className={mergeClasses(look.card, styles.rows)}>
          {[...byDay].map(([day, dayMarks]) => (
            <div key={day} className={styles.day}>
              <h3 className={mergeClasses(look.quiet, look.capital)}>
                {listedDay(day, today, words.locale)}
              </h3>
              {dayMarks.map((mark) => (
                <MarkLine key={`${mark.entry}${mark.word}`} mark={mark} />
              ))}
            </div>
          ))}
        </div>
      )}
      <a className={mergeClasses(look.link, styles.noPrint)} href={hrefOf({ page: 'calendar' })}>
        {text('today.next.all')}
      </a>
    </section>
  );
}
