/** What a refusal names of the information they did not agree to share. */
import { describe, expect, it } from 'vitest';
import { notShared } from '../../../src/app/consent/not-shared.ts';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import type { Refusal } from '../../../src/domain/consent/decision.ts';
import type { ConsentNeed, DataCategory } from '../../../src/domain/consent/need.ts';
import type { Code } from '../../../src/domain/ids.ts';

const refused: Refusal = {
  person: 'K7QPM3TZB' as Code,
  code: 'category-not-covered',
  action: 'support',
  audience: 'circle:meren',
  decision: 'd1',
};

function need(categories: readonly DataCategory[], more?: ConsentNeed['more']): ConsentNeed {
  return {
    kind: 'consent',
    tense: 'ahead',
    basis: 'consent',
    action: 'support',
    audiences: ['circle:meren', 'embassy'],
    identity: 'none',
    persons: ['K7QPM3TZB' as Code],
    categories,
    ...(more ? { more } : {}),
  };
}

function agreed(...grants: readonly (readonly DataCategory[])[]): Decision {
  return {
    grants: grants.map((categories) => ({
      action: 'support',
      audiences: ['circle:meren'],
      identity: 'none',
      categories,
    })),
  } as unknown as Decision;
}

describe('C2 · a refusal names the information that is not covered', () => {
  it.each<[string, Refusal, Decision | undefined, ConsentNeed, readonly DataCategory[]]>([
    ['what no grant holds', refused, agreed(['legal']), need(['legal', 'health']), ['health']],
    [
      'all of it, where nothing was agreed',
      refused,
      agreed([]),
      need(['family', 'health']),
      ['family', 'health'],
    ],
    [
      'what only this audience would learn',
      refused,
      agreed([]),
      need([], [{ to: 'circle:meren', categories: ['religion'] }]),
      ['religion'],
    ],
    ['nothing for another refusal', { ...refused, code: 'refused' }, agreed([]), need(['health']), []],
    ['nothing without the decision', refused, undefined, need(['health']), []],
  ])('%s', (_, refusal, decision, asked, named) => {
    expect(notShared(refusal, decision, asked)).toEqual(named);
  });
});
