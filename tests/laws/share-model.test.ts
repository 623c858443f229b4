/** The protocol of sharing, walked through completely: nothing sealed and nothing done there without consent that stood. */

import { describe, expect, it } from 'vitest';
import { type Protocol, reach } from './share-model.ts';

describe('H2 B9 every state of a small world around the real gate and the judge of attestations', () => {
  it.each([
    [
      'one who shares, a withdrawal, a renewed word, the end of the consent',
      { sharers: 1, ownerSteps: 1, lastDay: 2, renewals: 1 },
    ],
    ['one who shares, withdrawn and given again', { sharers: 1, ownerSteps: 2, lastDay: 2, renewals: 1 }],
  ] as const)('%s: no violation', (name, world) => {
    const { states, sealed, deeds, violations } = reach(world);
    console.log(
      `share model, ${name}: ${states.toLocaleString('en')} states, ${sealed.toLocaleString('en')} sealed, ${deeds.toLocaleString('en')} deeds, ${violations.length} violations`,
    );
    expect(Math.min(sealed, deeds)).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });

  it.each<[Protocol, string]>([
    ['no-ticket', 'sealed after a withdrawal that did not see it'],
    ['no-end', 'acted after the end of the consent'],
    ['word-revives', 'acted although the owner had taken it back'],
    ['no-attestation', 'acted after the end of the consent'],
  ])('the model notices a protocol with %s', (protocol, violation) => {
    const world = { sharers: 1, ownerSteps: 1, lastDay: 2, renewals: 1, protocol };
    expect(reach(world).violations).toContain(violation);
  });
});
