/** Somebody empties the private keys of a mission by hand. */

import { clearNone } from '../../src/domain/consent/clear.ts';
import { missionKey } from '../../src/domain/system/mission-key.ts';
import type { Book } from '../../src/store/book.ts';

export async function loseKeys(book: Book): Promise<void> {
  const { entries } = await book.loadAll(missionKey);
  for (const entry of entries) {
    const { privateJwk: _, ...record } = entry.record;
    await book.amend(clearNone({ kind: missionKey, entry: entry.entry, record, by: entry.by }), {
      id: entry.id,
      version: entry.version,
    });
  }
}
