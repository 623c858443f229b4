/** A tab may die at any moment of a save: what is found afterwards is nothing or the whole entry, and the draft. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConsentFile, informedElements } from '../../../src/domain/consent/consent-file.ts';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { consentFileIn } from '../../../src/log/gate/people.ts';
import type { Log } from '../../../src/log/log.ts';
import type { ConsentInput, Draft, SaveOutcome } from '../../../src/log/writing/saving.ts';
import { baseOf, type GraphWorld, openGraphWorld, type Tab } from '../../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../../support/log-world.ts';
import { killSwitch, type Moment } from './kill-switch.ts';

let world: GraphWorld;
/** A tab of the same person that prepares each case and is never killed. */
let calm: Tab;

// A mission of its own for every case: each tab that opens reads everything there is, and there are dozens.
beforeEach(async () => {
  world = await openGraphWorld();
  calm = await world.open('ines');
});
afterEach(() => world.close());

function saved(outcome: SaveOutcome) {
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** One save, prepared with people of its own, and what must be there once it is done. */
interface Case {
  readonly about: Code;
  readonly draft: Draft;
  /** What the entry holds before and after. */
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord;
  /** Decisions in the file, and states of its tickets, once all is done. */
  readonly decisions: readonly string[];
  readonly tickets: readonly string[];
}

const cases: readonly (readonly [string, (log: Log) => Promise<Case>])[] = [
  [
    'a contact with what they asked us to do',
    async (log) => {
      const about = await addDefender(log);
      const draft = contactDraft(log, about, { consent: [agreed(about)] });
      return { about, draft, before: undefined, after: draft.values, decisions: ['given'], tickets: [] };
    },
  ],
  [
    'a contact in which they withdraw their consent',
    async (log) => {
      const about = await addDefender(log);
      await log.recordConsent(agreed(about));
      const draft = contactDraft(log, about, { consent: [withdrawal(about)] });
      const decisions = ['given', 'withdrawn'];
      return { about, draft, before: undefined, after: draft.values, decisions, tickets: [] };
    },
  ],
  [
    'a contact that closes a duty',
    async (log) => {
      const about = await addDefender(log, { riskLevel: 'high', riskReview: '2026-11-19' });
      const duty = log.view().duties.find((each) => each.about === about);
      if (!duty) throw new Error('no duty to close');
      const closes = [{ duty: duty.id, outcome: 'kept', on: log.today() }] as const;
      const draft = contactDraft(log, about, { closes });
      return { about, draft, before: undefined, after: draft.values, decisions: [], tickets: [] };
    },
  ],
  [
    'a planned observation',
    async (log) => {
      const about = await addDefender(log);
      await log.recordConsent(agreed(about));
      const draft = await plan(log, about);
      return {
        about,
        draft,
        before: undefined,
        after: draft.values,
        decisions: ['given'],
        tickets: ['used'],
      };
    },
  ],
  [
    'an edit that needs no consent',
    async (log) => {
      const about = await addDefender(log);
      const { entry } = saved(await log.save(contactDraft(log, about)));
      const after = { ...entry.record, gist: 'Came to the mission with a friend', channel: 'in-person' };
      const draft = { kind: 'contact', entry: entry.entry, values: after, base: baseOf(entry) };
      return { about, draft, before: entry.record, after, decisions: [], tickets: [] };
    },
  ],
  [
    'an edit that announces a planned observation',
    async (log) => {
      const about = await addDefender(log);
      const towards = {
        audiences: ['embassy', 'host-authority'],
        identity: 'full-name',
        categories: [],
      } as const;
      await log.recordConsent(
        agreed(about, { grants: [{ action: 'trial', ...towards }], informed: informedElements }),
      );
      const { entry } = saved(await log.save(await plan(log, about)));
      const after = { ...entry.record, step: 'announced' };
      const draft = { kind: entry.kind, entry: entry.entry, values: after, base: baseOf(entry) };
      return { about, draft, before: entry.record, after, decisions: ['given'], tickets: ['used', 'used'] };
    },
  ],
];

const moments: readonly Moment[] = ['before', 'after'];

async function killed(prepare: (log: Log) => Promise<Case>, at: number, moment: Moment): Promise<boolean> {
  const { about, draft, before, after, decisions, tickets } = await prepare(calm.log);
  await calm.log.keepDraft(draft);
  const fatal = killSwitch();
  const dying = await world.open('ines', { network: fatal.network });
  fatal.arm(at, moment);
  const outcome = await fatal.outlive(dying.log.save(draft));
  if (outcome !== 'killed') return false;

  const next = await world.open('ines');
  const there = next.log.view().byEntry.get(draft.entry)?.record;
  expect([before, after]).toContainEqual(there);
  const kept = next.log.view().drafts.find((each) => each.draft.entry === draft.entry)?.draft;
  if (kept) expect(kept).toEqual(draft);
  // Only a save that is over empties the draft.
  else expect(there).toEqual(after);
  const halfWay = fileOf(next.log, about);
  expect(decisions.slice(0, halfWay.decisions.length)).toEqual(halfWay.decisions);

  saved(await next.log.save(kept ?? draft));
  const last = await world.open('ines');
  expect(last.log.view().byEntry.get(draft.entry)?.record).toEqual(after);
  expect(last.log.view().malformed).toEqual([]);
  expect(fileOf(last.log, about)).toEqual({ decisions, tickets });
  expect(last.log.view().drafts.filter((each) => each.draft.entry === draft.entry)).toEqual([]);
  for (const { duty } of draft.closes ?? [])
    expect(last.log.view().duties.map(({ id }) => id)).not.toContain(duty);
  return true;
}

describe('a tab killed between any two requests of a save leaves either nothing or the whole entry, and the draft', () => {
  it.each(cases)('M6 %s', async (name, prepare) => {
    let points = 0;
    for (let at = 1, alive = true; alive; at += 1)
      for (const moment of moments) {
        alive = await killed(prepare, at, moment).catch((cause: unknown) => {
          throw new Error(`${name}: killed ${moment} request ${at}`, { cause });
        });
        if (alive) points += 1;
      }
    console.log(`${name}: killed at ${points} points`);
    expect(points).toBeGreaterThan(3);
    expect(await world.journalFaults('ines')).toEqual([]);
  });

  it('M6 and the person may go on writing in the reopened draft: what they wrote last is stored, once', async () => {
    let points = 0;
    for (let at = 1, alive = true; alive; at += 1)
      for (const moment of moments) {
        const about = await addDefender(calm.log);
        const draft = contactDraft(calm.log, about, { consent: [agreed(about)] });
        await calm.log.keepDraft(draft);
        const fatal = killSwitch();
        const dying = await world.open('ines', { network: fatal.network });
        fatal.arm(at, moment);
        alive = (await fatal.outlive(dying.log.save(draft))) === 'killed';
        const next = await world.open('ines');
        const changed = {
          ...draft,
          values: { ...draft.values, gist: 'Came to the mission twice', channel: 'in-person' },
          consent: [agreed(about, { statistics: false })],
        };
        await next.log.keepDraft(changed);
        saved(await next.log.save(changed));
        saved(await next.log.save(changed));
        const { log } = await world.open('ines');
        expect(log.view().byEntry.get(draft.entry)?.record).toEqual(changed.values);
        const contacts = log.view().entries.get('contact') ?? [];
        expect(contacts.filter(({ record }) => record.about === about)).toHaveLength(1);
        const file = consentOf(log, about);
        expect(file.decisions.at(-1)).toMatchObject({ statistics: false, source: draft.entry });
        expect(file.decisions.length).toBeLessThanOrEqual(2);
        if (alive) points += 1;
      }
    console.log(`writing on: killed at ${points} points`);
    expect(points).toBeGreaterThan(3);
  });

  it('M6 and the person may put a planned observation otherwise before saving again', async () => {
    let points = 0;
    for (let at = 1, alive = true; alive; at += 1)
      for (const moment of moments) {
        const about = await addDefender(calm.log);
        await calm.log.recordConsent(agreed(about));
        const draft = await plan(calm.log, about);
        const fatal = killSwitch();
        const dying = await world.open('ines', { network: fatal.network });
        fatal.arm(at, moment);
        alive = (await fatal.outlive(dying.log.save(draft))) === 'killed';
        const next = await world.open('ines');
        const changed = { ...draft, values: { ...draft.values, note: 'Bring the letter' } };
        saved(await next.log.save(changed));
        const { log } = await world.open('ines');
        const entry = log.view().byEntry.get(draft.entry);
        expect(entry?.record).toEqual(changed.values);
        expect(consentOf(log, about).tickets).toMatchObject([{ id: entry?.ticket, state: 'used' }]);
        if (alive) points += 1;
      }
    console.log(`putting a plan otherwise: killed at ${points} points`);
    expect(points).toBeGreaterThan(3);
  });

  it('M6 a withdrawal', async () => {
    let points = 0;
    for (let at = 1, alive = true; alive; at += 1)
      for (const moment of moments) {
        const about = await addDefender(calm.log);
        await calm.log.recordConsent(agreed(about));
        const draft = await plan(calm.log, about);
        const fatal = killSwitch();
        const dying = await world.open('ines', { network: fatal.network });
        fatal.arm(at, moment);
        alive = (await fatal.outlive(dying.log.withdrawConsent(withdrawal(about)))) === 'killed';
        const next = await world.open('ines');
        const known = fileOf(next.log, about).decisions;
        expect([['given'], ['given', 'withdrawn']]).toContainEqual(known);
        if (known.length === 1) await next.log.withdrawConsent(withdrawal(about));
        expect(await next.log.save(draft)).toMatchObject({
          outcome: 'refused',
          verdict: { refusals: [{ code: 'withdrawn' }] },
        });
        if (alive) points += 1;
      }
    console.log(`a withdrawal: killed at ${points} points`);
    expect(points).toBeGreaterThan(3);
    expect(await world.journalFaults('ines')).toEqual([]);
  });
});

function withdrawal(about: Code): ConsentInput {
  return agreed(about, { outcome: 'withdrawn', grants: [] });
}

function consentOf(log: Log, about: Code): ConsentFile {
  const held = log
    .view()
    .entries.get('consent-file')
    ?.find(({ record }) => record.about === about);
  return held ? consentFileIn(held) : { about, decisions: [], tickets: [] };
}

/** Outcomes of the decisions and states of the tickets in a file, in order. */
function fileOf(log: Log, about: Code) {
  const { decisions, tickets } = consentOf(log, about);
  return {
    decisions: decisions.map(({ outcome }) => outcome),
    tickets: tickets.map(({ state }) => state),
  };
}

async function plan(log: Log, about: Code): Promise<Draft> {
  const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
  const hearing = saved(
    await log.save({
      kind: 'hearing',
      entry: log.newEntryId(),
      values: { about, court: 'Oskel District Court', start },
    }),
  ).entry.entry satisfies EntryId;
  return {
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender' },
  };
}
