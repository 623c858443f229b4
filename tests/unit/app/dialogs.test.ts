/** Every dialog lets the keyboard go on to Teams: Fluent's own trap would hold it inside the tab. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../support/project-root.ts';

const app = join(projectRoot, 'src/app');
const tags = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => {
    const text = readFileSync(join(app, file), 'utf8');
    return [...text.matchAll(/<(?:Dialog|OverlayDrawer)\s[\s\S]{0,400}?>/g)].map(
      ([tag]) => [file, tag] as const,
    );
  });

describe('M4: dialogs', () => {
  it('there are some', () => {
    expect(tags.length).toBeGreaterThan(10);
  });

  it.each(tags)('%s lets Tab leave the tab', (_file, tag) => {
    expect(tag).toContain('inertTrapFocus');
  });
});
