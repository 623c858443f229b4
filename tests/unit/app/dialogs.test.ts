/** Every dialog lets the keyboard go on to Teams: Fluent's own trap would hold it inside the tab. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../support/project-root.ts';

const app = join(projectRoot, 'src/app');
/** Every tag that opens a dialog, as `file: tag`. */
const tags = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => {
    const text = readFileSync(join(app, file), 'utf8');
    return [...text.matchAll(/<(?:ModalDialog|Dialog|OverlayDrawer)\s[\s\S]{0,400}?>/g)].map(
      ([tag]) => `${file}: ${tag.replace(/\s+/g, ' ')}`,
    );
  });

it('M4: Tab goes on from a dialog to Teams, from each of them', () => {
  expect(tags.length).toBeGreaterThan(5);
  const holding = tags.filter((tag) => !tag.includes('<ModalDialog ') && !tag.includes('inertTrapFocus'));
  expect(holding).toEqual([]);
});
