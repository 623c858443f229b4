/** What may happen to a consent file: appended, never overwritten; tickets once; archives that change no answer. */

import { describe, expect, it } from 'vitest';
import { splitForArchive } from '../../../src/domain/consent/archive.ts';
import type { ConsentFile, Decision, Ticket } from '../../../src/domain/consent/consent-file.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import {
  addDecision,
  emptyFile,
  newTicket,
  placeTicket,
  recallTicket,
  releaseTicket,
  summaryOf,
  ticketId,
  useTicket,
} from '../../../src/domain/consent/file-operations.ts';
import { membersOf, personsIn, type Unit } from '../../../src/domain/consent/persons.ts';
import {
  answers,
  defaultReviewOn,
  defaultValidity,
  elementsFor,
} from '../../../src/domain/consent/presets.ts';
import { effectsOf, recordDecision } from '../../../src/domain/consent/withdrawal.ts';
import type { Code, Day, Instant } from '../../../src/domain/ids.ts';
import {
  decision,
  entry,
  evidence,
  file,
  grant,
  journalist,
  need,
  now,
  officer,
  oskel,
  otherEntry,
  refusal,
} from './consent-cases.ts';
import { ownVisa } from './decision-case.ts';

const held = file([decision({ id: 'yes' })]);
const act = { id: ticketId(entry, need()), entry, kind: 'trial-observation', by: officer, at: now };
const ticket = newTicket(decide(need(), evidence(held), { now, entry }), oskel, act, held, 'UTC');

describe('B1 decisions are added, never overwritten', () => {
  it('a new decision is appended and the old one stays', () => {
    const step = addDecision(held, decision({ id: 'more' }));
    expect(step.ok && step.file.decisions.map(({ id }) => id)).toEqual(['yes', 'more']);
    expect(held.decisions).toHaveLength(1);
  });

  it('the same decision again changes nothing', () => {
    const [yes] = held.decisions;
    expect(yes && addDecision(held, { ...yes, at: '2026-10-01T10:00:09Z' as Instant })).toEqual({
      ok: true,
      file: held,
    });
  });

  it('another decision under a known id is refused', () => {
    expect(addDecision(held, refusal({ id: 'yes' }))).toEqual({ ok: false, why: 'other-decision' });
  });
});

describe('tickets', () => {
  const placed = fileOf(placeTicket(held, ticket));

  it('live 72 hours, or to the end of the consent they stand on', () => {
    expect(ticket.until).toBe('2026-11-23T09:00:00Z');
    const short = file([decision({ validity: { kind: 'until', day: '2026-11-21' as Day } })]);
    expect(newTicket(decide(need(), evidence(short), { now }), oskel, act, short, 'UTC').until).toBe(
      '2026-11-22T00:00:00Z',
    );
  });

  it('have one id for a retry and another for another need or a later save', () => {
    expect(ticketId(entry, need())).toBe(ticketId(entry, need({ persons: [journalist] })));
    expect(ticketId(entry, need())).toBe(ticketId(entry, need({ theirOwn: [journalist] })));
    expect(ticketId(entry, need())).not.toBe(ticketId(entry, need({ audiences: ['public'] })));
    expect(ticketId(entry, need())).not.toBe(ticketId(entry, need(), '7'));
    expect(ticketId(entry, need({ audiences: ['court', 'embassy'] }))).toBe(
      ticketId(entry, need({ audiences: ['embassy', 'court'] })),
    );
  });

  it('are placed again by a retry, also after being given back', () => {
    expect(placeTicket(placed, ticket)).toEqual({ ok: true, file: placed });
    expect(placeTicket(fileOf(releaseTicket(placed, ticket.id)), ticket).ok).toBe(true);
  });

  it('are used once', () => {
    const used = fileOf(useTicket(placed, ticket.id));
    expect(placeTicket(used, ticket)).toEqual({ ok: false, why: 'used' });
    expect(releaseTicket(used, ticket.id)).toEqual({ ok: false, why: 'used' });
    expect(recallTicket(used, ticket.id)).toEqual({ ok: false, why: 'used' });
  });

  it('cannot be used after a recall', () => {
    const recalled = fileOf(recallTicket(placed, ticket.id));
    expect(useTicket(recalled, ticket.id)).toEqual({ ok: false, why: 'recalled' });
    expect(placeTicket(recalled, ticket)).toEqual({ ok: false, why: 'recalled' });
  });

  it('that are not there can be neither used nor recalled', () => {
    expect(useTicket(held, 'x')).toEqual({ ok: false, why: 'no-ticket' });
    expect(recallTicket(held, 'x')).toEqual({ ok: false, why: 'no-ticket' });
    expect(releaseTicket(held, 'x')).toEqual({ ok: true, file: held });
  });

  it('are not given to somebody who was not cleared', () => {
    const verdict = decide(need(), evidence(file([])), { now });
    expect(() => newTicket(verdict, oskel, act, held, 'UTC')).toThrow(TypeError);
  });
});

describe('F1: tickets of their own application, with a letter to another mission', () => {
  const asked = need({ ...ownVisa, audiences: ['embassy', 'mission:corvia'], categories: ['immigration'] });
  const grants = [grant('visa', ['mission:corvia'], { categories: ['immigration'] })];
  const yes = decision({ id: 'yes', grants });
  const before = file([yes]);
  const verdict = decide(asked, evidence(before), { now, entry });
  const taken = fileOf(placeTicket(before, newTicket(verdict, oskel, act, before, 'UTC')));

  it('stand on the yes for that mission, and on applying', () => {
    expect(taken.tickets.map(({ under }) => under)).toEqual(['no-refusal yes']);
  });

  it.each<[string, Decision, string]>([
    ['a word about something else', decision({ grants: [grant('trial', ['embassy'])], at: now }), 'placed'],
    ['the yes for that mission taken back', refusal({ outcome: 'withdrawn', grants, at: now }), 'recalled'],
    [
      'a no to this embassy alone',
      decision({ outcome: 'given-in-part', grants, refuses: [grant('visa', ['embassy'])], at: now }),
      'recalled',
    ],
    [
      'that mission left out of a newer yes',
      decision({ outcome: 'given-in-part', grants: [grant('visa', ['embassy'])], refuses: grants, at: now }),
      'recalled',
    ],
  ])('after %s they are %s', (_, said, state) => {
    const after = fileOf(recordDecision(taken, said, evidence(taken), now));
    expect(after.tickets.map((each) => each.state)).toEqual([state]);
  });
});

describe('a withdrawal', () => {
  const used: Ticket = { ...ticket, id: 'u', entry: otherEntry, state: 'used' };
  const before = file([decision({ id: 'yes' })], [used, ticket]);
  const no = refusal({ outcome: 'withdrawn', at: now });
  const after = fileOf(recordDecision(before, no, evidence(before), now));

  it('recalls in the same step what is under way', () => {
    expect(after.tickets.map(({ state }) => state)).toEqual(['used', 'recalled']);
  });

  it('says which plans halt, who received what, and what is under way', () => {
    const planned = [{ entry, need: need() }];
    const effects = effectsOf(oskel, before, after, planned, evidence(before), now);
    expect(effects.halted).toEqual([entry]);
    expect(effects.received).toMatchObject([{ entry: otherEntry, audiences: ['court'] }]);
    expect(effects.inFlight.map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('of another action halts nothing', () => {
    const other = refusal({ outcome: 'withdrawn', grants: [grant('visa', [])], at: now });
    const untouched = fileOf(recordDecision(before, other, evidence(before), now));
    const effects = effectsOf(oskel, before, untouched, [{ entry, need: need() }], evidence(before), now);
    expect(effects).toEqual({ halted: [], received: [], inFlight: [] });
  });
});

describe('B10 the columns that people and indexes see', () => {
  it('name the next review, the end and whether something is refused', () => {
    expect(summaryOf(held, '2026-11-20' as Day)).toEqual({
      reviewOn: '2027-01-10',
      endsOn: '2027-03-01',
      refused: false,
    });
    expect(summaryOf(file([...held.decisions, refusal()]), '2026-11-20' as Day)).toEqual({
      reviewOn: undefined,
      endsOn: undefined,
      refused: true,
    });
    expect(summaryOf(emptyFile(oskel), '2026-11-20' as Day)).toEqual({
      reviewOn: undefined,
      endsOn: undefined,
      refused: false,
    });
  });
});

describe('the archive', () => {
  const limits = 'x'.repeat(900);
  const old = Array.from({ length: 60 }, (_, index) =>
    decision({ limits, at: `2026-09-01T10:00:${String(index).padStart(2, '0')}Z` as Instant }),
  );

  it('leaves a small file alone', () => {
    expect(splitForArchive(held, now)).toBeUndefined();
  });

  it('moves replaced rows out before the text limit, loses none and keeps every answer', () => {
    const full = file([...old, decision({ id: 'last' })]);
    const split = splitForArchive(full, now);
    expect(split).toBeDefined();
    expect(JSON.stringify(split?.kept).length).toBeLessThan(55_000);
    const all = [...(split?.kept.decisions ?? []), ...(split?.archived.decisions ?? [])]
      .map(({ id }) => id)
      .sort();
    expect(all).toEqual(full.decisions.map(({ id }) => id).sort());
    expect(decide(need(), evidence(split?.kept ?? held), { now }).covers).toEqual(
      decide(need(), evidence(full), { now }).covers,
    );
    expect(splitForArchive(full, now)?.key).toBe(split?.key);
  });

  it('keeps a refusal that only an agreement with an end stands above', () => {
    const full = file([refusal({ id: 'no', at: '2026-08-01T10:00:00Z' as Instant }), ...old]);
    expect(splitForArchive(full, now)?.kept.decisions.some(({ id }) => id === 'no')).toBe(true);
  });

  it.each<[string, Partial<Decision>]>([
    ['was not spoken freely', { freeToSpeak: 'no' }],
    ['was said in public only', { evidence: { form: 'public-appeal', where: 'https://example.org/appeal' } }],
    ['explained less', { informed: [] }],
    ['counts in detention only', { validity: { kind: 'while-detained', day: '2027-01-01' as Day } }],
  ])('keeps a consent when the newer one %s', (_, newer) => {
    const filler = Array.from(
      { length: 250 },
      (__, index): Ticket => ({ ...ticket, id: `t${index}`, under: 'x' }),
    );
    const later = { at: '2026-11-01T10:00:00Z' as Instant };
    const full = (last: Partial<Decision>) =>
      file([decision({ id: 'old' }), decision({ ...later, ...last })], filler);
    expect(splitForArchive(full({}), now)?.archived.decisions.map(({ id }) => id)).toEqual(['old']);
    expect(splitForArchive(full(newer), now)).toBeUndefined();
  });
});

describe('persons behind codes', () => {
  const caseCode = 'CASE' as Code;
  const groupCode = 'GROUP' as Code;
  const known = new Map<Code, Unit>([
    [caseCode, { unit: 'case', defenders: [oskel, groupCode] }],
    [groupCode, { unit: 'group', named: [journalist] }],
    [oskel, { unit: 'person' }],
  ]);

  it('a case is its defenders, a group itself and its named members, each once', () => {
    const members = membersOf([caseCode, oskel], (code) => known.get(code));
    expect(personsIn([caseCode, oskel], members)).toEqual([oskel, groupCode, journalist]);
  });

  it('two groups that name each other end', () => {
    const knot = (code: Code): Unit => ({ unit: 'group', named: [code === oskel ? journalist : oskel] });
    expect(personsIn([oskel], membersOf([oskel], knot))).toEqual([oskel, journalist]);
  });
});

describe('B3 presets', () => {
  const given = (preset: keyof typeof answers) => file([decision({ ...answers[preset] })]);
  const may = (preset: keyof typeof answers, more: Parameters<typeof need>[0]) =>
    decide(need(more), evidence(given(preset)), { now }).allowed;

  it.each([
    ['quiet-only', { action: 'visa', audiences: ['embassy'] }, true],
    ['quiet-only', { action: 'demarche', audiences: ['host-authority'] }, false],
    ['officials', { action: 'demarche', audiences: ['host-authority'] }, true],
    ['officials', { action: 'publicity', audiences: ['public'] }, false],
    ['public-with-name', { action: 'publicity', audiences: ['public'] }, true],
    ['ask-each-time', { action: 'visa', audiences: ['embassy'] }, false],
    ['nothing', { action: 'visa', audiences: ['embassy'] }, false],
  ] as const)('%s: %o is %s', (preset, more, allowed) => {
    expect(may(preset, more)).toBe(allowed);
  });

  it('a name in public is asked again after 30 days, other consent after 90, a wish after a year', () => {
    const today = '2026-11-20' as Day;
    expect(defaultReviewOn(answers['public-with-name'], today)).toBe('2026-12-20');
    expect(defaultReviewOn(answers.officials, today)).toBe('2027-02-18');
    expect(defaultReviewOn(answers.officials, today, { when: 'if-arrested' })).toBe('2027-11-20');
  });

  it.each([
    ['consent-review', answers.officials, undefined],
    ['consent-review-public', answers['public-with-name'], undefined],
    ['consent-review-wish', answers['public-with-name'], { when: 'if-arrested' }],
  ] as const)(
    'L1: what a mission set as %s counts in its place, and nothing else does',
    (name, answer, effect) => {
      const today = '2026-11-20' as Day;
      expect(defaultReviewOn(answer, today, effect, { [name]: 10 })).toBe('2026-11-30');
      const others = { 'consent-review': 11, 'consent-review-public': 11, 'consent-review-wish': 11 };
      expect(defaultReviewOn(answer, today, effect, { ...others, [name]: undefined as never })).toBe(
        defaultReviewOn(answer, today, effect),
      );
    },
  );

  it('L1: a consent with a last day ends after half a year, or as the mission set', () => {
    const today = '2026-11-20' as Day;
    expect(defaultValidity(today)).toEqual({ kind: 'until', day: '2027-05-19' });
    expect(defaultValidity(today, { 'consent-end': 30 })).toEqual({ kind: 'until', day: '2026-12-20' });
  });

  it('B11 quiet measures need three elements told, the others all eight', () => {
    expect(elementsFor(answers['quiet-only'].grants)).toHaveLength(3);
    expect(elementsFor(answers.officials.grants)).toHaveLength(8);
  });
});

function fileOf(step: ReturnType<typeof placeTicket>): ConsentFile {
  if (!step.ok) throw new Error(step.why);
  return step.file;
}
