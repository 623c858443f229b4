/** Takes a record through the gate: read the files fresh, decide, place a ticket in each, read again, clear. */

import { type Cleared, clear, clearNone, clearUnchanged, type ToClear } from '../../domain/consent/clear.ts';
import { decide } from '../../domain/consent/decide.ts';
import type { Evidence, Verdict } from '../../domain/consent/decision.ts';
import {
  newTicket,
  placeTicket,
  releaseTicket,
  ticketId,
  useTicket,
} from '../../domain/consent/file-operations.ts';
import type { ConsentNeed, Need } from '../../domain/consent/need.ts';
import type { Code, EntryId, Instant } from '../../domain/ids.ts';
import { type AnyRecord, codesOf, type Entry } from '../../domain/record-kind.ts';
import { isStoreError } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { ConsentFiles, FileRead } from './consent-files.ts';
import { isLeftOut, stillAsks, withoutLeft } from './left-out.ts';
import { freely, type Pass, type Passage, refusedOrPast } from './passage.ts';
import type { People } from './people.ts';

export interface GateDesk {
  /** From what is in memory, at once; for the line beside a button. */
  glance(need: Need): Verdict;
  /** The same for a record that is to be stored: the verdict, and the record without those whom it leaves out. */
  foresee(toClear: ToClear): { readonly verdict: Verdict; readonly record: AnyRecord };
  /** What colleagues wrote a moment ago is in memory: for many glances at once. */
  heard(): Promise<void>;
  pass(toClear: ToClear, before?: Entry): Promise<Passage>;
  /**
   * As if the stored step were taken for the first time: what cleared it once does not count, and nobody is left out of
   * it silently.
   */
  passAgain(toClear: ToClear, before: Entry): Promise<Passage>;
  /** On a fresh read and without a ticket: whether what was done still stands for everybody it concerns, and how long at most. */
  stands(need: ConsentNeed, entry: EntryId): Promise<Standing>;
}

export interface Standing {
  readonly verdict: Verdict;
  /** 72 hours from now, or the end of a consent it stands on. */
  readonly until: Instant;
}

const ATTEMPTS = 6;
/** Who places a ticket that is only worked out and never placed. */
const nobody = { objectId: '', tenantId: '', name: '' };

/** @param upToDate brings what memory knows of these codes, their situation and who is behind them, up to the book */
export function openGateDesk(
  files: ConsentFiles,
  people: People,
  clock: Clock,
  upToDate: (codes: readonly Code[]) => Promise<void>,
): GateDesk {
  function glance(need: Need): Verdict {
    const evidence: Evidence =
      need.kind === 'none'
        ? { files: new Map(), circumstances: new Map(), zone: people.zone() }
        : people.evidence(need.persons);
    return decide(need, evidence, { now: clock.now() });
  }

  /** A file that was there and is not found any more is left out: nobody knows what it said. */
  async function readFiles(codes: readonly Code[]): Promise<Map<Code, FileRead>> {
    const persons = people.personsOf(codes);
    const read = await Promise.all(persons.map(async (code) => [code, await files.read(code)] as const));
    return new Map(read.filter(([code, { entry }]) => entry !== undefined || !people.file(code)));
  }

  async function pass(toClear: ToClear, before?: Entry): Promise<Passage> {
    const need = toClear.kind.need(toClear.record);
    if (need.kind === 'consent') await upToDate(need.persons);
    const unchanged = before && !isWider(need, before) ? clearUnchanged(toClear, before) : undefined;
    if (unchanged) return { pass: staying(unchanged) };
    if (need.kind === 'none') return { pass: freely(clearNone(toClear)) };
    return trying(() => attemptPass(toClear, need, before));
  }

  async function passAgain(toClear: ToClear, before: Entry): Promise<Passage> {
    const need = toClear.kind.need(toClear.record);
    if (need.kind === 'none') return { pass: freely(clearNone(toClear)) };
    await upToDate(need.persons);
    return trying(async () => {
      const read = await readFiles(need.persons);
      const evidence = people.evidence(need.persons, filesOf(read));
      const verdict = decide(need, evidence, { now: clock.now(), entry: toClear.entry });
      if (!verdict.allowed || verdict.left.length > 0) return { refused: { ...verdict, allowed: false } };
      return placeAndClear(toClear, need, verdict, read, before);
    });
  }

  async function stands(need: ConsentNeed, entry: EntryId): Promise<Standing> {
    await upToDate(need.persons);
    const now = clock.now();
    const files = filesOf(await readFiles(need.persons));
    const verdict = decide(need, people.evidence(need.persons, files), { now, entry });
    const ends = verdict.cleared.flatMap((code) => {
      const file = files.get(code);
      const act = { id: 'none', entry, kind: '', by: nobody, at: now };
      return file ? [newTicket(verdict, code, act, file, people.zone()).until] : [];
    });
    const isWhole = verdict.allowed && verdict.left.length === 0;
    return { verdict: { ...verdict, allowed: isWhole }, until: ends.sort()[0] ?? now };
  }

  /** Whoever was slower than somebody else looks again. */
  async function trying(attemptOnce: () => Promise<Passage>): Promise<Passage> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await attemptOnce();
      } catch (error) {
        if (attempt >= ATTEMPTS || !isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
      }
    }
  }

  /** Whether a case or group of a stored plan holds somebody by now whom its ticket does not cover. */
  function isWider(need: Need, before: Entry): boolean {
    if (need.kind === 'none' || need.tense === 'past') return false;
    return people
      .personsOf(need.persons)
      .filter((code) => !need.persons.includes(code))
      .some((code) => !people.file(code)?.tickets.some(({ id }) => id === before.ticket));
  }

  /** The edit stays under its ticket; a tab that died between act and mark has left that one placed. */
  function staying(unchanged: Cleared): Pass {
    const { ticket } = unchanged;
    if (ticket === undefined) return freely(unchanged);
    const open = people
      .personsOf(codesOf(unchanged.record))
      .filter((code) =>
        people.file(code)?.tickets.some(({ id, state }) => id === ticket && state === 'placed'),
      );
    return { ...freely(unchanged), used: () => markUsed(open, ticket) };
  }

  async function attemptPass(
    toClear: ToClear,
    need: ConsentNeed,
    before: Entry | undefined,
  ): Promise<Passage> {
    const read = await readFiles(need.persons);
    const evidence = people.evidence(need.persons, filesOf(read));
    const verdict = decide(need, evidence, { now: clock.now(), entry: toClear.entry });
    if (!verdict.allowed || isLeftOut(toClear, verdict, people))
      return refusedOrPast(toClear, need, { ...verdict, allowed: false });
    // What has happened is recorded as it happened, with everybody it concerned.
    if (need.tense === 'past' && verdict.left.length > 0) return refusedOrPast(toClear, need, verdict);
    if (verdict.left.length > 0) {
      const without = withoutLeft(toClear, verdict.left, people);
      // What cannot leave them out does not go on without them.
      if (!without || stillAsks(without, verdict.left, people))
        return { refused: { ...verdict, allowed: false } };
      return attemptTrimmed(without, verdict.left, before);
    }
    return placeAndClear(toClear, need, verdict, read, before);
  }

  /** Who refused is left unnamed; the others proceed, decided on the record as it will be stored. */
  async function attemptTrimmed(
    toClear: ToClear,
    left: readonly Code[],
    before: Entry | undefined,
  ): Promise<Passage> {
    const need = toClear.kind.need(toClear.record);
    if (need.kind === 'none') return { pass: freely(clearNone(toClear), left) };
    const passage = await attemptPass(toClear, need, before);
    if (!('pass' in passage)) return passage;
    return { pass: { ...passage.pass, left: [...new Set([...left, ...passage.pass.left])] } };
  }

  async function placeAndClear(
    toClear: ToClear,
    need: ConsentNeed,
    verdict: Verdict,
    read: Map<Code, FileRead>,
    before: Entry | undefined,
  ): Promise<Passage> {
    const id = ticketId(toClear.entry, need, before?.version);
    const placed: Code[] = [];
    // Placed by an earlier try, whose act may have happened: never given back here.
    const earlier = [...read].flatMap(([code, { file }]) =>
      file.tickets.some((ticket) => ticket.id === id && ticket.state === 'placed') ? [code] : [],
    );
    const release = async () => {
      for (const code of placed.filter((each) => !earlier.includes(each))) {
        await files.change(code, (file) => {
          const step = releaseTicket(file, id);
          return step.ok ? step.file : file;
        });
      }
    };
    try {
      let at: Instant | undefined;
      // In the order of codes, everywhere: two acts on the same people cannot wait for each other.
      for (const code of [...verdict.cleared].sort()) {
        const held = read.get(code);
        if (!held) throw new TypeError('a cleared person whose file was not read');
        const ticket = newTicket(
          verdict,
          code,
          { id, entry: toClear.entry, kind: toClear.kind.key, by: toClear.by, at: clock.now() },
          held.file,
          people.zone(),
        );
        const step = placeTicket(held.file, ticket);
        if (!step.ok) {
          await release();
          if (step.why !== 'used') return { refused: { ...verdict, allowed: false } };
          await markUsed(earlier, id);
          return { doneBefore: true };
        }
        const after = await files.replace(held, step.file);
        placed.push(code);
        read.set(code, after);
        at = later(at, after.at);
      }
      // Between the first ticket and the last somebody may have taken their word back.
      for (const code of placed.slice(0, -1)) read.set(code, await files.read(code));
      const again = people.evidence(need.persons, filesOf(read));
      const cleared = clear(toClear, verdict, again, id, at);
      if ('refused' in cleared) {
        await release();
        return refusedOrPast(toClear, need, cleared.refused);
      }
      return { pass: { cleared, left: verdict.left, release, used: () => markUsed(placed, id) } };
    } catch (error) {
      // A ticket that cannot be given back now runs out by itself within 72 hours.
      await release().catch(() => undefined);
      throw error;
    }
  }

  async function markUsed(codes: readonly Code[], id: string): Promise<readonly Code[]> {
    const recalled: Code[] = [];
    for (const code of codes) {
      const { file } = await files.change(code, (held) => {
        const step = useTicket(held, id);
        return step.ok ? step.file : held;
      });
      if (file.tickets.some((ticket) => ticket.id === id && ticket.state === 'recalled')) recalled.push(code);
    }
    return recalled;
  }

  function foresee(toClear: ToClear): { readonly verdict: Verdict; readonly record: AnyRecord } {
    const verdict = glance(toClear.kind.need(toClear.record));
    if (verdict.left.length === 0) return { verdict, record: toClear.record };
    const without = withoutLeft(toClear, verdict.left, people);
    const stays =
      without && !isLeftOut(toClear, verdict, people) && !stillAsks(without, verdict.left, people);
    const allowed = verdict.allowed && stays === true;
    return { verdict: { ...verdict, allowed }, record: without?.record ?? toClear.record };
  }

  return { glance, foresee, heard: () => upToDate([]), pass, passAgain, stands };
}

function filesOf(read: ReadonlyMap<Code, FileRead>) {
  return new Map([...read].map(([code, { file }]) => [code, file]));
}

function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
