/** One entry as a row of the table, or as two lines where there is no room for columns. */

import { makeStyles, mergeClasses, TableCell, TableRow, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { Words } from '../../domain/fields/field.ts';
import type { Day, EntryId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { OwnDays } from '../../domain/usual-days.ts';
import { listedDay } from '../day-words.ts';
import { ConsentMarkText } from './ConsentMarkText.tsx';
import { type Column, coverOf, printField } from './columns.ts';
import { type ConsentMark, mayNotGoOn } from './consent-mark.ts';
import { dayOfEntry } from './filter.ts';
import { glanceOf } from './glances.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'center',
    cursor: 'pointer',
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    boxSizing: 'border-box',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
    ':active': { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: tokens.strokeWidthThick,
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-2px',
    },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':dir(rtl)': { boxShadow: `inset -3px 0 0 0 ${tokens.colorCompoundBrandStroke}` },
  },
  cell: {
    display: 'block',
    minInlineSize: 0,
    height: 'auto',
    minHeight: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingInline: tokens.spacingHorizontalS,
    border: 'none',
    // Paper cannot be scrolled or pointed at: everything is written out.
    '@media print': { overflow: 'visible', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  twoLines: {
    whiteSpace: 'normal',
    lineHeight: tokens.lineHeightBase300,
    maxHeight: '2lh',
    '@media print': { maxHeight: 'none' },
  },
  day: { ':first-letter': { textTransform: 'uppercase' }, color: tokens.colorNeutralForeground2 },
  cover: { fontWeight: tokens.fontWeightSemibold },
  changed: {
    // Apart from the words after it: Arabic letters would join across the border.
    display: 'inline-block',
    marginInlineEnd: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  halted: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerForeground3}`,
    color: tokens.colorStatusDangerForeground3,
  },
  card: { gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'center', rowGap: tokens.spacingVerticalXXS },
  line: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    minInlineSize: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    '@media print': { overflow: 'visible', whiteSpace: 'normal', flexWrap: 'wrap' },
  },
  whole: { flexShrink: 0 },
  rest: { overflow: 'hidden', textOverflow: 'ellipsis', minInlineSize: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface RowProps {
  readonly entry: Entry;
  readonly id: string;
  /** Place in the whole list, counted from 1; the header is 1. */
  readonly index: number;
  readonly columns: readonly Column[];
  readonly tracks: string;
  /** Two lines instead of columns. */
  readonly card: boolean;
  readonly height: number;
  /** Distance from the top of the list where rows are placed one by one. */
  readonly offset: number | undefined;
  readonly words: Words;
  readonly today: Day;
  /** The mission's clock, for rows without a day of their own. */
  readonly zone: string;
  /** Days that the mission set. */
  readonly own: OwnDays | undefined;
  readonly mark: ConsentMark;
  readonly changed: boolean;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onOpen: (entry: EntryId, index: number) => void;
}

/** Columns whose short texts go over two lines rather than being cut. */
const wrapping: ReadonlySet<Column> = new Set<Column>(['kind', 'cover', 'consent', 'who', 'glance']);

/** A row lower than this has room for one line. */
const TWO_LINES_PX = 44;

type Clock = Pick<RowProps, 'today' | 'zone' | 'own'>;

function cellText(column: Column, entry: Entry, words: Words, { today, zone, own }: Clock): string {
  const kind = kindByKey(entry.kind);
  if (column === 'day') return listedDay(dayOfEntry(entry, zone), today, words.locale);
  if (column === 'kind') return words.text(`kinds.${entry.kind}.one`);
  if (column === 'cover') return coverOf(entry, words);
  if (column === 'what') return kind?.summary(entry.record, words) ?? '';
  if (column === 'status') return printField(entry.kind, 'step', entry.record, words);
  if (column === 'who') return entry.by.name;
  if (column === 'glance') return glanceOf(entry, { today, own }, words);
  return printField(entry.kind, column.slice('field:'.length), entry.record, words);
}

function RowOnce(props: RowProps): ReactNode {
  const { entry, columns, words, card, offset, selected } = props;
  const styles = useStyles();
  const changed = props.changed ? (
    <span className={styles.changed}>{words.text('entries.changed')}</span>
  ) : null;
  // Beside the step that the summary begins with, which is still what was planned.
  const halted =
    props.mark === 'halted' ? (
      <span className={mergeClasses(styles.changed, styles.halted)}>{words.text('entries.haltedStep')}</span>
    ) : null;
  const tall = `${props.height}px`;
  const place =
    offset === undefined
      ? { minBlockSize: tall }
      : {
          position: 'absolute' as const,
          insetInline: 0,
          blockSize: tall,
          transform: `translateY(${offset}px)`,
        };
  return (
    <TableRow
      as="div"
      id={props.id}
      role="row"
      data-entry={entry.entry}
      aria-rowindex={props.index + 2}
      aria-selected={selected}
      tabIndex={props.active ? 0 : -1}
      className={mergeClasses(styles.row, card && styles.card, selected && styles.selected)}
      style={{
        ...place,
        ...(card ? {} : { gridTemplateColumns: props.tracks }),
      }}
      onClick={() => props.onOpen(entry.entry, props.index)}
    >
      {card ? (
        <TableCell as="div" role="gridcell" className={styles.cell}>
          <div className={styles.line}>
            <span className={styles.cover}>{coverOf(entry, words)}</span>
            <span className={styles.rest}>{cellText('what', entry, words, props)}</span>
          </div>
          <div className={mergeClasses(styles.line, styles.quiet)}>
            <span className={styles.day}>{cellText('day', entry, words, props)}</span>
            <span className={styles.rest}>{cellText('kind', entry, words, props)}</span>
            {changed}
            <span className={styles.whole}>
              <ConsentMarkText mark={props.mark} />
            </span>
          </div>
        </TableCell>
      ) : (
        columns.map((column) => (
          <TableCell
            as="div"
            role="gridcell"
            key={column}
            dir="auto"
            className={mergeClasses(
              styles.cell,
              wrapping.has(column) && props.height >= TWO_LINES_PX && styles.twoLines,
              column === 'day' && styles.day,
              column === 'cover' && styles.cover,
            )}
          >
            {column === 'what' ? changed : null}
            {column === 'what' ? halted : null}
            {column === 'consent' || (column === 'status' && mayNotGoOn(props.mark)) ? (
              <ConsentMarkText mark={props.mark} />
            ) : (
              cellText(column, entry, words, props)
            )}
          </TableCell>
        ))
      )}
    </TableRow>
  );
}

export const RecordRow = memo(RowOnce);
