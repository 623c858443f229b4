/** A promise has an owner and a day; it stays until it is kept or changed with a reason, whatever kind of entry holds it. */

import { aboutOf } from '../../record-kind.ts';
import { kindByKey } from '../../registry.ts';
import { type Due, type DutySources, partOf } from '../sources.ts';

export function followUp(sources: DutySources): readonly Due[] {
  return [...partOf(sources)].flatMap(([key, entries]) => {
    const promisesOf = kindByKey(key)?.promises;
    if (!promisesOf) return [];
    return entries
      .filter(({ newer }) => newer !== true)
      .flatMap(({ entry, record }) =>
        promisesOf(record).map(
          ({ id, what, owner, due }): Due => ({
            id: `${entry}:follow-up:${id}`,
            kind: 'follow-up',
            about: aboutOf(record),
            entry,
            due,
            step: 'open',
            values: { what, owner: owner.name },
            needsContact: false,
            owner,
            bySpeaking: 'kept',
          }),
        ),
      );
  });
}
