import { expect, it } from 'vitest';
import { checkPinLaw, playPins, type Step } from '../support/pin-law.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('J8 · whatever happens to the key of a head, something can be sealed exactly while it was compared or handed over (8 histories)', async () => {
  const tally = await checkPinLaw(8, seed);
  console.log(`pins: ${JSON.stringify(tally)}`);
  expect(tally.blocked).toBeGreaterThan(0);
}, 240_000);

it.each<[readonly Step[]]>([
  [['verify', 'hand-over', 'begin-anew', 'verify']],
  [['verify', 'hand-over', 'begin-anew', 'verify', 'hand-over', 'begin-anew', 'verify']],
])(
  'J8 · a mission that handed its head over and began anew is believed once its number was compared again: %s',
  async (given) => {
    const { steps, blocked } = await playPins(given);
    expect(steps).toBe(given.length);
    expect(blocked).toBe(given.filter((step) => step === 'begin-anew').length);
  },
);
