/** The protocol of the gate, walked through completely: no act without consent that stood, no withdrawal that missed one. */

import { describe, expect, it } from 'vitest';
import { type Protocol, reach } from './consent-model.ts';

describe('B6 B8 every state of a small world around the real gate', () => {
  it.each([
    ['two actors, an owner who withdraws and gives again', { actors: 2, ownerSteps: 2, lastDay: 3 }],
    ['two actors under a consent for once', { actors: 2, ownerSteps: 1, lastDay: 2, once: true }],
  ] as const)('%s: no violation', (name, world) => {
    const { states, acts, violations } = reach(world);
    console.log(
      `consent model, ${name}: ${states.toLocaleString('en')} states, ${acts.toLocaleString('en')} acts, ${violations.length} violations`,
    );
    expect(acts).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });

  it.each<[Protocol, string]>([
    ['no-compare-and-swap', 'a consent for once was used twice'],
    ['no-second-read', 'acted after the end of the consent'],
    ['no-ticket', 'acted after a withdrawal that did not see it'],
  ])('the model notices a protocol with %s', (protocol, violation) => {
    const once = protocol === 'no-compare-and-swap';
    expect(reach({ actors: 2, ownerSteps: 1, lastDay: 2, protocol, once }).violations).toContain(violation);
  });
});
