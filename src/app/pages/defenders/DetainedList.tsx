/** Everybody in detention: since when, where, when we last visited and last heard of them; those longest silent first. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import type { ReactNode } from 'react';
import { formatCode } from '../../../domain/codes.ts';
import { type Detained, SILENT_DAYS } from '../../../domain/detained.ts';
import type { Day } from '../../../domain/ids.ts';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { placeInWords } from './place-words.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(140px, 1.2fr) minmax(140px, 1.4fr) minmax(100px, 0.8fr) minmax(100px, 0.8fr) minmax(120px, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  item: {
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  name: { display: 'grid', minInlineSize: 0 },
  head: { '@media (max-width: 800px)': { display: 'none' } },
  // Without the line of heads, each figure says what it is.
  label: { display: 'none', '@media (max-width: 800px)': { display: 'inline' } },
});

export function DetainedList(props: { readonly detained: readonly Detained[] }): ReactNode {
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const fact = (column: string, day: Day | undefined, missing: string): ReactNode => (
    <span>
      <span
        className={mergeClasses(look.quiet, styles.label)}
      >{`${text(`defenders.columns.${column}`)}: `}</span>
      <span className={look.capital}>{day ? words.day(day) : text(missing)}</span>
    </span>
  );
  return (
    <div className={look.card}>
      <div className={mergeClasses(styles.row, styles.item, styles.head, look.quiet)} aria-hidden="true">
        {(['name', 'place', 'since', 'lastVisit', 'lastNews'] as const).map((column) => (
          <span key={column}>{text(`defenders.columns.${column}`)}</span>
        ))}
      </div>
      <ul className={look.list} aria-label={text('defenders.detained.title')}>
        {props.detained.map(({ code, place, since, lastVisitOn, lastNewsOn, overdue }) => (
          <li key={code} className={mergeClasses(styles.row, styles.item)}>
            <span className={styles.name}>
              <a
                className={mergeClasses(look.link, look.strong)}
                href={hrefOf({ page: 'defenders', id: code })}
              >
                {words.cover(code)}
              </a>
              <span className={look.quiet}>{formatCode(code)}</span>
            </span>
            <span>{place ? placeInWords(place, words) : text('defenders.detained.placeUnknown')}</span>
            {fact('since', since, 'defenders.detained.unknown')}
            {fact('lastVisit', lastVisitOn, 'defenders.never')}
            <span className={styles.name}>
              {fact('lastNews', lastNewsOn, 'defenders.never')}
              {overdue ? (
                <span>
                  <span className={mergeClasses(look.chip, look.chipUrgent)}>
                    <Clock16Regular aria-hidden="true" />
                    {text('defenders.detained.overdue', { count: SILENT_DAYS })}
                  </span>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
