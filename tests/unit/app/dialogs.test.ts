/** Every dialog lets the keyboard go on to Teams: Fluent's own trap would hold it inside the tab. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../support/project-root.ts';

const app = join(projectRoot, 'src/app');
const opening = '(?:ModalDialog|Dialog|OverlayDrawer)';
const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, text: readFileSync(join(app, file), 'utf8') }));
/** Files that import what opens a dialog. */
const importing = files.filter(({ text }) =>
  new RegExp(`import \\{[^}]*\\b${opening}\\b[^}]*\\}`).test(text),
);
/** Every tag that opens a dialog. */
const tags = files.flatMap(({ file, text }) =>
  [...text.matchAll(new RegExp(`<${opening}\\s[\\s\\S]{0,400}?>`, 'g'))].map(([tag]) => ({
    file,
    tag: tag.replace(/\s+/g, ' '),
  })),
);

it('M4: Tab goes on from a dialog to Teams, from each of them', () => {
  expect([...new Set(tags.map(({ file }) => file))]).toEqual(importing.map(({ file }) => file));
  expect(tags).not.toEqual([]);
  const holding = tags.filter(({ tag }) => !tag.includes('<ModalDialog ') && !tag.includes('inertTrapFocus'));
  expect(holding).toEqual([]);
});
