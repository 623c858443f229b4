/**
 * The law of import: every row of a messy list is either stored once or listed with its reason, however often the run
 * breaks off. Runs against any world of a mission.
 */

import {
  notBegun,
  type RowToStore,
  type RunState,
  runImport,
} from '../../src/app/files/import/run-import.ts';
import type { Code, Day } from '../../src/domain/ids.ts';
import { kindOf } from '../../src/domain/registry.ts';
import { provenOrder } from '../../src/files/dates.ts';
import { findTitles, tableIn } from '../../src/files/find-table.ts';
import { loadLabels } from '../../src/files/labels.ts';
import { guessMatching, type Matching } from '../../src/files/match-columns.ts';
import { openQuestions } from '../../src/files/open-questions.ts';
import { type PlannedRow, planImport } from '../../src/files/plan-import.ts';
import { gridOf, openFile } from '../../src/files/read-file.ts';
import type { Alias, Reading } from '../../src/files/read-value.ts';
import { folded } from '../../src/files/tidy.ts';
import { seededRandom } from '../../src/local-tenant/faults/fault-box.ts';
import type { Log } from '../../src/log/log.ts';
import type { Book } from '../../src/store/book.ts';
import { type MessyList, messyList, strangers } from './messy-list.ts';

const contact = kindOf('contact');

/** Reads a list as the page does, with everybody in it settled: most are codes, one is somebody else. */
export async function planOf(
  bytes: Uint8Array,
  codes: readonly Code[],
  today: Day,
  more: { readonly matching?: Matching; readonly order?: Reading['order'] } = {},
): Promise<readonly PlannedRow[]> {
  const opened = await openFile(bytes);
  if ('fault' in opened) throw new Error(`the file: ${opened.fault}`);
  const { file } = opened;
  const read =
    file.is === 'text'
      ? await gridOf(file.bytes, file.encoding, file.shape)
      : { grid: file.sheets[0]?.grid ?? [], broken: new Set<number>() };
  if ('fault' in read) throw new Error(`the file: ${read.fault}`);
  const table = tableIn(read, findTitles(read.grid, today));
  const labels = await loadLabels(contact);
  const matching = more.matching ?? guessMatching(table.columns, contact, labels, today);
  const aliases = new Map<string, Alias>(
    strangers.map((word, place) => {
      const code = codes[place % codes.length];
      return [folded(word), place === 3 || !code ? { instead: 'journalist' } : { code }];
    }),
  );
  const open: Reading = {
    today,
    zone: 'Asia/Tbilisi',
    order: undefined,
    labels,
    covers: new Map(),
    aliases,
    answers: new Map(),
  };
  const order = more.order ?? provenOrder(openQuestions(table, contact, matching, open).dates);
  const setup = { kind: contact, matching, forAll: {}, around: {} };
  return planImport(table, setup, { ...open, order }, () => undefined);
}

export interface LawWorld {
  open(over: (book: Book) => Book): Promise<Log>;
  /** After a tab died: what it had planned is gone. */
  closed(log: Log): void;
}

export interface LawOutcome {
  readonly list: MessyList;
  readonly plan: readonly PlannedRow[];
  readonly breaks: number;
  readonly last: RunState;
  readonly log: Log;
}

/**
 * Imports `rows` messy rows, breaking off `breaks` times: the tab dies before or after a write reaches the book, and
 * another one begins from the file again.
 */
export async function importWithBreaks(
  world: LawWorld,
  codes: readonly Code[],
  today: Day,
  options: { readonly rows: number; readonly breaks: number; readonly seed: number },
): Promise<LawOutcome> {
  const list = messyList(options.rows, options.seed);
  const plan = await planOf(new TextEncoder().encode(list.text), codes, today);
  const rows = plan.filter((row): row is RowToStore => row.plan === 'store');
  const random = seededRandom(options.seed + 1);
  const share = Math.max(1, Math.floor((rows.length * 2) / (options.breaks + 1)));
  let breaks = 0;
  for (;;) {
    const isLast = breaks >= options.breaks;
    const dies = isLast ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * share);
    const log = await world.open((book) => dyingAfter(book, dies, random() < 0.5));
    try {
      const last = await runImport(log, contact.key, rows, notBegun, { aborted: false }, () => undefined);
      if (isLast) return { list, plan, breaks, last, log };
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TabDied') throw error;
      breaks += 1;
    }
    world.closed(log);
  }
}

class TabDied extends Error {
  override readonly name = 'TabDied';
}

/** Every write after the n-th fails; the n-th itself arrives or not, unheard in both cases. */
function dyingAfter(book: Book, writes: number, arrives: boolean): Book {
  let left = writes;
  return {
    ...book,
    async add(cleared) {
      left -= 1;
      if (left < 0) throw new TabDied();
      if (left > 0) return book.add(cleared);
      if (arrives) await book.add(cleared);
      throw new TabDied();
    },
  };
}
