/** A promise has an owner and a day; it stays until it is kept or changed with a reason. */

import { contact } from '../../records/contact.ts';
import { type Due, type DutySources, entriesOf } from '../sources.ts';

export function followUp(sources: DutySources): readonly Due[] {
  return entriesOf(sources, contact).flatMap((entry) =>
    (entry.record.promises ?? []).map(
      (promise): Due => ({
        id: `${entry.entry}:follow-up:${promise.id}`,
        kind: 'follow-up',
        about: entry.record.about,
        entry: entry.entry,
        due: promise.due,
        step: 'open',
        values: { what: promise.what, owner: promise.owner.name },
        needsContact: false,
        owner: promise.owner,
        bySpeaking: 'kept',
      }),
    ),
  );
}
