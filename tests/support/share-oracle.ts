/** What must hold after random runs around shares, judged from the order of events alone and not by what the gate said. */

import type { Cleared } from '../../src/domain/consent/clear.ts';
import type { ConsentFile, Ticket } from '../../src/domain/consent/consent-file.ts';
import { addDays, type Code, type Day, dayOf, type EntryId, type Instant } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import { share as shareKind } from '../../src/domain/system/share.ts';
import { consentFileIn } from '../../src/log/gate/people.ts';
import type { ShareDesk } from './share-desk.ts';

/** Everything that reached a book, in the order in which it did. */
export interface Event {
  readonly entry: Entry;
  readonly cleared: Cleared;
  /** Index at which the command began that wrote it. */
  readonly since: number;
}

export function isSealedShare({ kind, record }: Entry): boolean {
  return (
    kind === 'circle-entry' &&
    record.from === 'aldermark' &&
    record.coarse === 'trial' &&
    record.envelope !== undefined
  );
}

interface FileState {
  readonly file: ConsentFile;
  readonly at: Instant;
  readonly index: number;
}

/** What must hold, from the order of events alone. */
export function judge(
  events: readonly Event[],
  about: Code,
  told: ReadonlySet<EntryId>,
  cutOff: readonly number[],
): readonly string[] {
  const found: string[] = [];
  const states: FileState[] = [];
  const shares = new Map<unknown, { readonly entry: EntryId; readonly ticket: string | undefined }[]>();
  const ended = new Map<unknown, number>();
  const attested: { readonly row: unknown; readonly index: number; readonly until: string }[] = [];
  for (const [index, { entry, cleared, since }] of events.entries()) {
    const { record } = entry;
    if (entry.kind === 'consent-file') states.push({ file: consentFileIn(entry), at: entry.at, index });
    if (entry.kind === shareKind.key && record.type === 'shared-entry' && cleared.ticket)
      shares.set(record.row, [
        ...(shares.get(record.row) ?? []),
        { entry: entry.entry, ticket: cleared.ticket },
      ]);
    if (entry.kind === 'act' && record.from === 'aldermark') {
      const said = textOf(record.jws);
      if (record.type === 'withdrawn')
        for (const row of said.entries as string[]) ended.set(row, ended.get(row) ?? index);
      if (record.type === 'retracted') ended.set(said.entry, ended.get(said.entry) ?? index);
      if (record.type === 'attested') {
        attested.push({ row: said.entry, index, until: String(said.until) });
        const why = wordFault(states, since, said.until as string, entry.at);
        if (why) found.push(`attested ${String(said.entry)}: ${why}`);
      }
    }
    if (isSealedShare(entry)) {
      const why = sealFault(shares.get(entry.entry) ?? [], states, told, cutOff, index);
      if (why) found.push(`sealed ${entry.entry}: ${why}`);
    }
    if (
      entry.kind === shareKind.key &&
      record.type === 'answer' &&
      record.state === 'shared' &&
      record.digest === undefined
    ) {
      const { to } = record.says as { readonly to: string };
      const gone = ended.get(to);
      if (gone !== undefined && gone < since) found.push(`acted on ${to}: it had been taken back before`);
      if (!attested.some((one) => one.row === to && one.until > entry.at))
        found.push(`acted on ${to}: nobody attested`);
    }
  }
  if (states.some(({ file }) => file.about !== about)) found.push('a file of somebody else');
  return found;
}

/** Why our word had no right to be given: judged by what stood when whoever gave it began. */
function wordFault(
  states: readonly FileState[],
  since: number,
  until: string,
  at: Instant,
): string | undefined {
  const then = states.findLast(({ index }) => index < since) ?? states[0];
  const during = states.filter(({ index }) => index >= since);
  const carrying = [then, ...during].flatMap((state) =>
    state && isAgreed(state.file, dayOf(at)) ? [state] : [],
  );
  if (carrying.length === 0) return 'no consent at any time since it was begun';
  const last =
    carrying
      .map(({ file }) => endOf(file))
      .sort()
      .at(-1) ?? '';
  return until > `${addDays(last as Day, 1)}T00:00:00Z` ? 'longer than the consent' : undefined;
}

function sealFault(
  shares: readonly { readonly entry: EntryId; readonly ticket: string | undefined }[],
  states: readonly FileState[],
  told: ReadonlySet<EntryId>,
  cutOff: readonly number[],
  index: number,
): string | undefined {
  if (shares.length === 0) return 'no share in our own book';
  const reasons = shares.map(({ entry, ticket }) =>
    standing(
      states.filter((one) => one.index < index),
      ticket ?? '',
      entry,
      told,
      cutOff,
    ),
  );
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** Why this had no right to be sealed under this ticket, or undefined. */
function standing(
  states: readonly FileState[],
  id: string,
  entry: EntryId,
  told: ReadonlySet<EntryId>,
  cutOff: readonly number[],
): string | undefined {
  const place = states.findLastIndex(
    ({ file }, at) => holds(file, id, 'placed') && !holds(states[at - 1]?.file, id, 'placed'),
  );
  const state = states[place];
  if (!state) return 'its ticket was never placed';
  if (!isAgreed(state.file, dayOf(state.at))) return 'no consent when the ticket was placed';
  const after = states
    .slice(place + 1)
    .find(({ file }) => !holds(file, id, 'placed') && !holds(file, id, 'used'));
  if (after && !holds(after.file, id, 'recalled')) return 'its ticket was given back before';
  // Whoever withdrew and was cut off was told nothing, and somebody else finishes it.
  const wasCut = after !== undefined && cutOff.some((since) => since <= after.index);
  if (after && !told.has(entry) && !wasCut) return 'recalled, and nobody was told that it was under way';
  return undefined;
}

function holds(file: ConsentFile | undefined, id: string, state: Ticket['state']): boolean {
  return file?.tickets.some((ticket) => ticket.id === id && ticket.state === state) ?? false;
}

/** The oracle's own reading of a file in which only the defender speaks and only about trials. */
function isAgreed(file: ConsentFile, today: Day): boolean {
  const said = file.decisions.findLast(
    (decision) =>
      decision.outcome === 'refused' ||
      decision.outcome === 'withdrawn' ||
      decision.grants.some((grant) => (grant.audiences as readonly string[]).includes('mission:brenland')),
  );
  return said?.outcome === 'given' && (said.validity?.day ?? '') >= today;
}

function endOf(file: ConsentFile): string {
  return (
    file.decisions
      .map(({ validity }) => validity?.day ?? '')
      .sort()
      .at(-1) ?? ''
  );
}

/** In the end nothing that lost its consent lies in the circle, and nothing is half sent. */
export function stillOut(
  desk: ShareDesk,
  about: Code,
  events: readonly Event[],
  today: Day,
): readonly string[] {
  const last = events.findLast(({ entry }) => entry.kind === 'consent-file' && entry.record.about === about);
  const stands = last !== undefined && isAgreed(consentFileIn(last.entry), today);
  const rows = new Map(
    events.flatMap(({ entry }) =>
      entry.kind === 'circle-entry' && entry.record.coarse === 'trial' ? [[entry.entry, entry] as const] : [],
    ),
  );
  const found: string[] = [];
  for (const [id, { record }] of rows)
    if (record.envelope !== undefined && !stands)
      found.push(`${id}: still lies in the circle without consent`);
  for (const { record } of desk.exchange.shares.all()) {
    const row = rows.get(record.row)?.record;
    if (
      record.state === 'shared' &&
      record.type === 'shared-entry' &&
      record.digest === undefined &&
      row?.envelope !== undefined
    )
      found.push(`${record.row}: sent and not noted`);
    if (record.state !== 'shared' && row?.envelope !== undefined)
      found.push(`${record.row}: taken back and still there`);
  }
  return found;
}

function textOf(jws: unknown): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(String(jws).split('.')[1] ?? '', 'base64url').toString('utf8'));
}
