/** What axe finds in one document. It runs inside that document itself: several times faster than from outside. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { projectRoot } from './project-root.ts';

/** It travels into every document that is looked at: the short form is a third of the other. */
const source = readFileSync(`${projectRoot}node_modules/axe-core/axe.min.js`, 'utf8');

export interface Looked {
  /** Selector; default the whole document, and with it what can be said of a page only as a whole. */
  readonly within?: string;
  readonly except?: string;
  /** Default every rule. */
  readonly rules?: readonly string[];
  /** Rules that are left out of every. */
  readonly unasked?: readonly string[];
}

/** One line per rule and place. Frames inside the document are documents of their own and left out. */
export async function axeFindings(frame: Frame, looked: Looked = {}): Promise<readonly string[]> {
  const isThere = await frame.evaluate(() => 'axe' in globalThis);
  if (!isThere) await frame.evaluate(source);
  return frame.evaluate(async ({ within, except, rules, unasked = [] }) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      { ...(within ? { include: [[within]] } : {}), exclude: except ? [[except]] : [] },
      {
        resultTypes: ['violations'],
        iframes: false,
        ...(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
        rules: Object.fromEntries(unasked.map((rule) => [rule, { enabled: false }])),
      },
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, looked);
}
