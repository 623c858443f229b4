/** Takes an old list into the log: file, columns, open questions, dry run, run. Nothing is stored before the last step. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AnyKind, AnyRecord } from '../../../domain/record-kind.ts';
import { recordKinds } from '../../../domain/registry.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { provenOrder } from '../../../files/dates.ts';
import type { FileColumn } from '../../../files/find-table.ts';
import { headingsList, keeping, withKept } from '../../../files/kept-columns.ts';
import { type Labels, loadLabels } from '../../../files/labels.ts';
import { guessMatching, isImportable, type Matching } from '../../../files/match-columns.ts';
import { openQuestions } from '../../../files/open-questions.ts';
import { type PlannedRow, planImport, type RowWhy } from '../../../files/plan-import.ts';
import type { Reading } from '../../../files/read-value.ts';
import type { Log } from '../../../log/log.ts';
import { listedCodes } from '../../fields/code-lists.ts';
import { useLog } from '../../log-context.tsx';
import { useNameCheck } from '../../names/use-name-check.tsx';
import { aroundOf } from '../../record/around.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useDoing } from '../../shell/use-doing.ts';
import { useText, useWords } from '../../words.tsx';
import { coversOf } from '../covers.ts';
import { download } from '../download.ts';
import { useFilesLook } from '../files-look.ts';
import { DryRun } from './DryRun.tsx';
import { textsOfRows } from './import-texts.ts';
import { MatchColumns } from './MatchColumns.tsx';
import { PickFile } from './PickFile.tsx';
import { RunningImport } from './Running.tsx';
import { useReasonWords } from './reason-words.ts';
import { reportFile, rowsNotStored } from './row-report.ts';
import type { RowToStore } from './run-import.ts';
import { type ForAllField, SettleWords } from './SettleWords.tsx';
import { nothingSettled, type Said, type Settled, stillSaid } from './settled.ts';
import { useImportRun } from './use-import-run.ts';
import { useSettled } from './use-known-before.ts';
import { usePickedFile } from './use-picked-file.ts';

export function ImportPage(): ReactNode {
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useFilesLook();
  const today = log.today();
  const kinds = useMemo(
    () => recordKinds.filter((kind) => isImportable(kind) && mayWrite(log.me, kind.key)),
    [log],
  );
  const handle = usePickedFile(today);
  const { table } = handle;
  const [kindKey, setKindKey] = useState(kinds[0]?.key ?? '');
  const kind = kinds.find(({ key }) => key === kindKey) ?? kinds[0];
  const { labels, failure, retry } = useLabels(kind);
  const [chosen, setChosen] = useState<{ readonly of: object; readonly matching: Matching }>();
  const [saidOf, setSaid] = useState<Said>();
  const [planned, setPlanned] = useState<{ readonly of: object; readonly rows: readonly PlannedRow[] }>();
  // A dry run speaks of the list that was looked at, and of no other.
  const plan = planned && planned.of === table ? planned.rows : undefined;
  const [looked, setLooked] = useState(false);
  const names = useNameCheck();
  const looking = useDoing();
  const run = useImportRun(log);
  const checkHeading = useRef<HTMLHeadingElement>(null);
  const runHeading = useRef<HTMLHeadingElement>(null);
  const locked = run.running !== undefined;

  // As it was when the file was picked: what is kept by this import itself is for the next one.
  const guess = useMemo(() => {
    if (!table || !kind || !labels) return undefined;
    const kept = listedCodes(log.view(), headingsList(kind));
    return withKept(guessMatching(table.columns, kind, labels, today), table.columns, kind, kept);
  }, [table, kind, labels, today, log]);
  const matching = chosen && chosen.of === guess ? chosen.matching : guess;
  const file = handle.picked?.source;
  const list = useMemo(() => (file && table ? { file, table } : undefined), [file, table]);
  const said = useMemo(() => (kind ? stillSaid(saidOf, list, kind) : nothingSettled), [saidOf, list, kind]);
  const settled = useSettled(log, table, kind, matching, said);
  const covers = useCovers(log, words.cover);
  const reading = useMemo<Reading | undefined>(
    () =>
      labels && {
        today,
        zone: log.me.mission.zone,
        order: settled.order,
        labels,
        covers,
        aliases: settled.aliases,
        answers: settled.answers,
      },
    [labels, today, log, settled, covers],
  );
  const questions = useMemo(
    () => (table && kind && matching && reading ? openQuestions(table, kind, matching, reading) : undefined),
    [table, kind, matching, reading],
  );
  const reasonWords = useReasonWords(kind ?? recordKinds[0]);
  const notStored = useMemo(
    () => (plan ? rowsNotStored(plan, text, ({ reasons }) => reasonWords(reasons)) : []),
    [plan, text, reasonWords],
  );

  if (!kind)
    return <Notice tone="info" what={text('files.import.role.what')} next={text('files.import.role.next')} />;
  function settle(next: Settled): void {
    if (list && kind) setSaid({ ...list, kind, settled: next });
    setPlanned(undefined);
  }
  function check(): void {
    if (!table || !kind || !matching || !reading || !questions) return;
    const order = settled.order ?? provenOrder(questions.dates);
    const setup = { kind, matching, forAll: forAllOf(kind, settled), around: aroundOf(log, undefined) };
    const next = planImport(table, setup, { ...reading, order }, (values) => foresee(log, kind.key, values));
    setLooked(false);
    flushSync(() => setPlanned({ of: table, rows: next }));
    checkHeading.current?.focus();
  }
  async function start(): Promise<void> {
    if (!plan || !kind || !table || !matching) return;
    const rows = plan.filter((row): row is RowToStore => row.plan === 'store');
    if (!(await names.mayGoOn(textsOfRows(kind, rows, text)))) return;
    keepHeadings(log, kind, table.columns, matching);
    flushSync(() => run.start(kind.key, rows, settled.made));
    runHeading.current?.focus();
  }
  function report(): void {
    if (!table) return;
    const later = run.state.refused.map(({ row, reasons }) => ({ row, why: reasonWords(reasons) }));
    const all = [...notStored, ...later].sort((a, b) => a.row.number - b.row.number);
    void reportFile(table, all, text, words.locale).then((file) =>
      download(file, `${text('files.report.fileName')}.csv`),
    );
  }
  function another(): void {
    run.forget();
    handle.forget();
    setPlanned(undefined);
  }
  const all = plan?.filter((row) => row.plan === 'store').length ?? 0;
  return (
    <>
      <p className={look.text}>{text('files.import.what')}</p>
      {names.asking}
      <PickFile handle={handle} locked={locked} />
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={retry} />}
      {table && matching && questions && guess ? (
        <>
          <MatchColumns
            table={table}
            kinds={kinds}
            kind={kind}
            matching={matching}
            locked={locked}
            onKind={(key) => {
              setKindKey(key);
              setPlanned(undefined);
            }}
            onMatching={(next) => {
              setChosen({ of: guess, matching: next });
              setPlanned(undefined);
            }}
          />
          <SettleWords
            kind={kind}
            questions={questions}
            missing={missingIn(kind, matching)}
            settled={settled}
            said={said}
            locked={locked}
            newCode={() => log.newCode()}
            onSettled={settle}
          />
          <div className={styles.buttons}>
            <Button appearance={plan ? 'secondary' : 'primary'} disabled={locked} onClick={check}>
              {text('files.import.check.check')}
            </Button>
            <span className={look.quiet}>{text('files.import.check.storesNothing')}</span>
          </div>
          {plan ? (
            <DryRun
              table={table}
              plan={plan}
              notStored={notStored}
              heading={checkHeading}
              locked={locked || looking.busy}
              looked={looked}
              onLooked={setLooked}
              onStart={() => void looking.run(start)}
            />
          ) : null}
          {looking.failure === undefined ? null : (
            <FailureNotice cause={looking.failure} onRetry={() => void looking.run(start)} />
          )}
          {run.running ? (
            <RunningImport
              all={all}
              state={run.state}
              running={run.running}
              failure={run.failure}
              heading={runHeading}
              onStop={run.stop}
              onGoOn={run.goOn}
              onReport={report}
              onAnother={another}
            />
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** Words of the kind in every language; `retry` asks for them again. */
function useLabels(kind: AnyKind | undefined): {
  readonly labels: Labels | undefined;
  readonly failure: unknown;
  retry(): void;
} {
  const [loaded, setLoaded] = useState<{ readonly of: AnyKind; readonly labels: Labels }>();
  const [failure, setFailure] = useState<unknown>();
  const fetch = useCallback(() => {
    let wanted = true;
    if (kind)
      loadLabels(kind).then(
        (labels) => wanted && setLoaded({ of: kind, labels }),
        (cause: unknown) => wanted && setFailure(cause),
      );
    return () => {
      wanted = false;
    };
  }, [kind]);
  useEffect(fetch, [fetch]);
  return {
    labels: loaded?.of === kind ? loaded?.labels : undefined,
    failure,
    retry() {
      setFailure(undefined);
      fetch();
    },
  };
}

function useCovers(log: Log, cover: (code: string) => string): Reading['covers'] {
  const { entries } = log.view();
  return useMemo(() => coversOf(entries, cover), [entries, cover]);
}

/** Answers the kind cannot do without, for which the list has no column. */
/** A convenience for the next list: where it cannot be kept, nothing is lost. */
function keepHeadings(log: Log, kind: AnyKind, columns: readonly FileColumn[], matching: Matching): void {
  const name = headingsList(kind);
  const base = listedCodes(log.view(), name);
  const codes = keeping(base, columns, matching);
  if (codes !== base) void log.saveCodeList({ name, base, codes }).catch(() => undefined);
}

function missingIn(kind: AnyKind, matching: Matching): readonly ForAllField[] {
  const matched = new Set(Object.values(matching));
  return Object.entries(kind.fields).flatMap(([key, { required, settings }]) =>
    required && settings.choices && !matched.has(key) ? [{ key, choices: settings.choices }] : [],
  );
}

function forAllOf(kind: AnyKind, settled: Settled): AnyRecord {
  return Object.fromEntries(Object.entries(settled.forAll).filter(([key]) => key in kind.fields));
}

/** What the gate would say, from what is in memory; the run asks it again for every row. */
function foresee(log: Log, kind: string, values: AnyRecord): RowWhy | undefined {
  const need = log.need({ kind, entry: log.newEntryId(), values });
  if (need.kind === 'none') return undefined;
  const verdict = log.decide(need);
  if (verdict.allowed && verdict.left.length === 0) return undefined;
  if (need.tense === 'ahead') return 'consent';
  return typeof values.withoutConsentWhy === 'string' ? undefined : 'without-consent';
}
