/** Only the gate mints: what it demands before it does, and what it never lets through. */

import { describe, expect, it } from 'vitest';
import {
  clear,
  clearNone,
  clearPast,
  clearUnchanged,
  isCleared,
  type ToClear,
} from '../../../src/domain/consent/clear.ts';
import type { ConsentFile } from '../../../src/domain/consent/consent-file.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import {
  addDecision,
  newTicket,
  placeTicket,
  recallTicket,
  ticketId,
  useTicket,
} from '../../../src/domain/consent/file-operations.ts';
import type { Need } from '../../../src/domain/consent/need.ts';
import { recordDecision } from '../../../src/domain/consent/withdrawal.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import {
  decision,
  entry,
  evidence,
  file,
  journalist,
  mother,
  need,
  now,
  officer,
  oskel,
  otherEntry,
  refusal,
} from './consent-cases.ts';

const kind = {
  key: 'observation',
  need: (record: AnyRecord): Need => (record.need as Need | undefined) ?? { kind: 'none' },
} as unknown as AnyKind;
const wanted = need();
const soon = '2026-11-20T09:00:04Z' as Instant;

function toClear(record: AnyRecord = { about: oskel, step: 'planned', need: wanted }): ToClear {
  return { kind, entry, record, by: officer };
}

function withOurTicket(held: ConsentFile): ConsentFile {
  const verdict = decide(wanted, evidence(held), { now, entry });
  const ticket = newTicket(
    verdict,
    oskel,
    { id: ticketId(entry, wanted), entry, kind: kind.key, by: officer, at: now },
    held,
    'UTC',
  );
  const step = placeTicket(held, ticket);
  if (!step.ok) throw new Error(step.why);
  return step.file;
}

function tryToClear(reread: ConsentFile, at: Instant | undefined) {
  const verdict = decide(wanted, evidence(file([decision({ id: 'yes' })])), { now, entry });
  return clear(toClear(), verdict, evidence(reread), ticketId(entry, wanted), at);
}

describe('B8 the consent is checked again on what was read after placing the ticket', () => {
  const before = file([decision({ id: 'yes' })]);
  const placed = withOurTicket(before);

  it('mints with the ticket in place', () => {
    const cleared = tryToClear(placed, soon);
    expect(isCleared(cleared)).toBe(true);
    expect(cleared).toMatchObject({ under: ['yes'], ticket: ticketId(entry, wanted), audiences: ['court'] });
    expect(Object.isFrozen(cleared)).toBe(true);
  });

  it.each<[string, ConsentFile, Instant | undefined, string]>([
    ['without our ticket', before, soon, 'no-ticket'],
    ['with our ticket recalled', stepped(recallTicket(placed, ticketId(entry, wanted))), soon, 'no-ticket'],
    ['with our ticket used', stepped(useTicket(placed, ticketId(entry, wanted))), soon, 'no-ticket'],
    ['after the ticket ran out', placed, '2026-11-23T09:00:00Z' as Instant, 'no-ticket'],
    [
      'with a ticket for another entry',
      { ...placed, tickets: placed.tickets.map((t) => ({ ...t, entry: otherEntry })) },
      soon,
      'no-ticket',
    ],
    [
      'with a ticket for other audiences',
      { ...placed, tickets: placed.tickets.map((t) => ({ ...t, audiences: ['embassy' as const] })) },
      soon,
      'no-ticket',
    ],
    [
      'after a withdrawal in between',
      stepped(addDecision(placed, refusal({ outcome: 'withdrawn', at: now }))),
      soon,
      'withdrawn',
    ],
    [
      'after the consent ended in between',
      {
        ...placed,
        decisions: [decision({ id: 'yes', validity: { kind: 'until', day: '2026-11-19' as Day } })],
      },
      soon,
      'expired',
    ],
    ["without the server's time", placed, undefined, 'clock-unknown'],
    [
      'when another consent carries it now than the one the ticket was taken under',
      { ...placed, decisions: [decision({ id: 'other' })] },
      soon,
      'no-ticket',
    ],
  ])('does not mint %s', (_, reread, at, code) => {
    const outcome = tryToClear(reread, at);
    expect(isCleared(outcome)).toBe(false);
    expect('refused' in outcome && outcome.refused).toMatchObject({ allowed: false, refusals: [{ code }] });
  });

  it('does not mint when somebody joined the case in between', () => {
    const verdict = decide(wanted, evidence(before), { now, entry });
    const held = evidence(placed);
    const more = {
      files: new Map(held.files).set(journalist, file([decision()], [], journalist)),
      circumstances: new Map(held.circumstances).set(journalist, {
        code: journalist,
        speakers: [],
        minor: false,
        group: false,
      }),
      members: new Map([[oskel, [oskel, journalist]]]),
      zone: 'UTC',
    };
    const outcome = clear(toClear(), verdict, more, ticketId(entry, wanted), soon);
    expect('refused' in outcome && outcome.refused.refusals).toMatchObject([
      { person: journalist, code: 'no-ticket' },
    ]);
  });

  it.each<[string, () => unknown]>([
    [
      'a verdict that refuses',
      () => clear(toClear(), decide(wanted, evidence(file([])), { now }), evidence(placed), 'x', soon),
    ],
    [
      'a verdict for another need',
      () =>
        clear(
          toClear(),
          decide(need({ audiences: ['embassy'] }), evidence(before), { now }),
          evidence(placed),
          'x',
          soon,
        ),
    ],
    [
      'a step that needs no consent',
      () =>
        clear(
          toClear({ about: oskel }),
          decide(wanted, evidence(before), { now }),
          evidence(placed),
          'x',
          soon,
        ),
    ],
    [
      'a record that names who was left out',
      () => {
        const verdict = { ...decide(wanted, evidence(before), { now }), left: [journalist] };
        return clear(
          toClear({ about: oskel, named: [journalist], need: wanted }),
          verdict,
          evidence(placed),
          'x',
          soon,
        );
      },
    ],
  ])('throws for %s', (_, mistake) => {
    expect(mistake).toThrow(TypeError);
  });
});

describe('what needs no consent', () => {
  it('is cleared under none', () => {
    expect(clearNone(toClear({ about: oskel }))).toMatchObject({ under: ['none'] });
  });

  it('throws for a step that needs consent', () => {
    expect(() => clearNone(toClear())).toThrow(TypeError);
  });

  const stored: Entry = {
    kind: kind.key,
    id: '1',
    entry,
    version: '1',
    at: now,
    createdAt: now,
    schema: 1,
    by: officer,
    under: ['yes'],
    ticket: 't',
    record: { about: oskel, step: 'planned', need: wanted, note: 'a' },
  };

  it('an edit of the note stays under what cleared the entry', () => {
    expect(clearUnchanged(toClear({ ...stored.record, note: 'b' }), stored)).toMatchObject({
      under: ['yes'],
      ticket: 't',
    });
  });

  it.each<[string, AnyRecord]>([
    ['step', { step: 'announced' }],
    ['people', { named: [journalist] }],
    ['audience', { need: need({ audiences: ['public'] }) }],
    ['categories', { need: need({ categories: ['health'] }) }],
  ])('an edit of the %s does not', (_, change) => {
    expect(clearUnchanged(toClear({ ...stored.record, ...change }), stored)).toBeUndefined();
  });

  it('throws for another entry', () => {
    expect(() => clearUnchanged({ ...toClear(stored.record), entry: otherEntry }, stored)).toThrow(TypeError);
  });
});

describe('B6 the past without consent', () => {
  const past = need({ tense: 'past' });
  const why = 'The hearing was moved forward within the hour';
  const record = { about: oskel, step: 'done', need: past, withoutConsentWhy: why };
  const verdict = decide(past, evidence(file([])), { now });

  it('is recorded as it was, with its reason, without audience or ticket', () => {
    const cleared = clearPast(toClear(record), verdict, why);
    expect(cleared).toMatchObject({ under: ['none-on-record'] });
    expect(cleared.audiences).toBeUndefined();
    expect(cleared.ticket).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    [
      'a step that lies ahead',
      () => clearPast(toClear({ ...record, need: wanted }), decide(wanted, evidence(file([])), { now }), why),
    ],
    ['a missing reason', () => clearPast(toClear({ ...record, withoutConsentWhy: '' }), verdict, '')],
    ['another reason than the record gives', () => clearPast(toClear(record), verdict, 'because')],
    [
      'consent that is on record',
      () => clearPast(toClear(record), decide(past, evidence(file([decision()])), { now }), why),
    ],
  ])('throws for %s', (_, mistake) => {
    expect(mistake).toThrow(TypeError);
  });
});

describe('a copy of something cleared', () => {
  it('is not cleared', () => {
    expect(isCleared({ ...clearNone(toClear({ about: oskel })) })).toBe(false);
    expect(isCleared(undefined)).toBe(false);
  });
});

describe('a withdrawal by somebody whose word does not govern', () => {
  it("B14 leaves the defender's own consent and ticket in place", () => {
    const placed = withOurTicket(file([decision({ id: 'yes' })]));
    const no = mother({ outcome: 'withdrawn', grants: [], at: now });
    const held = stepped(recordDecision(placed, no, evidence(placed), now));
    expect(isCleared(tryToClear(held, soon))).toBe(true);
  });
});

function stepped(step: ReturnType<typeof useTicket>): ConsentFile {
  if (!step.ok) throw new Error(step.why);
  return step.file;
}
