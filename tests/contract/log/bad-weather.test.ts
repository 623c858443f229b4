/** Whatever breaks in the middle of a save ends with a word the app can explain, and saving again finishes the job. */

import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../src/locales/languages.ts';
import { consentFileIn } from '../../../src/log/gate/people.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import { type GraphWorld, type Network, openGraphWorld, type Tab } from '../../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../../support/log-world.ts';

let world: GraphWorld;
let calm: Tab;
/** One world serves all cases; what a case did to time is kept from the next by tokens that are asked for anew. */
beforeAll(async () => {
  world = await openGraphWorld(['aldermark', 'brenland']);
  calm = await world.open('tomas');
});
afterEach(() => world.tenant.faults.clear());
afterAll(() => world.close());

const DAY = 86_400_000;
const words = languages.map((language) => {
  const url = new URL(`../../../src/locales/${language}/shell.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { errors: Record<string, Record<string, string>> }).errors;
});

/** Does something to the world at the n-th call of a tab, counted from when it is set. */
function strikeAt(): Network & { set(call: number, strike: () => void): void } {
  let left = Number.POSITIVE_INFINITY;
  let act: () => void = () => undefined;
  const network: Network = (_, send) => {
    left -= 1;
    if (left === 0) act();
    return send();
  };
  return Object.assign(network, {
    set(call: number, strike: () => void) {
      left = call;
      act = strike;
    },
  });
}

interface Weather {
  readonly strike: () => void;
  readonly clear: () => void;
  readonly codes: readonly string[];
  /** The tab keeps the token it had when it was opened. */
  readonly keepsToken?: true;
}

const fault = (
  kind: 'throttled' | 'unavailable' | 'captivePortal' | 'lostRequest',
  codes: string[],
): Weather => ({
  strike: () => world.tenant.faults.add({ kind }),
  clear: () => {
    world.tenant.faults.clear();
    // The store spares a service that asked for patience.
    world.time.now += 60_000;
  },
  codes,
});

const weathers: readonly (readonly [string, Weather])[] = [
  [
    'the token runs out',
    {
      strike: () => {
        world.time.now += 3 * 3_600_000;
      },
      clear: () => undefined,
      codes: ['signed-out'],
      keepsToken: true,
    },
  ],
  [
    'the right to the site is taken away',
    {
      strike: () => world.member('ines', 'Members', false),
      clear: () => world.member('ines', 'Members', true),
      codes: ['forbidden', 'not-found'],
    },
  ],
  ['K6 every answer is 429', fault('throttled', ['throttled'])],
  ['every answer is 503', fault('unavailable', ['unavailable'])],
  ['a hotel network answers with its own page', fault('captivePortal', ['unavailable'])],
  ['the network is gone', fault('lostRequest', ['offline'])],
];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : `no code: ${String(error)}`;
}

describe.each(weathers)('In the middle of a save, %s', (_, weather) => {
  it('M6 at any request: told in words, and saved whole when the person tries again', async () => {
    let struck = 0;
    for (let call = 1; ; call += 1) {
      const about = await addDefender(calm.log);
      const network = strikeAt();
      const token = weather.keepsToken ? await freshToken() : undefined;
      const tab = await world.open('ines', { network, ...(token ? { token } : {}) });
      const draft = contactDraft(tab.log, about, { consent: [agreed(about)] });
      await tab.log.keepDraft(draft);
      let hit = false;
      network.set(call, () => {
        hit = true;
        weather.strike();
      });
      const outcome = await tab.log.save(draft).catch(codeOf);
      if (!hit) break;
      struck += 1;
      weather.clear();
      if (typeof outcome === 'string') {
        expect(weather.codes).toContain(outcome);
        for (const errors of words)
          expect(Object.keys(errors[outcome] ?? {}).sort()).toEqual(['means', 'next', 'what']);
      } else expect(outcome).toMatchObject({ outcome: 'saved' });
      await expectWhole(weather.keepsToken ? (await world.open('ines')).log : tab.log, draft);
    }
    expect(struck).toBeGreaterThan(3);
    expect(await world.journalFaults('ines')).toEqual([]);
  });
});

async function freshToken(): Promise<string> {
  world.time.now += 3 * 3_600_000;
  return world.token('ines');
}

/** Saves again as a person would, and looks with other eyes. */
async function expectWhole(log: Log, draft: Draft): Promise<void> {
  expect(await log.save(draft)).toMatchObject({ outcome: 'saved' });
  const { log: eyes } = await world.open('tomas');
  expect(eyes.view().byEntry.get(draft.entry)?.record).toEqual(draft.values);
  const file = eyes
    .view()
    .entries.get('consent-file')
    ?.find(({ record }) => record.about === draft.values.about);
  expect(file && consentFileIn(file).decisions).toMatchObject([{ outcome: 'given', source: draft.entry }]);
}

describe('A token', () => {
  it('J1 of another tenant opens nothing', async () => {
    const token = await world.token('joris');
    const codes = await world.open('ines', { token }).catch(codeOf);
    expect(['forbidden', 'signed-out', 'not-found']).toContain(codes);
  });

  it.each([
    [
      'that ran out',
      async () => {
        const token: string = await world.token('ines');
        world.time.now += 3 * 3_600_000;
        return token;
      },
    ],
    ['that somebody changed', async () => `${(await world.token('ines')).slice(0, -6)}AAAAAA`],
    ['that is none', async () => 'not-a-token'],
  ] as readonly (readonly [string, () => Promise<string>])[])(
    '%s opens nothing and says to sign in',
    async (_, token) => {
      const held = await token();
      const opened = world.open('ines', { token: held, hearsTime: false });
      await expect(opened).rejects.toMatchObject({ code: 'signed-out' });
    },
  );
});

describe('A machine whose clock is wrong', () => {
  const wrong = [
    ['a day ahead', DAY],
    ['a day behind', -DAY],
    ['ten years behind', -3650 * DAY],
  ] as const;

  it.each(wrong)(
    'by %s works by the time of the server once signed in, and says by how much it is off',
    async (_, skewMs) => {
      const { log } = await world.open('ines', { skewMs });
      expect(Math.abs(log.view().sync.clockSkewSeconds - skewMs / 1000)).toBeLessThan(600);
      const today = new Date(world.time.now).toISOString().slice(0, 10);
      expect(log.now().slice(0, 10)).toBe(today);
      const about = await addDefender(log);
      const draft = contactDraft(log, about, {
        values: { day: today },
        consent: [agreed(about, { validity: { kind: 'until', day: log.today() } })],
      });
      expect(await log.save(draft)).toMatchObject({ outcome: 'saved' });
      expect(await world.journalFaults('ines')).toEqual([]);
    },
  );

  it.each(wrong)(
    'by %s that never heard the server hears it when it keeps its first draft, and saves by its time',
    async (_, skewMs) => {
      const { log } = await world.open('ines', { skewMs, hearsTime: false });
      const today = new Date(world.time.now).toISOString().slice(0, 10);
      const about = await addDefender(calm.log);
      const draft = contactDraft(log, about, { values: { day: today } });
      await log.keepDraft(draft);
      const outcome = await log.save(draft);
      expect(outcome).toMatchObject({ outcome: 'saved' });
      if (outcome.outcome === 'saved')
        expect(Math.abs(Date.parse(outcome.entry.at) - world.time.now)).toBeLessThan(60_000);
      expect(Math.abs(log.view().sync.clockSkewSeconds - skewMs / 1000)).toBeLessThan(5);
    },
  );
});
