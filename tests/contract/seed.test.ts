/** The seeded circle: told through the front door, so every rule of the product holds for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoClientId, demoPeople, ministryOf } from '../../src/demo/people.ts';
import type { Act } from '../../src/demo/seed/act.ts';
import { asPerson, castPerson } from '../../src/demo/seed/act.ts';
import { calendarFrom } from '../../src/demo/seed/calendar.ts';
import { castCodes, castEntry } from '../../src/demo/seed/cast.ts';
import { openChance } from '../../src/demo/seed/chance.ts';
import { seed } from '../../src/demo/seed/seed.ts';
import { openStaff, type Staff } from '../../src/demo/seed/staff.ts';
import { stories } from '../../src/demo/seed/stories.ts';
import { makeWorld } from '../../src/demo/world.ts';
import { type Decision, informedElements, type Ticket } from '../../src/domain/consent/consent-file.ts';
import { addDays } from '../../src/domain/ids.ts';
import { codesOf, type Entry } from '../../src/domain/record-kind.ts';
import { kindOf, recordKinds } from '../../src/domain/registry.ts';
import { journal } from '../../src/domain/system/journal.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { type LocalTenant, openLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { keepBook } from '../../src/log/bookkeeping.ts';
import { serverClock } from '../../src/log/clock.ts';
import { openJournal } from '../../src/log/journal.ts';

const focalPoints = ['ines', 'joris', 'lucia', 'helena', 'kaja'];
const kinds = [...recordKinds, ...systemKinds];
const site = 'aldermark.sharepoint.com:/sites/aldermark-meren:';

async function seeded(now: () => number): Promise<LocalTenant> {
  const tenant = openLocalTenant({ file: ':memory:', clock: now });
  makeWorld(tenant.world);
  await seed({ tenant, progress: () => undefined });
  return tenant;
}

describe('the seed', () => {
  const now = Date.parse('2026-11-20T09:00:00Z');
  let tenant: LocalTenant;
  let staff: Staff;
  let acts: readonly Act[];

  beforeAll(async () => {
    tenant = await seeded(() => now);
    staff = openStaff(tenant, openChance());
    acts = stories.flatMap((story) => story(calendarFrom(now)));
  });
  afterAll(() => {
    staff.close();
    tenant.close();
  });

  /** What Graph itself answers to that person, whatever any app would ask. */
  async function graph(who: string, path: string): Promise<{ status: number; text: string }> {
    const person = castPerson(who);
    const form = new URLSearchParams({
      grant_type: 'password',
      username: person.mail,
      password: 'local',
      client_id: demoClientId,
      scope: 'User.Read Sites.Selected',
    });
    const { tenantId } = ministryOf(person.ministry);
    const signedIn = await tenant.fetch(
      new Request(`http://localhost/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: form }),
    );
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const answer = await tenant.fetch(
      new Request(`http://localhost/graph/v1.0${path}`, { headers: { authorization: `Bearer ${token}` } }),
    );
    return { status: answer.status, text: await answer.text() };
  }
  const items = (list: string) => `/sites/${site}/lists/${list}/items?$expand=fields`;

  async function entries(who: string): Promise<readonly Entry[]> {
    return [...(await staff.log(who)).view().byEntry.values()];
  }

  it.each(['joris', 'helena', 'selim', 'mira'])(
    "J1: %s, who is not of Aldermark's mission, is refused its site and every list of it by the server",
    async (who) => {
      for (const path of [`/sites/${site}/lists`, ...kinds.map(({ list }) => items(list))]) {
        const { status, text } = await graph(who, path);
        expect([401, 403, 404], path).toContain(status);
        expect(text).not.toContain(castCodes.oskelDefender);
      }
    },
  );

  it('J1: the consular officer is let to the mission item and the consular desk, and to no list of cases, consents or names', async () => {
    for (const { key, list } of kinds) {
      const { status } = await graph('pavel', items(list));
      if (key === 'mission' || key === 'consular-file') expect(status).toBe(200);
      else expect([403, 404], list).toContain(status);
    }
  });

  it("the consular officer's app opens with the mission and what was given to them, and goes on listening without complaint", async () => {
    const log = await staff.log('pavel');
    await log.refresh();
    expect(log.me.roles).toEqual(['consular']);
    expect([...log.view().byEntry.values()].map(({ kind }) => kind).sort()).toEqual([
      'consular-file',
      'mission',
    ]);
    expect(log.view().sync).toMatchObject({ state: 'live' });
  });

  it('J1: the head of mission works with the cases and is refused the names', async () => {
    expect((await graph('greta', items('Contacts'))).status).toBe(200);
    expect([403, 404]).toContain((await graph('greta', items('Identities'))).status);
    expect((await graph('ines', items('Identities'))).status).toBe(200);
  });

  it('the deputy sees exactly what the focal point sees', async () => {
    const versions = (all: readonly Entry[]) => all.map(({ entry, version }) => `${entry} ${version}`).sort();
    const own = (all: readonly Entry[]) => versions(all.filter(({ kind }) => kind !== 'draft'));
    const [focalPoint, deputy] = [await entries('ines'), await entries('tomas')];
    expect(focalPoint.length).toBeGreaterThan(60);
    expect(own(deputy)).toEqual(own(focalPoint));
  });

  it('every mission has a handful of entries of its own, and none of them can be misread', async () => {
    for (const who of focalPoints) {
      const { view, me } = await staff.log(who);
      const told = [...view().byEntry.values()].filter(({ kind }) => !kindOf(kind).system);
      expect(told.length, me.mission.name).toBeGreaterThanOrEqual(8);
      expect(view().malformed).toEqual([]);
    }
  });

  it('A4: a true name stands in the identity list and nowhere else in the whole database', () => {
    const names = acts.flatMap(({ does }) =>
      does.act === 'name' ? [does.names.fullName, ...(does.names.alias ? [does.names.alias] : [])] : [],
    );
    const lines = tenant.world.dump().split('\n');
    const identityLists = lines
      .filter((line) => line.startsWith('list {') && line.includes('"display_name":"Identities"'))
      .map((line) => (JSON.parse(line.slice('list '.length)) as { id: string }).id);
    expect(identityLists).toHaveLength(5);
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const found = lines.filter((line) => line.includes(name));
      expect(found.length, 'each name is kept somewhere').toBeGreaterThan(0);
      for (const line of found)
        expect(identityLists.some((id) => line.includes(`"list":"${id}"`))).toBe(true);
    }
  });

  it('names are kept in several scripts', () => {
    const names = acts.flatMap(({ does }) => (does.act === 'name' ? [does.names.fullName] : [])).join(' ');
    for (const script of ['Cyrillic', 'Georgian', 'Arabic', 'Latin', 'Greek', 'Armenian'])
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  });

  it('every gated entry quotes a used ticket that stands in the file of each person, under a consent older than the act', async () => {
    let gated = 0;
    for (const who of focalPoints) {
      const all = await entries(who);
      const files = all.filter(({ kind }) => kind === 'consent-file');
      const tickets = files.flatMap(({ record }) => (record.tickets as Ticket[] | undefined) ?? []);
      const decisions = files.flatMap(({ record }) => (record.decisions as Decision[] | undefined) ?? []);
      for (const entry of all) {
        const need = kindOf(entry.kind).need(entry.record);
        if (need.kind === 'none' || entry.under.includes('none-on-record')) continue;
        gated += 1;
        const quoted = tickets.filter(({ id }) => id === entry.ticket);
        expect(quoted, `${who} ${entry.entry}`).toHaveLength(need.persons.length);
        for (const ticket of quoted) {
          expect(ticket).toMatchObject({ entry: entry.entry, state: 'used', action: need.action });
          for (const under of entry.under) {
            const decision = decisions.find(({ id }) => id === under);
            expect(decision !== undefined || under === 'no-refusal', under).toBe(true);
            if (decision) expect(decision.at <= ticket.at).toBe(true);
          }
        }
      }
      expect(tickets.filter(({ state }) => state === 'placed')).toEqual([]);
    }
    expect(gated).toBeGreaterThan(8);
  });

  it('entries were written on their own day over nine months, none of them ahead of today', async () => {
    const days = (await entries('ines')).map(({ createdAt }) => createdAt).sort();
    expect(days[0]?.slice(0, 7)).toBe('2026-02');
    expect((days.at(-1) ?? '') < '2026-11-20T09:00:00Z').toBe(true);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(10);
  });

  it('the journal of everybody who wrote holds, link by link', async () => {
    for (const who of focalPoints) {
      const book = staff.book(who);
      const { entries: rows } = await book.loadAll(journal);
      const authors = new Set(rows.map(({ by }) => by.objectId));
      expect(rows.length).toBeGreaterThan(8);
      for (const author of authors) {
        const person = demoPeople.find(({ id }) => id === author);
        if (!person) throw new Error('somebody from outside the cast wrote a journal');
        const clock = serverClock(() => now);
        const books = keepBook(book, staff.environment, clock, () => undefined);
        const { verify } = openJournal(book, books, staff.environment, clock, asPerson(person.key));
        const own = rows.filter(({ by }) => by.objectId === author);
        expect(await verify(own), person.key).toEqual([]);
        if (own.length > 1)
          expect(await verify(own.filter((row) => row.record.sequence !== 1))).not.toEqual([]);
      }
    }
  });

  it('Today has rows to act on now, for this week, and waiting', async () => {
    const { duties } = (await staff.log('ines')).view();
    for (const urgency of ['act-now', 'this-week', 'waiting'] as const)
      expect(duties.filter((duty) => duty.urgency === urgency).length, urgency).toBeGreaterThan(0);
    expect(duties.length).toBeLessThan(25);
    expect(duties.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['hearing-without-observer', 'feedback', 'follow-up', 'consent-ending']),
    );
    for (const who of focalPoints) expect((await staff.log(who)).view().duties.length).toBeGreaterThan(0);
  });

  it('a withdrawn consent halted the observation that had been planned', async () => {
    const log = await staff.log('ines');
    const planned = log.view().byEntry.get(castEntry('supervision-observation-2'));
    expect(planned?.record.step).toBe('planned');
    const verdict = log.decide(kindOf('trial-observation').need(planned?.record ?? {}));
    expect(verdict.allowed).toBe(false);
    expect(verdict.refusals.map(({ code }) => code)).toEqual(['withdrawn']);
  });

  it("the journalist's mother can agree to someone in court; her words before guards cannot carry a statement", async () => {
    const log = await staff.log('ines');
    const about = {
      persons: [castCodes.journalist],
      categories: [],
      basis: 'consent',
      tense: 'ahead',
    } as const;
    const trial = log.decide({
      ...about,
      kind: 'consent',
      action: 'trial',
      audiences: ['embassy'],
      identity: 'none',
    });
    const statement = log.decide({
      ...about,
      kind: 'consent',
      action: 'publicity',
      audiences: ['public'],
      identity: 'none',
    });
    expect(trial.allowed).toBe(true);
    expect(statement.allowed).toBe(false);
  });

  it('consent files, drafts and names keep no old states', async () => {
    const path = `/sites/${site}/lists/ConsentFiles/items/1/versions`;
    const kept = JSON.parse((await graph('ines', path)).text) as { value: unknown[] };
    expect(kept.value).toHaveLength(1);
    const contacts = JSON.parse(
      (await graph('ines', `/sites/${site}/lists/Defenders/items/1/versions`)).text,
    ) as {
      value: unknown[];
    };
    expect(contacts.value.length, 'other lists do').toBeGreaterThan(1);
  });

  it('L3: whoever practises meets nobody real: invented people at reserved addresses, codes of the cast alone', async () => {
    expect(demoPeople.filter(({ mail }) => !mail.endsWith('.example'))).toEqual([]);
    const cast = new Set<unknown>(Object.values(castCodes));
    const colleagues = new Set(demoPeople.map(({ id }) => id));
    for (const who of focalPoints) {
      const told = await entries(who);
      const own = told.filter(({ kind }) => !kindOf(kind).system);
      expect(own.flatMap(({ record }) => codesOf(record)).filter((code) => !cast.has(code))).toEqual([]);
      expect(told.filter(({ by }) => !colleagues.has(by.objectId))).toEqual([]);
    }
  });

  it('told on another day, the story has the same codes and the same entries', async () => {
    const later = await seeded(() => Date.parse('2027-03-06T21:30:00Z'));
    const others = openStaff(later, openChance());
    const ids = (all: Iterable<Entry>) =>
      [...all]
        .filter(({ kind }) => !kindOf(kind).system)
        .map(({ entry, record }) => `${entry} ${record.about}`)
        .sort();
    expect(ids((await others.log('ines')).view().byEntry.values())).toEqual(ids(await entries('ines')));
    others.close();
    later.close();
  });

  it("L3: whoever practises is held to the product's rules: refused without consent, let through with it", async () => {
    // Last of all: it leaves something behind.
    const log = await staff.log('ines');
    const about = log.newCode();
    const made = { kind: 'defender', entry: log.newEntryId(), values: { about, unit: 'individual' } };
    expect((await log.save(made)).outcome).toBe('saved');
    const step = {
      kind: 'demarche',
      entry: log.newEntryId(),
      values: {
        about,
        subject: 'defender',
        gist: 'Ask why',
        day: log.today(),
        form: 'verbal',
        step: 'draft',
      },
    };
    const refused = await log.save(step);
    expect(refused).toMatchObject({ outcome: 'refused', verdict: { refusals: [{ code: 'not-asked' }] } });
    await log.recordConsent({
      about,
      outcome: 'given',
      giver: 'defender',
      giverRef: about,
      freeToSpeak: 'yes',
      howWeKnow: 'known-to-us',
      grants: [
        {
          action: 'demarche',
          audiences: ['embassy', 'host-authority'],
          identity: 'full-name',
          categories: [],
        },
      ],
      refuses: [],
      effect: { when: 'now' },
      reviewOn: addDays(log.today(), 30),
      channel: 'in-person',
      informed: informedElements,
      evidence: { form: 'oral' },
      statistics: false,
    });
    expect((await log.save(step)).outcome).toBe('saved');
  });
});
