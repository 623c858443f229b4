/** Everybody this mission supports, by cover name; and somebody new in ten seconds. */

import { Button, Input, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { formatCode } from '../../../domain/codes.ts';
import { detainedIn } from '../../../domain/detained.ts';
import { risksIn } from '../../../domain/risk.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { defenderKind, knownCodes } from '../../known-codes.ts';
import { useLog, useView } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf, useGo } from '../../shell/navigation.ts';
import { readsOnly, seesNoEntries } from '../../shell/open-lists.ts';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { printField } from '../../table/columns.ts';
import { plain } from '../../table/filter.ts';
import { useText, useWords } from '../../words.tsx';
import { DetainedList } from './DetainedList.tsx';
import { latestStatuses } from './defender-facts.ts';
import { RiskChip } from './RiskChip.tsx';

const useStyles = makeStyles({
  search: {
    inlineSize: '260px',
    '@media (max-width: 480px)': { inlineSize: '100%' },
    '@media print': { display: 'none' },
  },
  toggle: {
    '@media (max-width: 480px)': { minBlockSize: '44px' },
    '@media print': { display: 'none' },
  },
  row: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(140px, 1.4fr) minmax(90px, 1fr) minmax(110px, 1.2fr) minmax(90px, 0.8fr) minmax(90px, 0.8fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  // On paper a table in earnest, whose head comes again on every sheet.
  table: { '@media print': { display: 'table', inlineSize: '100%', boxSizing: 'border-box' } },
  rows: { '@media print': { display: 'table-row-group' } },
  cells: {
    '@media print': {
      display: 'table-row',
      '& > *': {
        display: 'table-cell',
        verticalAlign: 'top',
        paddingBlock: tokens.spacingVerticalXS,
        paddingInline: tokens.spacingHorizontalS,
        borderBlockEndWidth: tokens.strokeWidthThin,
        borderBlockEndStyle: 'solid',
        borderBlockEndColor: tokens.colorNeutralStroke2,
      },
    },
  },
  item: {
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  /** The last child of its box, and not of the list. */
  headRow: {
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  name: { display: 'grid', minInlineSize: 0, '& > *': { '@media print': { display: 'block' } } },
  end: { marginInlineStart: 'auto' },
  /** Read aloud where the head says it, and seen where there is no head. */
  label: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    '@media (max-width: 640px)': {
      position: 'static',
      inlineSize: 'auto',
      blockSize: 'auto',
      clipPath: 'none',
      whiteSpace: 'normal',
      marginInlineEnd: tokens.spacingHorizontalXS,
    },
  },
  head: {
    '@media (max-width: 640px)': { display: 'none' },
    '@media print': { display: 'table-header-group', breakInside: 'avoid' },
  },
});

export function Defenders(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const sought = plain(useDeferredValue(typed).trim());
  const known = useMemo(() => knownCodes(view, words), [view, words]);
  const statuses = useMemo(() => latestStatuses(view, log.me.mission.zone), [view, log]);
  const risks = risksIn(view.entries);
  const detained = useMemo(() => detainedIn(view.entries, log.today()), [view.entries, log]);
  const [heldOnly, setHeldOnly] = useState(false);
  const isSought = (code: string, cover: string): boolean =>
    sought === '' ||
    plain(cover).includes(sought) ||
    code.includes(sought.replace(/[\s-]/g, '').toUpperCase());
  const shown = known.filter(({ code, cover }) => isSought(code, cover));
  const held = detained.filter(({ code }) => isSought(code, words.cover(code)));
  const listed = heldOnly ? held : shown;
  const label = (column: string): ReactNode => (
    <span className={mergeClasses(look.quiet, styles.label)}>{text(`defenders.columns.${column}`)}</span>
  );
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.defenders')}</h1>
      <div className={look.row}>
        <Input
          data-kept
          className={styles.search}
          contentBefore={<Search20Regular aria-hidden="true" />}
          placeholder={text('defenders.find')}
          aria-label={text('defenders.find')}
          value={typed}
          onChange={(_, data) => setTyped(data.value)}
        />
        <ToggleButton
          className={styles.toggle}
          checked={heldOnly}
          icon={<LockClosed20Regular aria-hidden="true" />}
          onClick={() => setHeldOnly(!heldOnly)}
        >
          {text('defenders.detained.only', { count: detained.length })}
        </ToggleButton>
        <span className={mergeClasses(look.quiet, styles.end)} role="status">
          {text('defenders.count', { count: listed.length })}
        </span>
        {mayWrite(log.me, defenderKind) ? <NewDefender /> : null}
      </div>
      {view.state === 'opening' ? (
        <RowsSkeleton count={8} />
      ) : heldOnly && held.length > 0 ? (
        <DetainedList detained={held} />
      ) : heldOnly && detained.length === 0 ? (
        <p className={look.text}>{text('defenders.detained.none')}</p>
      ) : listed.length === 0 ? (
        <p className={look.text}>
          {text(
            known.length > 0
              ? 'defenders.noneFound'
              : seesNoEntries(view.health, log.me)
                ? 'entries.empty.notShared.what'
                : readsOnly(log.me)
                  ? 'defenders.noneToRead'
                  : 'defenders.none',
          )}
        </p>
      ) : (
        <div className={mergeClasses(look.card, styles.table)}>
          <div className={styles.head} aria-hidden="true">
            <div className={mergeClasses(styles.row, styles.cells, styles.item, styles.headRow, look.quiet)}>
              {(['name', 'unit', 'status', 'risk', 'review'] as const).map((column) => (
                <span key={column}>{text(`defenders.columns.${column}`)}</span>
              ))}
            </div>
          </div>
          <ul className={mergeClasses(look.list, styles.rows)}>
            {shown.map(({ code, cover, entry }) => {
              const status = statuses.get(code);
              const risk = risks.get(code);
              return (
                <li key={code} className={mergeClasses(styles.row, styles.cells, styles.item)}>
                  <span className={styles.name}>
                    <a
                      className={mergeClasses(look.link, look.strong)}
                      href={hrefOf({ page: 'defenders', id: code })}
                    >
                      {cover}
                    </a>
                    <span className={look.quiet}>{formatCode(code)}</span>
                  </span>
                  <span>{printField(defenderKind, 'unit', entry.record, words)}</span>
                  <span>
                    {label('status')}{' '}
                    {status
                      ? printField(status.kind, 'status', status.record, words)
                      : text('defenders.statusUnknown')}
                  </span>
                  <RiskChip level={risk?.level} />
                  <span>
                    {label('review')}{' '}
                    <span className={look.capital}>
                      {risk?.review ? words.day(risk.review) : text('defenders.noReview')}
                    </span>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

/** A code and nothing more: everything else can follow later. */
function NewDefender(): ReactNode {
  const log = useLog();
  const text = useText();
  const go = useGo();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  async function make(): Promise<void> {
    setMaking(true);
    setFailure(undefined);
    try {
      const code = log.newCode();
      const saved = await log.save({
        kind: defenderKind,
        entry: log.newEntryId(),
        values: { about: code, unit: 'individual' },
      });
      if (saved.outcome === 'saved') go({ page: 'defenders', id: code });
      else setFailure(new Error(saved.outcome));
    } catch (cause) {
      setFailure(cause);
    }
    setMaking(false);
  }
  return (
    <>
      <Button
        appearance="primary"
        icon={<PersonAdd20Regular aria-hidden="true" />}
        disabled={making}
        onClick={() => void make()}
      >
        {text(making ? 'shell.saving' : 'defenders.new')}
      </Button>
      {failure ? <FailureNotice cause={failure} onRetry={() => void make()} /> : null}
    </>
  );
}
