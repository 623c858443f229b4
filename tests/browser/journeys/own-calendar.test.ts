/** A hearing goes into one's own calendar: one press, once however often; where it is not let in, words and the file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoClientId, demoPeople, ministryOf } from '../../../src/demo/people.ts';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { entryPanel } from '../../support/pages/entries.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);
const scope = 'Calendars.ReadWrite';

let circle: Circle;
let tab: Tab;

beforeAll(async () => {
  circle = await openCircle();
  // The refusal of the last case is the server's own answer.
  tab = await openTab(circle.rig, 'ines', { expected: [/status of 400 .*\/oauth2\/v2\.0\/token/] });
});

afterAll(async () => {
  await tab?.close();
  await circle?.close();
});

function me() {
  const person = demoPeople.find(({ key }) => key === 'ines');
  if (!person) throw new Error('nobody of that name');
  return { ...person, tenantId: ministryOf(person.ministry).tenantId };
}

/** What stands in Ines's calendar, as the server has it. */
async function events(): Promise<readonly Record<string, unknown>[]> {
  const { mail, tenantId } = me();
  const signIn = await circle.tenant.fetch(
    new Request(`http://localhost/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        username: mail,
        password: 'local',
        client_id: demoClientId,
        scope,
      }),
    }),
  );
  const { access_token: token } = (await signIn.json()) as { access_token: string };
  const answer = await circle.tenant.fetch(
    new Request('http://localhost/graph/v1.0/me/events', { headers: { authorization: `Bearer ${token}` } }),
  );
  return ((await answer.json()) as { value: Record<string, unknown>[] }).value;
}

async function openHearing() {
  await tab.go('Calendar');
  await tab.main.getByRole('button', { name: 'List', exact: true }).click();
  await tab.main.getByRole('combobox', { name: 'Defender' }).selectOption(castCodes.oskelDefender);
  await tab.main
    .getByRole('link', { name: /Hearing/ })
    .first()
    .click();
  return entryPanel(tab.inside);
}

async function ask() {
  const { panel } = await openHearing();
  await panel.getByRole('button', { name: 'Add to my calendar…' }).click();
  return tab.inside.getByRole('dialog', { name: 'Add to my calendar' });
}

describe('D2 add to my calendar', () => {
  it('D2 · puts cover name and kind into the calendar, private, without a court', async () => {
    const dialog = await ask();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Added to your calendar.').waitFor();
    const [event] = await events();
    expect(event).toMatchObject({
      subject: `${known} · Hearing`,
      sensitivity: 'private',
      location: { displayName: '' },
    });
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('D2 · again makes no second event', async () => {
    const dialog = await ask();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Added to your calendar.').waitFor();
    expect(await events()).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('D2 · where the organisation does not allow it, says so and offers the file', async () => {
    const { tenantId } = me();
    circle.tenant.world.withdrawConsent({ app: demoClientId, tenant: tenantId, scopes: [scope] });
    await tab.reload();
    const dialog = await ask();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await tab.page.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByText('Your organisation does not let Focal Point into calendars.').waitFor();
    await dialog.getByRole('button', { name: 'Calendar file…' }).click();
    await tab.inside.getByRole('dialog', { name: /calendar file/ }).waitFor();
  });
});
