/** Dates one below the other, day by day. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Day, daysBetween } from '../../../domain/ids.ts';
import type { Mark } from '../../calendar-marks.ts';
import { listedDay, shortDay } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { MarkLine } from './MarkLine.tsx';

const useStyles = makeStyles({
  day: {
    display: 'grid',
    gridTemplateColumns: '160px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  date: { ':first-letter': { textTransform: 'uppercase' } },
  marks: { display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** Said as yesterday, today or tomorrow, so that the date has to stand beside it. */
function isNear(day: Day, today: Day): boolean {
  return Math.abs(daysBetween(today, day)) <= 1;
}

export function AgendaDays(props: {
  readonly marks: readonly Mark[];
  readonly clashes: ReadonlyMap<Mark, readonly Mark[]>;
}): ReactNode {
  const text = useText();
  const words = useWords();
  const look = useLook();
  const today = useLog().today();
  const styles = useStyles();
  const days = [...new Set(props.marks.map((mark) => mark.day))];
  if (days.length === 0) return <p className={look.text}>{text('calendarPage.none')}</p>;
  return (
    <ul className={mergeClasses(look.list, look.card)}>
      {days.map((day) => (
        <li key={day} className={styles.day}>
          <div>
            <h3 className={mergeClasses(look.heading, look.capital)}>
              {listedDay(day, today, words.locale)}
            </h3>
            {isNear(day, today) ? (
              <p className={mergeClasses(look.quiet, styles.date)}>{shortDay(day, today, words.locale)}</p>
            ) : null}
          </div>
          <div className={styles.marks}>
            {props.marks
              .filter((mark) => mark.day === day)
              .map((mark) => (
                <MarkLine key={`${mark.entry}${mark.nth}`} mark={mark} clashes={props.clashes.get(mark)} />
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
