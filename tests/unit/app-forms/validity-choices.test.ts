/** Until when consent counts: also for one proceeding, picked from the defender's own. */

import { describe, expect, it } from 'vitest';
import { startConsent } from '../../../src/app/consent/consent-input.ts';
import { endOf, endsOffered, proceedingIn, withEnd } from '../../../src/app/consent/validity-choices.ts';
import type { Code, Day, EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';

const code = '9BGPNH00W' as Code;
const other = 'GSCP57DRW' as Code;
const today = '2026-11-20' as Day;
const until = '2026-12-31' as Day;
const own = '01HZX3K8Q2W7V5R4T9N6M1C0BA' as EntryId;
const shared = '01HZX3K8Q2W7V5R4T9N6M1C0BB' as EntryId;
const theirs = '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId;
const input = startConsent(code, today, undefined);

function proceeding(entry: EntryId, record: AnyRecord): Entry {
  return { kind: 'proceeding', entry, record } as Entry;
}

const proceedings = [
  proceeding(own, { about: code }),
  proceeding(shared, { about: other, named: [code] }),
  proceeding(theirs, { about: other }),
];

describe('B10 until when consent counts', () => {
  it('offers the proceedings that touch the defender, and nobody else\u2019s', () => {
    expect(endsOffered(proceedings, input).map(proceedingIn).filter(Boolean)).toEqual([own, shared]);
  });

  it('offers no proceeding where there is none', () => {
    expect(endsOffered([], input)).toEqual(['until', 'while-detained', 'once']);
  });

  it('keeps offering the one chosen before, although it is not here any more', () => {
    const chosen = withEnd(input, `proceeding:${own}`, until);
    expect(endsOffered([], chosen)).toContain(`proceeding:${own}`);
  });

  it.each([
    ['until', { kind: 'until', day: until }],
    ['while-detained', { kind: 'while-detained', day: until }],
    ['once', { kind: 'once', day: until }],
    [`proceeding:${own}`, { kind: 'proceeding', entry: own, day: until }],
  ])('%s is stored as such and read back as the same choice', (choice, validity) => {
    const chosen = withEnd(input, choice, until);
    expect(chosen.validity).toEqual(validity);
    expect(endOf(chosen.validity)).toBe(choice);
  });

  it('taken back, it leaves no end behind', () => {
    expect(withEnd(withEnd(input, 'once', until), undefined, until)).toEqual(input);
  });
});
