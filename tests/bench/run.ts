/**
 * `npm run bench`: prints every figure beside its limit; ends with 1 when something that can be counted is over its limit.
 * `npm run bench -- store screens` runs these parts only.
 */

import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBook } from './book.ts';
import { buildAndWeigh, type Chunk, closureOf, isOurs, sharesOf, weightOf } from './bundle.ts';
import { measureSaves, roundTrips } from './calls.ts';
import { decisionsPerSecond } from './decide.ts';
import { type GraphCall, measureFirstLoad } from './first-load.ts';
import { measureLargeScreen, type ScreenFigures, type Typing } from './large-screen.ts';
import { measureMatch } from './match.ts';
import { measureSealing } from './sealing.ts';
import type { SealingFigures, Time } from './sealing-forms.ts';
import { measureSearch } from './search.ts';
import { measureStore } from './store.ts';
import type { Tasks } from './tasks.ts';

const firstLoadLimit = 285;
const roundTripLimit = 2;
const callLimit = 3;
/** Of the 1,250 resource units a minute that a small tenant grants the app. */
const unitLimit = 250;
/** What comparable work takes in the Teams Emergency Operations Center app. */
const comparable = { kilobytes: 1_211, roundTrips: 6, calls: 16 };

let over = 0;

/** One line of the table. A limit that can be counted and is exceeded fails the run. */
function line(what: string, figure: string, target = '', isOver = false): void {
  if (isOver) over += 1;
  console.log(`${what.padEnd(58)} ${figure.padStart(16)}  ${target}${isOver ? '  OVER' : ''}`);
}

function title(text: string): void {
  console.log(`\n${text}`);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
const many = (count: number): string => Math.round(count).toLocaleString('en');

const folder = join(tmpdir(), `focal-point-bench-${process.pid}`);
let chunks: ReadonlyMap<string, Chunk> | undefined;

async function built(): Promise<ReadonlyMap<string, Chunk>> {
  chunks ??= await buildAndWeigh(folder);
  return chunks;
}

async function firstLoad(): Promise<void> {
  const weighed = await built();
  const load = await measureFirstLoad(folder);
  printFirstLoad(weighed, load.scripts);
  printPages(weighed, new Set(load.scripts));
  printColdStart(load.graph);
  line('useful after', `${many(load.usefulAt)} ms`, 'on this machine');
}

async function screens(): Promise<void> {
  await built();
  printLargeScreen(await measureLargeScreen(folder));
}

function printLargeScreen(figures: ScreenFigures): void {
  const { entries, mostRows, framesScrolled, longestFrame, heap, allHereAfter } = figures;
  title(
    `The screen over ${many(entries)} entries, tasks of its main thread in processor time (by the clock)`,
  );
  line('everything here after', `${many(allHereAfter)} s`, 'in the background');
  printTasks('while older entries arrive', figures.arriving);
  line(`rows of the table, most in ${many(framesScrolled)} frames`, many(mostRows), '≤ 100', mostRows > 100);
  printTasks('scrolling', figures.scrolling);
  const frame = longestFrame === 0 ? 'under 50 ms' : `${many(longestFrame)} ms`;
  line('longest frame while scrolling, as the browser tells it', frame, '≤ 50 ms, by the clock, a time');
  printTyping('search', figures.searching);
  printTyping('filter of the list, first word', figures.filteringFirst);
  printTyping('filter of the list, later words', figures.filtering);
  line('heap', `${many(heap)} MB`, '≤ 400 MB', heap > 400);
}

function printTasks(when: string, { count, longest, long }: Tasks): void {
  const figure = `${many(longest.processor)} ms (${many(longest.clock)})`;
  line(`${when}: longest of ${many(count)} tasks`, figure, '≤ 50 ms, a time');
  line(`${when}: tasks over 50 ms`, `${many(long.processor)} (${many(long.clock)})`, 'of a time');
}

function printTyping(where: string, { letters, median, worst, settledAfter, tasks }: Typing): void {
  line(
    `${where}: a keystroke, median of ${many(letters)}`,
    `${many(median)} ms`,
    '≤ 50 ms, by the clock, a time',
  );
  line(`${where}: a keystroke, worst`, `${many(worst)} ms`, 'by the clock, a time');
  line(`${where}: everything looked through after`, `${many(settledAfter)} ms`, 'by the clock, a time');
  printTasks(where, tasks);
}

function printFirstLoad(chunks: ReadonlyMap<string, Chunk>, scripts: readonly string[]): void {
  title('JavaScript loaded until Today is useful, after gzip');
  const unknown = scripts.filter((script) => !chunks.has(script));
  if (unknown.length > 0) throw new Error(`scripts that no build made: ${unknown.join(', ')}`);
  const all = weightOf(chunks, scripts);
  const shares = sharesOf(chunks, scripts);
  const libraries = shares.filter(([owner]) => !isOurs(owner)).reduce((sum, [, bytes]) => sum + bytes, 0);
  const beside = `≤ ${firstLoadLimit} KB, comparable app ${comparable.kilobytes.toLocaleString('en')} KB`;
  line(`${scripts.length} files`, kilobytes(all), beside, all > firstLoadLimit * 1000);
  line('beside the libraries in them', times(all / libraries));
  for (const [owner, bytes] of shares) line(`  ${owner}`, kilobytes(bytes));
}

/** What opening each page or part loads on top, if nothing else has been opened yet. */
function printPages(chunks: ReadonlyMap<string, Chunk>, loaded: ReadonlySet<string>): void {
  title('What each page or part loads after that');
  const parts = [...chunks.values()]
    .filter(({ source, file }) => source?.startsWith('src/') && !loaded.has(file))
    .map(({ source, file }) => {
      const more = [...closureOf(chunks, file)].filter((each) => !loaded.has(each));
      return [source ?? '', weightOf(chunks, more)] as const;
    })
    .sort((a, b) => b[1] - a[1]);
  for (const [source, bytes] of parts) line(`  ${source.replace('src/', '')}`, kilobytes(bytes));
}

function printColdStart(graph: readonly GraphCall[]): void {
  title('From the token to a useful Today');
  const needed = graph.filter(({ older, circle }) => !older && !circle);
  const trips = roundTrips(needed);
  const tripsAsked = roundTrips(needed, ({ preflight }) => (preflight ? 2 : 1));
  const beside = (limit: number, other: number) => `≤ ${limit}, comparable app ${other}`;
  line(
    'dependent round trips to Graph',
    many(trips),
    beside(roundTripLimit, comparable.roundTrips),
    trips > roundTripLimit,
  );
  line('the same with preflights of the browser as trips of their own', many(tripsAsked));
  line('calls to Graph', many(needed.length), beside(callLimit, comparable.calls), needed.length > callLimit);
  line(
    'preflights before them',
    many(needed.filter(({ preflight }) => preflight).length),
    'the browser’s own',
  );
  const callsOf = (which: 'older' | 'circle') => many(graph.filter((call) => call[which]).length);
  line('calls for older entries answered by then', callsOf('older'));
  line('calls that opened the circle, answered by then', callsOf('circle'));
}

async function store(): Promise<void> {
  const figures = await measureStore();
  title('The book on Graph');
  line(
    `reading ${many(figures.items)} items beside a plain fetch loop`,
    times(figures.ratio),
    '≤ 1.50 ×, a time',
  );
  line('the same from pages in memory', times(figures.storeInMemory / figures.plainInMemory), 'a time');
  for (const { lists, calls, roundTrips: trips } of figures.coldStart) {
    line(
      `opening ${lists} lists: dependent round trips`,
      many(trips),
      `≤ ${roundTripLimit}`,
      trips > roundTripLimit,
    );
    line(`opening ${lists} lists: calls`, many(calls), `≤ ${callLimit}`, calls > callLimit);
  }
}

async function saves(): Promise<void> {
  title('Calls of one save, preflights and the emptied draft left out');
  for (const { what, calls, roundTrips: trips } of await measureSaves())
    line(what, many(calls), `${trips} one after the other`);
}

async function largeBook(): Promise<void> {
  const { items, held, costs } = await measureBook();
  title(`A mission book of ${many(items)} items: what one tab asks of SharePoint`);
  line(
    'entries in memory when Today can be shown',
    many(held.atOpening),
    `${many(held.inTheEnd)} in the end`,
  );
  for (const { what, calls, units, kilobytes: size, unitsAMinute, roundTrips: trips } of costs) {
    const dearest = `${many(unitsAMinute)} in the dearest minute, ≤ ${unitLimit}`;
    line(`${what}: resource units`, many(units), dearest, unitsAMinute > unitLimit);
    line('  calls', many(calls), `${many(size)} KB before compression`);
    if (trips !== undefined)
      line('  dependent round trips', many(trips), `≤ ${roundTripLimit}`, trips > roundTripLimit);
  }
}

function search(): void {
  const { entries, takenIn, median, worst, besideIncludes } = measureSearch();
  title(`Search over ${many(entries)} entries in memory, processor time`);
  line('one search, median', `${median.toFixed(1)} ms`, '≤ 50 ms, a time');
  line('beside a plain includes over the same texts', times(besideIncludes), 'a time');
  line('one search, worst', `${worst.toFixed(1)} ms`, 'a time');
  line('until all can be found', `${many(takenIn)} ms`, 'in bites, a time');
}

async function sealing(): Promise<void> {
  const { envelopes, inWorker, inNode } = await measureSealing();
  printSealing(`Opening ${many(envelopes)} envelopes in a worker of Chromium`, inWorker);
  printSealing('The same envelopes in Node', inNode);
}

function printSealing(what: string, figures: SealingFigures): void {
  const both = ({ spent, clock }: Time) => `${times(spent)} (${times(clock)})`;
  title(`${what}, processor time (by the clock)`);
  line('a wrapped key each, beside a bare jose loop', both(figures.directBesideJose), '≤ 1.30 ×, a time');
  line(
    'audience keys, each signature checked, beside jose',
    both(figures.aloneBesideJose),
    '≤ 1.30 ×, a time',
  );
  line('as the app sends, beside jose checking each', both(figures.underBesideJose), '≤ 1.30 ×, a time');
  line('as the app sends, beside jose checking none', both(figures.underBesideDecrypting), 'a time');
  line('as the app sends', `${many(figures.ms.spent)} ms (${many(figures.ms.clock)} ms)`, 'a time');
  line('the newest 50 are there after', `${many(figures.firstFiftyMs)} ms`, 'by the clock, a time');
  line('audience keys alone, beside a wrapped key each', both(figures.aloneFaster), 'faster, a time');
  line('as the app sends, beside a wrapped key each', both(figures.underFaster), '≥ 5 × faster, a time');
  line('the same when our book holds the digests', both(figures.underSeenFaster), '≥ 5 × faster, a time');
}

function gate(): void {
  title('The gate');
  line(
    'decisions a second of processor time, 50 in the file',
    many(decisionsPerSecond()),
    '≥ 200,000, a time',
  );
}

async function comparison(): Promise<void> {
  const { size, turns, bare, longest } = await measureMatch();
  title(`A blind comparison of ${size} people with ${size}`);
  line('all four turns beside the bare blinding', times(turns / bare), 'a time');
  line('the longest turn', `${many(longest)} ms`, 'in bites, a time');
}

/** In the order in which all of them run. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  gate,
  search,
  comparison,
  sealing,
  saves,
  store,
  book: largeBook,
  load: firstLoad,
  screens,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
try {
  for (const [name, run] of Object.entries(parts))
    if (named.length === 0 || named.includes(name)) await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (over > 0) console.log(`\n${over} over the limit`);
// A browser in which something was measured ends with this process, and would keep it running.
process.exit(over > 0 ? 1 : 0);
