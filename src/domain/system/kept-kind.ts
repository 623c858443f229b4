/** A kind that the product keeps for itself, without form or timeline: what is the same for most of them is said once here. */

import { noNeed } from '../consent/need.ts';
import { defineRecordKind, type Fields, type KindDeclaration, type RecordKind } from '../record-kind.ts';

type Own<F extends Fields> = Pick<KindDeclaration<F>, 'key' | 'list' | 'fields' | 'table' | 'summary'> &
  Partial<KindDeclaration<F>>;

/** Open for good, of no day, and in need of no consent, unless the declaration says otherwise. */
export function keptKind<F extends Fields>(own: Own<F>): RecordKind<F> {
  return defineRecordKind<F>({
    schema: 1,
    system: true,
    sections: { main: Object.keys(own.fields) },
    day: () => undefined,
    live: () => 'open',
    need: () => noNeed,
    ...own,
  });
}
