/** The one table for entries of every kind: any number of rows, by keyboard and pointer, complete on paper. */

import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { EntryId } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { useLog, useView } from '../log-context.tsx';
import { useWords } from '../words.tsx';
import { type Column, columnTitle, trackOf } from './columns.ts';
import { consentMarkOf } from './consent-mark.ts';
import { nextRow } from './next-row.ts';
import { RecordRow, useRowLook } from './RecordRow.tsx';
import { openRowKeys } from './row-keys.ts';
import { usePrinting } from './use-printing.ts';

const useStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    minBlockSize: 0,
    blockSize: '100%',
    '@media (max-width: 480px)': { boxSizing: 'border-box', paddingBlockEnd: '72px' },
    '@media print': { overflow: 'visible', blockSize: 'auto' },
  },
  // On paper a table in earnest, whose head comes again on every sheet.
  grid: { display: 'block', inlineSize: '100%', '@media print': { display: 'table' } },
  columns: { minInlineSize: '640px', '@media print': { minInlineSize: 0 } },
  head: {
    '@media print': { display: 'table-header-group', breakInside: 'avoid', position: 'static' },
    display: 'block',
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  headRow: {
    '@media print': { display: 'table-row' },
    display: 'grid',
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  headCell: {
    minInlineSize: 0,
    paddingInline: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    height: '32px',
    minHeight: 0,
    '@media print': { display: 'table-cell', verticalAlign: 'middle' },
  },
  hiddenHead: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  body: { display: 'block', position: 'relative', '@media print': { display: 'table-row-group' } },
});

/** Below this many rows placing them one by one costs more than it saves. */
const FEW_ROWS = 60;

export interface TableHandle {
  /** Puts the keyboard back on the row it left. */
  focusRow(): void;
}

/** Place of the row that an event happened in. Rows themselves listen to nothing: they come and go while somebody scrolls. */
function indexOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest('[data-entry]') : null;
  return Number(row?.getAttribute('aria-rowindex') ?? Number.NaN) - 2;
}

interface TableProps {
  readonly rows: readonly Entry[];
  readonly columns: readonly Column[];
  readonly label: string;
  readonly compact: boolean;
  /** Two lines a row, no columns. */
  readonly cards: boolean;
  readonly changed: ReadonlySet<EntryId>;
  readonly selected: string | undefined;
  readonly onOpen: (entry: EntryId) => void;
  readonly ref?: Ref<TableHandle>;
}

function TableOnce(props: TableProps): ReactNode {
  const { rows, columns, cards, onOpen } = props;
  const log = useLog();
  const { entries } = useView();
  const words = useWords();
  const styles = useStyles();
  const name = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [keysOf] = useState(openRowKeys);
  const current = Math.max(0, Math.min(active, rows.length - 1));
  const printing = usePrinting();
  const height = cards ? 64 : props.compact ? 32 : 44;
  const placed = !printing && rows.length > FEW_ROWS;
  const virtualizer = useVirtualizer({
    count: placed ? rows.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(current) || current >= rows.length
        ? shown
        : [...shown, current].sort((a, b) => a - b);
    },
  });
  const focusRow = useCallback(
    (index: number) => {
      if (placed) virtualizer.scrollToIndex(index);
      const row = document.getElementById(`${name}-${index}`);
      row?.focus({ preventScroll: placed });
    },
    [name, placed, virtualizer],
  );
  useImperativeHandle(props.ref, () => ({ focusRow: () => focusRow(current) }), [focusRow, current]);
  const open = useCallback(
    (entry: EntryId, index: number) => {
      setActive(index);
      onOpen(entry);
    },
    [onOpen],
  );

  function onClick({ target }: MouseEvent): void {
    const index = indexOf(target);
    const entry = rows[index];
    if (entry) open(entry.entry, index);
  }

  /** The row in focus is the one that keys act on, however the focus came there. */
  function onFocus({ target }: FocusEvent): void {
    const index = indexOf(target);
    if (rows[index]) setActive(index);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const entry = rows[current];
    if ((event.key === 'Enter' || event.key === ' ') && entry) {
      event.preventDefault();
      open(entry.entry, current);
      return;
    }
    const perPage = Math.max(1, Math.floor((scroll.current?.clientHeight ?? height) / height) - 1);
    const next = nextRow(event.key, current, rows.length, perPage);
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => setActive(next));
    focusRow(next);
  }

  const tracks = columns.map(trackOf).join(' ');
  const look = useRowLook({
    columns,
    tracks,
    card: cards,
    height,
    words,
    today: log.today(),
    zone: log.me.mission.zone,
    own: log.me.mission.days,
    entries,
  });
  const shown = placed
    ? virtualizer.getVirtualItems().map((item) => ({ index: item.index, offset: item.start }))
    : rows.map((_, index) => ({ index, offset: undefined }));
  const drawn = shown.flatMap((one) => {
    const entry = rows[one.index];
    return entry ? [{ ...one, entry }] : [];
  });
  const keys = keysOf(
    drawn.map(({ entry }) => entry.entry),
    rows[current]?.entry,
  );
  return (
    <div ref={scroll} className={styles.scroll}>
      <Table
        noNativeElements
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        className={mergeClasses(styles.grid, !cards && styles.columns)}
        onKeyDown={onKeyDown}
      >
        <TableHeader className={cards ? styles.hiddenHead : styles.head}>
          <TableRow
            aria-rowindex={1}
            className={styles.headRow}
            style={cards ? {} : { gridTemplateColumns: tracks }}
          >
            {(cards ? (['what'] as const) : columns).map((column) => (
              <TableHeaderCell
                key={column}
                className={styles.headCell}
                {...(column === 'day' ? { 'aria-sort': 'descending' as const } : {})}
              >
                {columnTitle(column, rows[0]?.kind, words.text)}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody
          className={styles.body}
          onClick={onClick}
          onFocus={onFocus}
          style={placed ? { blockSize: `${virtualizer.getTotalSize()}px` } : {}}
        >
          {drawn.map(({ index, offset, entry }, place) => (
            <RecordRow
              key={keys[place]}
              id={`${name}-${index}`}
              entry={entry}
              index={index}
              offset={offset}
              look={look}
              mark={consentMarkOf(entry, log)}
              changed={props.changed.has(entry.entry)}
              selected={entry.entry === props.selected}
              active={index === current}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Whoever types beside it does not draw it. */
export const RecordTable = memo(TableOnce);
