/** What was removed as a mistake: its open tickets, what is never removed, and what may come back when somebody said no meanwhile. */

import { beforeEach, describe, expect, it } from 'vitest';
import { clearRestored } from '../../../src/domain/consent/clear.ts';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import type { Code, Day, EntryId } from '../../../src/domain/ids.ts';
import { isRemoved } from '../../../src/domain/keeping/marks.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { consentFileIn } from '../../../src/log/gate/people.ts';
import type { Life } from '../../../src/log/life/life.ts';
import type { Log } from '../../../src/log/log.ts';
import type { ConsentInput } from '../../../src/log/writing/saving.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import {
  addDefender,
  agreed,
  greta,
  ines,
  type LogWorld,
  openLogWorld,
  tomas,
} from '../../support/log-world.ts';

let world: LogWorld;
let log: Log;
let life: Life;
let about: Code;

const yes = (code: Code, change: Partial<ConsentInput> = {}): ConsentInput =>
  agreed(code, {
    informed: informedElements,
    grants: [
      { action: 'quiet-contact', audiences: ['embassy'], identity: 'full-name', categories: [] },
      { action: 'demarche', audiences: ['host-authority'], identity: 'full-name', categories: [] },
    ],
    ...change,
  });
const no = (code: Code): ConsentInput => agreed(code, { outcome: 'withdrawn', grants: [], informed: [] });

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
  life = await log.life();
  about = await addDefender(log);
  await log.recordConsent(yes(about));
});

const steps = {
  planned: { step: 'draft', day: '2026-11-25' },
  sent: { step: 'sent', day: '2026-11-19', deliveredBy: 'Deputy head of mission' },
} as const satisfies Readonly<Record<string, AnyRecord>>;

async function demarche(more: AnyRecord, of: Log = log): Promise<Entry> {
  const outcome = await of.save({
    kind: 'demarche',
    entry: of.newEntryId(),
    values: {
      about,
      subject: 'defender',
      gist: 'Ask to drop the charge',
      form: 'note-verbale',
      level: 'minister',
      reprisalDefender: 'possible',
      riskToldOn: '2026-11-18',
      ...more,
    },
  });
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry;
}

const ticketsOf = (of: Log, code: Code, entry: EntryId) => {
  const held = of
    .view()
    .entries.get('consent-file')
    ?.find(({ record }) => record.about === code);
  return (held ? consentFileIn(held).tickets : []).filter((ticket) => ticket.entry === entry);
};

describe('L6 · what comes back passes the gate again where it lies ahead', () => {
  it.each<
    [string, keyof typeof steps, (() => Promise<unknown>) | undefined, 'restored' | 'refused', string?]
  >([
    ['planned, consent stands', 'planned', undefined, 'restored'],
    ['planned, consent withdrawn', 'planned', () => log.withdrawConsent(no(about)), 'refused', 'withdrawn'],
    [
      'planned, consent run out',
      'planned',
      async () => {
        world.time.now += 120 * 86_400_000;
      },
      'refused',
      'review-passed',
    ],
    ['done, consent withdrawn', 'sent', () => log.withdrawConsent(no(about)), 'restored'],
  ])('L6 · %s', async (_, step, meanwhile, expected, why) => {
    const { entry } = await demarche(steps[step]);
    expect(await life.remove(entry, 'Logged twice')).toEqual({ outcome: 'removed' });
    world.time.now += 60_000;
    await meanwhile?.();
    const outcome = await life.restore(entry);
    expect(outcome.outcome).toBe(expected);
    if (outcome.outcome === 'refused')
      expect(outcome.verdict.refusals.map(({ code }) => code)).toContain(why);
    expect(log.view().byEntry.has(entry)).toBe(expected === 'restored');
    expect(life.removed().length).toBe(expected === 'restored' ? 0 : 1);
  });

  it('L6 · after a new yes it comes back, under that yes and a ticket of its own', async () => {
    const before = await demarche(steps.planned);
    await life.remove(before.entry, 'Logged twice');
    world.time.now += 60_000;
    await log.withdrawConsent(no(about));
    expect(await life.restore(before.entry)).toMatchObject({ outcome: 'refused' });
    world.time.now += 60_000;
    await log.recordConsent(yes(about));
    expect(await life.restore(before.entry)).toEqual({ outcome: 'restored' });
    const after = log.view().byEntry.get(before.entry);
    expect(after?.record).toEqual(before.record);
    expect(after?.under).not.toEqual(before.under);
    expect(ticketsOf(log, about, before.entry).find(({ id }) => id === after?.ticket)?.state).toBe('used');
  });

  it('L6 · nobody is left out of it silently', async () => {
    const other = await addDefender(log);
    await log.recordConsent(yes(other));
    const { entry } = await demarche({ ...steps.planned, named: [other] });
    await life.remove(entry, 'Logged twice');
    world.time.now += 60_000;
    await log.withdrawConsent(no(other));
    const outcome = await life.restore(entry);
    expect(outcome).toMatchObject({ outcome: 'refused', verdict: { left: [other] } });
    expect(ticketsOf(log, about, entry).filter(({ state }) => state === 'placed')).toEqual([]);
  });

  it('L6 · a no that another machine recorded counts at once', async () => {
    const { entry } = await demarche(steps.planned);
    const colleague = await world.open(tomas);
    await life.remove(entry, 'Logged twice');
    await colleague.refresh();
    world.time.now += 60_000;
    await log.withdrawConsent(no(about));
    expect(await (await colleague.life()).restore(entry)).toMatchObject({ outcome: 'refused' });
  });

  it('L6 · asked again after its answer was lost, it is back once', async () => {
    let lost = false;
    const losing = (book: Book): Book => ({
      ...book,
      async amend(cleared, at) {
        const done = await book.amend(cleared, at);
        if (cleared.kind.key === 'demarche' && !cleared.under.includes('removed') && !lost) {
          lost = true;
          throw new StoreError('offline', { maybeDone: true });
        }
        return done;
      },
    });
    const { entry } = await demarche(steps.planned);
    const shaky = await world.open(tomas, { over: losing });
    const theirs = await shaky.life();
    await theirs.remove(entry, 'Logged twice');
    await expect(theirs.restore(entry)).rejects.toThrow(StoreError);
    expect(await theirs.restore(entry)).toEqual({ outcome: 'restored' });
    expect(shaky.view().byEntry.has(entry)).toBe(true);
    expect(ticketsOf(shaky, about, entry).map(({ state }) => state)).toEqual(['used', 'used']);
  });

  it('L6 · nothing mints a restored step that lies ahead without the gate', async () => {
    const { entry } = await demarche(steps.planned);
    await life.remove(entry, 'Logged twice');
    const [before] = life.removed();
    if (!before || !isRemoved(before)) throw new Error('not removed');
    expect(() => clearRestored({ kind: kindOf('demarche'), before, by: ines })).toThrow(TypeError);
  });
});

describe('L6 · what removing takes along', () => {
  it('L6 · an open ticket is given back, a used one stays', async () => {
    // The tab dies between the act and the mark.
    let isDead = false;
    const dying = (book: Book): Book => ({
      ...book,
      async amend(cleared, at) {
        const text = JSON.stringify(cleared.record);
        if (cleared.kind.key === 'consent-file' && text.includes('"used"') && !isDead) {
          isDead = true;
          throw new StoreError('offline');
        }
        return book.amend(cleared, at);
      },
    });
    const shaky = await world.open(tomas, { over: dying });
    await expect(demarche(steps.planned, shaky)).rejects.toThrow(StoreError);
    const theirs = await shaky.life();
    const open = shaky.view().entries.get('demarche')?.[0]?.entry as EntryId;
    const used = (await demarche(steps.planned, shaky)).entry;
    expect(ticketsOf(shaky, about, open).map(({ state }) => state)).toEqual(['placed']);
    await theirs.remove(open, 'Logged twice');
    await theirs.remove(used, 'Logged twice');
    expect(ticketsOf(shaky, about, open).map(({ state }) => state)).toEqual(['released']);
    expect(ticketsOf(shaky, about, used).map(({ state }) => state)).toEqual(['used']);
  });

  it('L6 · history that is never amended may be taken back as a mistake, and comes back', async () => {
    const outcome = await log.save({
      kind: 'status-change',
      entry: log.newEntryId(),
      values: { about, status: 'pre-trial-detention', day: '2026-11-19', source: 'family' },
    });
    if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
    const { entry } = outcome.entry;
    expect(await life.remove(entry, 'Somebody else was meant')).toEqual({ outcome: 'removed' });
    expect(log.view().entries.get('status-change')).toEqual([]);
    expect(await life.restore(entry)).toEqual({ outcome: 'restored' });
    expect(log.view().byEntry.get(entry)?.record).toEqual(outcome.entry.record);
  });

  it.each<['agreed' | 'sent-back' | 'declined']>([['agreed'], ['sent-back'], ['declined']])(
    'L6 · what the head of mission has decided on stays, with who decided: %s',
    async (answer) => {
      const put = await demarche({ ...steps.planned, step: 'for-decision' });
      const head = await world.open(greta);
      const decided = kindOf('demarche').decision?.take(put.record, answer, {
        by: greta,
        on: '2026-11-20' as Day,
        why: 'Not now',
      });
      const { kind, entry, id, version, record } = put;
      const outcome = await head.save({ kind, entry, values: decided ?? {}, base: { id, version, record } });
      expect(outcome.outcome).toBe('saved');
      expect(await life.remove(entry, 'Logged twice')).toEqual({ outcome: 'decided', who: greta });
      expect(log.view().byEntry.get(entry)?.record.decidedBy).toEqual(greta);
    },
  );

  it('L6 · what still waits for a decision may be removed', async () => {
    const { entry } = await demarche({ ...steps.planned, step: 'for-decision' });
    expect(await life.remove(entry, 'Logged twice')).toEqual({ outcome: 'removed' });
  });
});
