import { expect, it } from 'vitest';
import { contact } from '../../../src/domain/records/contact.ts';
import type { MemoryBook } from '../../../src/store/memory.ts';
import { addDefender, contactDraft, ines, openLogWorld, tomas } from '../../support/log-world.ts';

it('shows what a colleague saved without being opened again, and marks it', async () => {
  const world = await openLogWorld();
  const [log, colleague] = [await world.open(ines), await world.open(tomas)];
  const about = await addDefender(log);
  await colleague.refresh();
  const draft = contactDraft(log, about);
  await log.save(draft);
  await colleague.refresh();
  expect(colleague.view().byEntry.get(draft.entry)?.record.gist).toBe('Came to the mission');
  expect(colleague.view().changedByOthers.has(draft.entry)).toBe(true);
  expect(log.view().changedByOthers.has(draft.entry)).toBe(false);
});

it('goes on listening when one row was edited by hand, and names the row', async () => {
  const world = await openLogWorld();
  const [log, colleague] = [await world.open(ines), await world.open(tomas)];
  const about = await addDefender(log);
  const [spoilt, sound] = [contactDraft(log, about), contactDraft(log, about)];
  await log.save(spoilt);
  await log.save(sound);
  const id = log.view().byEntry.get(spoilt.entry)?.id ?? '';
  (world.book as MemoryBook).byHand.edit(contact, id, { fp_day: 'next Tuesday' });
  await colleague.refresh();
  expect(colleague.view().byEntry.has(sound.entry)).toBe(true);
  expect(colleague.view().malformed).toMatchObject([{ kind: 'contact', id, column: 'fp_day' }]);
});
