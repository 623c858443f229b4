/** Which organisations the consent editor offers, and under which name. */

import { describe, expect, it } from 'vitest';
import { ngoAudiences } from '../../../src/app/consent/ngo-audiences.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';

const actors = (...records: readonly AnyRecord[]) => ({
  entries: new Map([['protection-actor', records.map((record) => ({ record }) as unknown as Entry)]]),
});
const desk = { organisation: 'Oskel Legal Advice Desk', listedAs: 'oskel-legal-advice' };

describe('B4 consent towards an organisation', () => {
  it.each<[string, AnyRecord, readonly unknown[]]>([
    [
      'one that is listed',
      desk,
      [{ audience: 'ngo:oskel-legal-advice', name: desk.organisation, isInDoubt: false }],
    ],
    ['one that nobody listed', { organisation: 'Somebody' }, []],
    [
      'one that is in doubt',
      { ...desk, independence: 'in-doubt' },
      [{ audience: 'ngo:oskel-legal-advice', name: desk.organisation, isInDoubt: true }],
    ],
  ])('B4 · %s', (_, record, expected) => {
    expect(ngoAudiences(actors(record))).toEqual(expected);
  });

  it('B4 · each once, by name; nothing in a book without them', () => {
    const river = { organisation: 'River Watch', listedAs: 'river-watch' };
    const found = ngoAudiences(actors(river, desk, { ...desk, organisation: 'Older name' }));
    expect(found.map(({ name }) => name)).toEqual(['Oskel Legal Advice Desk', 'River Watch']);
    expect(ngoAudiences({ entries: new Map() })).toEqual([]);
  });

  it('B4 · it is the audience that the gate asks for when a measure goes to them', () => {
    const [offered] = ngoAudiences(actors(desk));
    const need = kindOf('measure-taken').need({
      measure: 'ngo-link',
      toNgo: desk.listedAs,
      subject: 'defender',
      about: '9BGPNH00W',
      step: 'draft',
    });
    expect(need.kind === 'consent' && need.audiences).toEqual([offered?.audience]);
  });
});
