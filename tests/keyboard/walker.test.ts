/** The hands without a pointer: what they reach, and that they fail where a keyboard does not get to. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';

let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser('MAP * ~NOTFOUND');
});
beforeEach(async () => {
  page = await (await browser.context()).newPage();
});

afterEach(() => page.context().close());
afterAll(() => browser?.close());

const numbered = (count: number) =>
  Array.from({ length: count }, (_, place) => `<button>No. ${place + 1}</button>`).join('');
const said =
  '<output></output><script>function say(words) { document.querySelector("output").textContent += words; }</script>';

async function show(html: string): Promise<void> {
  await page.setContent(`<!doctype html><body>${said}${html}</body>`);
}
const output = () => page.locator('output').textContent();

describe('M4: without a pointer', () => {
  it.each([
    ['the sixtieth button', `${numbered(59)}<button onclick="say('pressed')">This</button>${numbered(59)}`],
    ['a link', `<a href="#" onclick="say('pressed')">This</a>`],
    [
      'what a summary hides',
      `<details open><summary>More</summary><button onclick="say('pressed')">This</button></details>`,
    ],
    [
      'a frame',
      `${numbered(3)}<iframe srcdoc="<button onclick='parent.say(&quot;pressed&quot;)'>This</button>"></iframe>${numbered(3)}`,
    ],
  ])('%s is reached and pressed', async (_name, html) => {
    await show(html);
    const place = html.includes('iframe') ? page.frameLocator('iframe') : page;
    await place.getByText('This', { exact: true }).click();
    expect(await output()).toBe('pressed');
  });

  it('fields, ticks, one of several and the browser’s own list take what a pointer would give them', async () => {
    await show(`<input aria-label="Words" value="old"><input type="checkbox" aria-label="Tick" onchange="say('ticked ')">
      ${['a', 'b', 'c'].map((each) => `<label><input type="radio" name="one">${each}</label>`).join('')}
      <select aria-label="List" onchange="say(this.value)"><option>x</option><option>y</option><option>z</option></select>`);
    await page.getByLabel('List').selectOption('z');
    await page.getByLabel('c', { exact: true }).check();
    await page.getByLabel('Tick').check();
    await page.getByLabel('Words').fill('new');
    expect(await page.getByLabel('Words').inputValue()).toBe('new');
    expect(await page.getByLabel('c', { exact: true }).isChecked()).toBe(true);
    expect(await output()).toBe('zticked ');
  });

  it.each([
    [
      'is no stop',
      `${numbered(2)}<button tabindex="-1">This</button>`,
      /do not lead there; it met .*button No\. \d/,
    ],
    ['only listens to clicks', '<div onclick="say(1)">This</div>', /nothing a keyboard can act on/],
    [
      'lies behind a trap',
      `<button>This</button><script>onkeydown = (event) => event.key === 'Tab' && event.preventDefault()</script>`,
      /it met nothing/,
    ],
    ['stays disabled', '<button disabled>This</button>', /it is not enabled/],
    [
      'has arrows that do not work',
      `<div role="toolbar">${numbered(1)}<button tabindex="-1">This</button></div>`,
      /the arrows do not lead there/,
    ],
  ])('what %s fails, by name', async (_name, html, why) => {
    await show(html);
    await expect(page.getByText('This', { exact: true }).click({ timeout: 3000 })).rejects.toThrow(why);
    expect(await output()).toBe('');
  });
});
