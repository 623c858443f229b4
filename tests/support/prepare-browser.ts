/** Before the first file in the browser: what all of them need is made once, so that two workers do not both make it. */
import { buildHostPage } from '../../src/demo/build.ts';
import { findChromium } from './chromium.ts';
import { projectRoot } from './project-root.ts';
import { seededFile } from './seeded.ts';

export default async function prepare(): Promise<void> {
  await Promise.all([findChromium(), buildHostPage(projectRoot), seededFile()]);
}
