/** Who reads a report learns more than the others: the gate asks that reader for it, and a narrower yes takes it back. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketSchema } from '../../../src/domain/consent/consent-file-schema.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import {
  newTicket,
  placeTicket,
  recallTicket,
  ticketId,
} from '../../../src/domain/consent/file-operations.ts';
import {
  type Audience,
  type ConsentNeed,
  categoriesTowards,
  closedAudiences,
  dataCategories,
} from '../../../src/domain/consent/need.ts';
import { isSameNeed } from '../../../src/domain/consent/same-need.ts';
import { recordDecision } from '../../../src/domain/consent/withdrawal.ts';
import { often } from '../../support/often.ts';
import {
  ask,
  codes,
  decision,
  entry,
  evidence,
  file,
  grant,
  need,
  now,
  officer,
  oskel,
} from './consent-cases.ts';

const report = { audiences: ['court', 'ministry'], categories: ['legal'] } as const;
const health = { ...report, more: [{ to: 'ministry', categories: ['health'] }] } as const;
const plain = grant('trial', ['court', 'ministry'], { categories: ['legal'] });
const wide = grant('trial', ['ministry'], { categories: ['legal', 'health'] });

describe('B4 a report that tells one reader more', () => {
  it.each<[string, readonly ReturnType<typeof grant>[], Partial<ConsentNeed>, readonly string[]]>([
    ['needs nothing further where it tells no more', [plain], report, []],
    ['is refused for that reader alone', [plain], health, ['category-not-covered']],
    ['passes once they agreed to it for that reader', [plain, wide], health, []],
    [
      'is refused where they agreed to it for somebody else',
      [plain, grant('trial', ['court'], { categories: ['legal', 'health'] })],
      health,
      ['category-not-covered'],
    ],
    [
      'is no answer where the reader is no audience of the step',
      [plain, wide],
      { ...health, audiences: ['court'] },
      ['unknown-value'],
    ],
    [
      'is no answer where it tells of something unknown',
      [plain, wide],
      { ...report, more: [{ to: 'ministry', categories: ['mood' as 'health'] }] },
      ['unknown-value'],
    ],
  ])('%s', (_, grants, wanted, refusals) => {
    expect(codes(ask([decision({ grants })], wanted))).toEqual(refusals);
  });

  it('B4 law: the answer is that of asking for each audience by itself', () => {
    const audiences = fc.uniqueArray(fc.constantFrom<Audience>(...closedAudiences), {
      minLength: 1,
      maxLength: 4,
    });
    const some = fc.uniqueArray(fc.constantFrom(...dataCategories), { maxLength: 3 });
    fc.assert(
      fc.property(
        audiences.chain((to) =>
          fc.record({
            audiences: fc.constant(to),
            categories: some,
            more: fc.array(fc.record({ to: fc.constantFrom(...to), categories: some }), { maxLength: 3 }),
          }),
        ),
        fc.array(fc.record({ audiences, categories: some }), { maxLength: 4 }),
        (wanted, rows) => {
          const given = [decision({ grants: rows.map((row) => grant('trial', row.audiences, row)) })];
          const each = wanted.audiences.map(
            (to) => ask(given, { audiences: [to], categories: categoriesTowards(wanted, to) }).allowed,
          );
          expect(ask(given, wanted).allowed).toBe(each.every((is) => is));
        },
      ),
      often(2_000),
    );
  });

  it('B4 another telling is another step, whatever the order in which it is said', () => {
    const turned = {
      more: [
        { to: 'ministry', categories: ['health'] },
        { to: 'court', categories: ['family', 'religion'] },
      ],
    } as const;
    const same = {
      more: [
        { to: 'court', categories: ['religion'] },
        { to: 'court', categories: ['family'] },
        { to: 'ministry', categories: ['health'] },
      ],
    } as const;
    const [a, b] = [need({ ...report, ...turned }), need({ ...report, ...same })];
    expect([isSameNeed(a, b), ticketId(entry, a) === ticketId(entry, b)]).toEqual([true, true]);
    for (const other of [need(report), need(health)])
      expect([isSameNeed(a, other), ticketId(entry, a) === ticketId(entry, other)]).toEqual([false, false]);
  });

  it('B6 the ticket keeps it: a narrower yes recalls it, another narrowing does not', () => {
    const wanted = need(health);
    const held = file([decision({ id: 'yes', grants: [plain, wide] })]);
    const verdict = decide(wanted, evidence(held), { now, entry });
    const ticket = newTicket(
      verdict,
      oskel,
      { id: ticketId(entry, wanted), entry, kind: 'prison-visit', by: officer, at: now },
      held,
      'UTC',
    );
    expect(ticketSchema.safeParse(ticket).success).toBe(true);
    const placed = placeTicket(held, ticket);
    expect(placed.ok && recallTicket(placed.file, ticket.id).ok).toBe(true);
    const ticketsAfter = (grants: readonly ReturnType<typeof grant>[]) => {
      if (!placed.ok) return undefined;
      const step = recordDecision(placed.file, decision({ grants, at: now }), evidence(placed.file), now);
      return step.ok ? step.file.tickets.map(({ state }) => state) : undefined;
    };
    expect(ticketsAfter([plain])).toEqual(['recalled']);
    expect(ticketsAfter([plain, { ...wide, categories: ['legal', 'health', 'family'] }])).toEqual(['placed']);
  });
});
