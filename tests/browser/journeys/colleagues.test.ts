/** Several people on one book: the same data for colleagues, none for others, two edits merged, names only for who may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { RecordedRequest } from '../../support/loopback-hosts.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { mergeDialog } from '../../support/pages/merge.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';
import { castOf } from '../../support/set-up-mission.ts';

const known = coverName(castCodes.oskelDefender);
const gist = 'Told both that the room was full and that we wrote to nobody about it';

let circle: Circle;
let ines: Tab;
let tomas: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines', { hurried: true, apart: true });
  tomas = await openTab(circle.rig, 'tomas', { hurried: true });
});

afterAll(async () => {
  await ines?.close();
  await tomas?.close();
  await circle?.close();
});

describe('one book', () => {
  it('J1: shows a colleague the same entries', async () => {
    const count = async (tab: Tab) => {
      await tab.entries();
      return tab.main
        .getByRole('status')
        .filter({ hasText: /entries$/ })
        .textContent();
    };
    // Older entries arrive in the background: the two are compared once neither tab waits for more.
    await expect
      .poll(async () => (await count(tomas)) === (await count(ines)), { timeout: 30_000 })
      .toBe(true);
    const entries = await tomas.entries();
    await entries.find(gist);
    await entries.row(known, gist).waitFor();
  });

  it('J1: shows another mission none of it, on no page and in no answer of the server', async () => {
    const before = circle.rig.requests.length;
    const joris = await openTab(circle.rig, 'joris');
    await joris.go('Defenders');
    expect(await joris.main.getByRole('link', { name: known }).count()).toBe(0);
    const entries = await joris.entries();
    await entries.find(gist);
    await joris.main.getByText('No entry passes these filters.').waitFor();
    // Tabs of others go on reading meanwhile: only what this person's token asked for counts.
    const asked = circle.rig.requests.slice(before).filter((request) => isAskedBy('joris', request));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.flatMap(addressesIn).filter((path) => /aldermark/i.test(path))).toEqual([]);
    await joris.close();
  });

  it('M8: search finds what one may see, and nothing of another mission', async () => {
    const mine = await ines.search('room was full');
    await mine.getByRole('link', { name: gist }).waitFor();
    await ines.page.keyboard.press('Escape');
    const joris = await openTab(circle.rig, 'joris');
    const theirs = await joris.search('room was full');
    await theirs.getByText('Nothing found in what has been read so far.').waitFor();
    await joris.close();
  });

  it('M8: “May I?” answers a cover name and a measure with yes, no and limits', async () => {
    const dialog = await ines.search(`${known} trial`);
    const answers = dialog.getByRole('region', { name: 'May I?' }).getByRole('listitem');
    await answers
      .filter({ hasText: /^Within limits\..*Sit at the back/ })
      .first()
      .waitFor();
    await dialog.getByRole('textbox').fill(`${known} publicity`);
    await answers
      .filter({ hasText: /^No\. Speak in public/ })
      .first()
      .waitFor();
    await ines.page.keyboard.press('Escape');
  });

  it('a consular officer meets no cover name of a case and no Log button', async () => {
    const pavel = await openTab(circle.rig, 'pavel', { untilReady: false });
    await pavel.main.waitFor();
    await pavel.inside
      .getByText('Log something else')
      .or(pavel.inside.getByRole('navigation'))
      .or(pavel.inside.getByRole('button', { name: 'Try again' }))
      .first()
      .waitFor();
    expect(await pavel.inside.getByText(known).count()).toBe(0);
    expect(await pavel.inside.getByRole('button', { name: 'Log…' }).count()).toBe(0);
    await pavel.close();
  });
});

describe('what a colleague wrote long ago', () => {
  it('is not marked as changed, however late it arrives', async () => {
    const reader = await openTab(circle.rig, 'ines');
    const old = 'We had come; they knew of the postponement before us';
    const entries = await reader.entries();
    await entries.find(old);
    await entries.row(old, 'Contact').waitFor();
    expect(await entries.row(old).textContent()).not.toContain('Changed');
    await reader.close();
  });
});

describe('two who change the same entry', () => {
  it('J3: are shown both texts with who wrote the other, and choose; nothing is lost', async () => {
    const change = async (tab: Tab) => {
      const entries = await tab.entries();
      await entries.find(gist);
      return (await entries.open(known, gist)).change('Contact');
    };
    const mine = await change(ines);
    const theirs = await change(tomas);
    await theirs.write('In one line', 'Told both by message; the corridor was full too');
    await theirs.save();
    await mine.write('In one line', 'Told both; they ask us to come an hour earlier');
    await mine.submit.click();
    const merge = await mergeDialog(ines.inside);
    expect(await merge.fields()).toEqual(['In one line']);
    const sides = await merge.sides('In one line');
    expect(sides[0]).toContain('Told both; they ask us to come an hour earlier');
    expect(sides[1]).toContain('Tomas Rehn');
    expect(sides[1]).toContain('Told both by message; the corridor was full too');
    await merge.write('In one line', 'Told both; the corridor was full too, so come an hour earlier');
    await merge.save();
    await mine.dialog.waitFor({ state: 'detached' });
    await tomas.reload();
    const entries = await tomas.entries();
    await entries.find('so come an hour earlier');
    await entries.row(known, 'so come an hour earlier').waitFor();
  });

  it('J3: must choose themselves where risk differs: nothing is suggested', async () => {
    const change = async (tab: Tab) => {
      await tab.defender(known);
      await tab.main.getByRole('button', { name: 'Change', exact: true }).click();
      const { formPage } = await import('../../support/pages/form.ts');
      const form = await formPage(tab.inside, 'Change Defender');
      await form.unfold('Risk');
      return form;
    };
    const mine = await change(ines);
    const theirs = await change(tomas);
    await theirs.radio('Risk', 'Critical');
    await theirs.save();
    await mine.radio('Risk', 'Medium');
    await mine.submit.click();
    const merge = await mergeDialog(ines.inside);
    await merge.dialog.getByText('Still to decide: Risk.').waitFor();
    expect(await merge.saveButton.getAttribute('aria-disabled')).toBe('true');
    await merge.pick('Risk', 'Tomas Rehn');
    expect(await merge.saveButton.getAttribute('aria-disabled')).not.toBe('true');
    await merge.save();
    await mine.dialog.waitFor({ state: 'detached' });
    const again = await change(ines);
    expect(await again.dialog.getByRole('radio', { name: 'Critical', exact: true }).isChecked()).toBe(true);
    await again.cancel();
  });
});

describe('names', () => {
  it('J4: are shown after the look was journalled, say who looked, and hide when the window loses the focus', async () => {
    const page = await ines.defender(known);
    const before = circle.rig.requests.length;
    await page.showNames.click();
    await page.names.getByText('Tamara Vodianskaya').waitFor();
    const graph = circle.rig.requests.slice(before).filter(({ host }) => host === 'graph.microsoft.com');
    const journalled = graph.findIndex(({ method, path }) => method === 'POST' && !path.includes('$batch'));
    const read = graph.findIndex(
      ({ method, path }) => method === 'GET' && path.includes('/lists/Identities/'),
    );
    expect(journalled).toBeGreaterThanOrEqual(0);
    expect(read).toBeGreaterThan(journalled);
    await page.names.getByText(/^Who looked/).click();
    await page.names.getByRole('listitem').filter({ hasText: 'Ines Calder' }).first().waitFor();
    await blur(ines);
    await page.names.waitFor({ state: 'detached' });
    expect(await ines.inside.getByText('Tamara Vodianskaya').count()).toBe(0);
    await page.showNames.waitFor();
  });

  it('J4: hide by themselves after five minutes', async () => {
    await ines.page.clock.install();
    await ines.reload();
    const page = await ines.defender(known);
    await page.showNames.click();
    await page.names.getByText('Tamara Vodianskaya').waitFor();
    await ines.page.clock.fastForward('04:50');
    expect(await page.names.isVisible()).toBe(true);
    await ines.page.clock.fastForward('00:15');
    await page.names.waitFor({ state: 'detached' });
  });

  it('J4: are not offered to a head of mission, nor read by them', async () => {
    const greta = await openTab(circle.rig, 'greta');
    const page = await greta.defender(known);
    await page.timeline.waitFor();
    expect(await page.showNames.count()).toBe(0);
    await greta.close();
  });
});

/** Whether Graph was asked with a token of that person, whichever tenant gave it. */
function isAskedBy(key: string, { host, headers }: RecordedRequest): boolean {
  const [, claims = ''] = (headers.authorization ?? '').split('.');
  if (host !== 'graph.microsoft.com' || claims === '') return false;
  const { name } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly name?: string };
  return name === castOf(key).name;
}

/** Its path, and those of the calls that travel in it. */
function addressesIn({ path, body }: RecordedRequest): readonly string[] {
  if (!path.includes('/$batch')) return [path];
  const { requests } = JSON.parse(body ?? '') as { readonly requests: readonly { readonly url: string }[] };
  return requests.map(({ url }) => url);
}

/** The person goes to something outside of the tab, in Teams itself. */
async function blur(tab: Tab): Promise<void> {
  await tab.page.getByRole('combobox', { name: 'Signed in as' }).focus();
}
