/** All entries in one list with filters; a row opens beside the list (wide) or in its place. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type EntryId, isMissionCode } from '../../../domain/ids.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { EntriesFiles } from '../../files/EntriesFiles.tsx';
import { useHost, useLog, useView } from '../../log-context.tsx';
import { BackArrow } from '../../shell/BackArrow.tsx';
import { useLook } from '../../shell/look.ts';
import { narrowQuery, useMedia, wideQuery } from '../../shell/media.ts';
import { useGo } from '../../shell/navigation.ts';
import type { Route } from '../../shell/routes.ts';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { type Column, columnsAtFirst } from '../../table/columns.ts';
import { type Filter, isEmptyFilter } from '../../table/filter.ts';
import { filterFromAddress, filterToAddress } from '../../table/filter-address.ts';
import { knownMissions } from '../../table/missions-met.ts';
import { RecordTable, type TableHandle } from '../../table/RecordTable.tsx';
import { useText } from '../../words.tsx';
import { useDensity } from './density.ts';
import { EntryFilters } from './EntryFilters.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { MalformedRows } from './MalformedRows.tsx';
import { NoEntries } from './NoEntries.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { useRows } from './use-rows.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto auto minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    blockSize: '100%',
    boxSizing: 'border-box',
    paddingBlockStart: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalS },
    '@media print': { display: 'block', blockSize: 'auto' },
  },
  notes: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  split: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    minBlockSize: 0,
    columnGap: tokens.spacingHorizontalM,
    '@media print': { display: 'block' },
  },
  withPanel: { gridTemplateColumns: 'minmax(0, 1fr) minmax(360px, 42%)' },
  // On paper an opened entry stands alone.
  besideEntry: { '@media print': { display: 'none' } },
  table: {
    minBlockSize: 0,
    minInlineSize: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderStartStartRadius: tokens.borderRadiusMedium,
    borderStartEndRadius: tokens.borderRadiusMedium,
  },
  noPrint: { '@media print': { display: 'none' } },
  panel: {
    minBlockSize: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    '@media print': { borderInlineStartStyle: 'none' },
  },
});

/** Columns that stay when half of the room goes to an opened entry. */
const besidePanel: ReadonlySet<Column> = new Set<Column>(['day', 'kind', 'cover', 'what']);

export function Entries(props: { readonly route: Route }): ReactNode {
  const { route } = props;
  const view = useView();
  const log = useLog();
  const host = useHost();
  const text = useText();
  const go = useGo();
  const look = useLook();
  const styles = useStyles();
  const wide = useMedia(wideQuery);
  const narrow = useMedia(narrowQuery);
  const [density, setDensity] = useDensity();
  const [typed, setTyped] = useState('');
  const table = useRef<TableHandle>(null);
  const missions = knownMissions(view.entries).join();
  const coded = useMemo(
    () => filterFromAddress(route.filter, missions.split(',').filter(isMissionCode)),
    [route.filter, missions],
  );
  const sought = useDeferredValue(typed);
  const filter = useMemo<Filter>(() => (sought ? { ...coded, text: sought } : coded), [coded, sought]);
  const kind = filter.kind ? kindByKey(filter.kind) : undefined;
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly Column[]>>>({});
  const picked = chosen[filter.kind ?? ''];
  const selected = route.id;
  const columns = useMemo(
    () => picked ?? (wide ? columnsAtFirst(kind) : columnsAtFirst(kind).filter((column) => column !== 'who')),
    [picked, wide, kind],
  );
  const columnsShown = useMemo(
    () => (selected ? columns.filter((column) => besidePanel.has(column)) : columns),
    [columns, selected],
  );
  const { rows, looking, waiting, letIn } = useRows(filter);
  const arriving = view.sync.older !== undefined;

  const toChoice = useCallback(
    (next: Filter) => {
      const address = filterToAddress(next);
      go({ page: 'entries', ...(address ? { filter: address } : {}) }, { replace: true });
    },
    [go],
  );
  const toFilter = useCallback(
    (next: Filter) => {
      setTyped(next.text ?? '');
      toChoice(next);
    },
    [toChoice],
  );
  const open = useCallback(
    (entry: EntryId) => {
      log.markSeen(entry);
      go(
        { page: 'entries', id: entry, ...(route.filter ? { filter: route.filter } : {}) },
        { replace: wide && route.id !== undefined },
      );
    },
    [log, go, route.filter, route.id, wide],
  );
  const close = useCallback(() => {
    go({ page: 'entries', ...(route.filter ? { filter: route.filter } : {}) });
    requestAnimationFrame(() => table.current?.focusRow());
  }, [go, route.filter]);
  useEffect(() => {
    if (!selected) return;
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[aria-modal="true"], dialog[open], [role="menu"]')) return;
      close();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [selected, close]);

  const panel = selected ? (
    <EntryPanel
      entry={selected}
      onClose={close}
      onShare={() => host.shareLink(`entries/${selected}`, text('shell.linkLabel'))}
    />
  ) : null;
  if (panel && !wide)
    return (
      <div className={look.page}>
        <h1 className={look.spoken}>{text('shell.tabs.entries')}</h1>
        <div className={styles.noPrint}>
          <Button appearance="subtle" icon={<BackArrow />} onClick={close}>
            {text('entries.back')}
          </Button>
        </div>
        {panel}
      </div>
    );
  return (
    <div className={styles.page}>
      <h1 className={look.spoken}>{text('shell.tabs.entries')}</h1>
      <EntryFilters
        filter={coded}
        typed={typed}
        onFilter={toFilter}
        onChoice={toChoice}
        onTyped={setTyped}
        kind={kind}
        columns={columns}
        onColumns={(next) => setChosen({ ...chosen, [filter.kind ?? '']: next })}
        density={density}
        onDensity={setDensity}
        count={looking ? undefined : rows.length}
        soFar={arriving}
      >
        <EntriesFiles rows={rows} looking={looking} columns={columns} kind={kind} filter={filter} />
      </EntryFilters>
      <div className={styles.notes}>
        <SavedFilters filter={coded} onFilter={toFilter} />
        {waiting > 0 ? (
          <div>
            <Button size="small" onClick={letIn}>
              {text('entries.waiting', { count: waiting })}
            </Button>
          </div>
        ) : null}
        <MalformedRows rows={view.malformed} />
      </div>
      <div className={mergeClasses(styles.split, panel ? styles.withPanel : undefined)}>
        <div className={mergeClasses(styles.table, panel ? styles.besideEntry : undefined)}>
          {view.state === 'opening' || (looking && rows.length === 0) ? (
            <RowsSkeleton count={10} />
          ) : rows.length === 0 ? (
            <NoEntries filtered={!isEmptyFilter(filter)} onClear={() => toFilter({})} />
          ) : (
            <RecordTable
              ref={table}
              rows={rows}
              columns={columnsShown}
              label={text('shell.tabs.entries')}
              compact={density === 'compact'}
              cards={narrow}
              changed={view.changedByOthers}
              selected={selected}
              onOpen={open}
            />
          )}
        </div>
        {panel ? (
          <aside className={styles.panel} aria-label={text('entries.panel')} data-region="panel">
            {panel}
          </aside>
        ) : null}
      </div>
    </div>
  );
}
