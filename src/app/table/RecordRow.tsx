/**
 * One entry as a row of the table, or as two lines where there is no room for columns. Scrolling makes hundreds of rows a
 * second: they are plain elements, and what is the same for all is worked out once for the table.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useMemo } from 'react';
import type { Words } from '../../domain/fields/field.ts';
import type { Day } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { OwnDays } from '../../domain/usual-days.ts';
import { runsRightToLeft } from '../../locales/languages.ts';
import type { View } from '../../log/log.ts';
import { listedDay } from '../day-words.ts';
import { ConsentMarkText } from './ConsentMarkText.tsx';
import { type Column, coverOf, printField } from './columns.ts';
import { type ConsentMark, mayNotGoOn } from './consent-mark.ts';
import { dayOfEntry } from './filter.ts';
import { glanceOf } from './glances.ts';
import { GridCell, GridRow } from './grid-parts.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'center',
    cursor: 'pointer',
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    boxSizing: 'border-box',
    color: tokens.colorNeutralForeground1,
    '@media print': { display: 'table-row' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':active': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: tokens.strokeWidthThick,
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
    '@media (forced-colors: active)': { ':hover': { color: 'Highlight', borderBlockEndColor: 'Highlight' } },
  },
  // In a box of a size that nothing in it changes: what is written into it is laid out by itself.
  placed: { position: 'absolute', insetInline: 0, contain: 'strict' },
  selected: {
    backgroundColor: tokens.colorNeutralBackground3,
    // Where the row begins: shadows are mirrored like places.
    boxShadow: `inset 3px 0 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  cell: {
    minInlineSize: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingInline: tokens.spacingHorizontalS,
    // Paper cannot be scrolled or pointed at: everything is written out.
    '@media print': {
      display: 'table-cell',
      verticalAlign: 'top',
      paddingBlock: tokens.spacingVerticalXS,
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
      overflow: 'visible',
      whiteSpace: 'normal',
      overflowWrap: 'break-word',
    },
  },
  twoLines: {
    whiteSpace: 'normal',
    lineHeight: tokens.lineHeightBase300,
    maxHeight: '2lh',
    '@media print': { maxHeight: 'none' },
  },
  // Broken where it ends, with a sign that more follows: cut on an unbroken line, words of another direction would lose their beginning.
  oneLine: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 1,
    '@media print': { display: 'table-cell' },
  },
  mixedLines: { WebkitLineClamp: 2 },
  /** Not a cell of its own. */
  mixedRest: { '@media print': { display: 'inline' } },
  day: {
    ':first-letter': { textTransform: 'uppercase' },
    color: tokens.colorNeutralForeground2,
    '@media print': { whiteSpace: 'nowrap' },
  },
  what: { '@media print': { inlineSize: '36%' } },
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

/** What is the same for every row of a table. */
export interface RowLook {
  readonly columns: readonly Column[];
  readonly tracks: string;
  /** Two lines instead of columns. */
  readonly card: boolean;
  readonly height: number;
  readonly words: Words;
  readonly today: Day;
  /** The mission's clock, for rows without a day of their own. */
  readonly zone: string;
  /** Days that the mission set. */
  readonly own: OwnDays | undefined;
  /** What is in memory: texts of a row may name other entries. */
  readonly entries: View['entries'];
}

type Look = RowLook & {
  readonly styles: ReturnType<typeof useStyles>;
  readonly cells: readonly string[];
  /** The summary beside the cover name, on a phone. */
  readonly rest: string;
  readonly dayText: (day: string) => string;
  readonly kindText: (kind: string) => string;
};

export interface RowProps {
  readonly entry: Entry;
  readonly id: string;
  /** Place in the whole list, counted from 1; the header is 1. */
  readonly index: number;
  /** Distance from the top of the list where rows are placed one by one. */
  readonly offset: number | undefined;
  readonly look: Look;
  readonly mark: ConsentMark;
  readonly changed: boolean;
  readonly selected: boolean;
  readonly active: boolean;
}

/** Columns whose short texts go over two lines rather than being cut. */
const wrapping: ReadonlySet<Column> = new Set<Column>(['kind', 'cover', 'consent', 'who', 'glance']);

/** A row lower than this has room for one line. */
const TWO_LINES_PX = 44;

/** Anew only when something of it is. */
export function useRowLook(given: RowLook): Look {
  const { columns, tracks, card, height, words, today, zone, own, entries } = given;
  const styles = useStyles();
  return useMemo(() => {
    const mixes = runsRightToLeft(words.locale);
    const isMixed = (column: Column) => mixes && (column === 'what' || column.startsWith('field:'));
    const cells = columns.map((column) =>
      mergeClasses(
        styles.cell,
        isMixed(column) && styles.oneLine,
        wrapping.has(column) && height >= TWO_LINES_PX && styles.twoLines,
        isMixed(column) && height >= TWO_LINES_PX && styles.mixedLines,
        column === 'day' && styles.day,
        column === 'what' && styles.what,
        column === 'cover' && styles.cover,
      ),
    );
    const dayText = once((day) => listedDay(day, today, words.locale));
    const kindText = once((kind) => words.text(`kinds.${kind}.one`));
    const rest = mergeClasses(styles.rest, mixes && styles.oneLine, mixes && styles.mixedRest);
    return {
      ...{ columns, tracks, card, height, words, today, zone, own, entries },
      ...{ styles, cells, rest, dayText, kindText },
    };
  }, [columns, tracks, card, height, words, today, zone, own, entries, styles]);
}

/** The same few texts stand in row after row. */
function once(say: (key: string) => string): (key: string) => string {
  const said = new Map<string, string>();
  return (key) => {
    const text = said.get(key) ?? say(key);
    said.set(key, text);
    return text;
  };
}

function cellText(column: Column, entry: Entry, look: Look): string {
  const { words, today, zone, own } = look;
  const kind = kindByKey(entry.kind);
  if (column === 'day') return look.dayText(dayOfEntry(entry, zone));
  if (column === 'kind') return look.kindText(entry.kind);
  if (column === 'cover') return coverOf(entry, words);
  if (column === 'what') return kind?.summary(entry.record, words) ?? '';
  if (column === 'status') return printField(entry.kind, 'step', entry.record, words);
  if (column === 'who') return entry.by.name;
  if (column === 'glance') return glanceOf(entry, { today, own }, words);
  return printField(entry.kind, column.slice('field:'.length), entry.record, words);
}

function RowOnce(props: RowProps): ReactNode {
  const { entry, look, offset, selected, mark } = props;
  const { words, card, styles } = look;
  const changed = props.changed ? (
    <span className={styles.changed}>{words.text('entries.changed')}</span>
  ) : null;
  // Beside the step that the summary begins with, which is still what was planned.
  const halted =
    mark === 'halted' ? (
      <span className={mergeClasses(styles.changed, styles.halted)}>{words.text('entries.haltedStep')}</span>
    ) : null;
  const tall = `${look.height}px`;
  const isPlaced = offset !== undefined;
  return (
    <GridRow
      id={props.id}
      data-entry={entry.entry}
      aria-rowindex={props.index + 2}
      aria-selected={selected}
      tabIndex={props.active ? 0 : -1}
      className={mergeClasses(
        styles.row,
        isPlaced && styles.placed,
        card && styles.card,
        selected && styles.selected,
      )}
      style={{
        ...(isPlaced ? { blockSize: tall, transform: `translateY(${offset}px)` } : { minBlockSize: tall }),
        ...(card ? {} : { gridTemplateColumns: look.tracks }),
      }}
    >
      {card ? (
        <GridCell className={styles.cell}>
          <div className={styles.line}>
            <span className={styles.cover}>{coverOf(entry, words)}</span>
            <span className={look.rest}>{cellText('what', entry, look)}</span>
          </div>
          <div className={mergeClasses(styles.line, styles.quiet)}>
            <span className={styles.day}>{cellText('day', entry, look)}</span>
            <span className={styles.rest}>{cellText('kind', entry, look)}</span>
            {changed}
            <span className={styles.whole}>
              <ConsentMarkText mark={mark} />
            </span>
          </div>
        </GridCell>
      ) : (
        look.columns.map((column, place) => (
          <GridCell key={column} dir="auto" className={look.cells[place]}>
            {column === 'what' ? changed : null}
            {column === 'what' ? halted : null}
            {column === 'consent' || (column === 'status' && mayNotGoOn(mark)) ? (
              <ConsentMarkText mark={mark} />
            ) : (
              cellText(column, entry, look)
            )}
          </GridCell>
        ))
      )}
    </GridRow>
  );
}

export const RecordRow = memo(RowOnce);
