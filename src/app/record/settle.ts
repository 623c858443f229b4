/** One press that says in another entry what this one tells of it: the offer is taken anew at every try. */

import type { EntryId } from '../../domain/ids.ts';
import type { Settling } from '../../domain/kind-hooks.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Log } from '../../log/log.ts';
import type { SaveOutcome } from '../../log/writing/saving.ts';
import type { FormRequest } from '../shell/form-door.tsx';
import { settlingsOf } from './settlings.ts';

export type NextSteps = Extract<SaveOutcome, { outcome: 'saved' }>['next'];

export type Settled =
  | { readonly became: 'said'; readonly settling: Settling; readonly next: NextSteps }
  /** Nothing is offered any more: it says so by now, or was changed. */
  | { readonly became: 'gone' }
  | { readonly became: 'form'; readonly request: FormRequest };

/** Values and what they stand on come from one reading, so that nothing saved meanwhile is written over. */
export async function settle(
  log: Pick<Log, 'me' | 'view' | 'save'>,
  entry: Entry,
  other: EntryId,
): Promise<Settled> {
  const view = log.view();
  const settling = settlingsOf(entry, { me: log.me, view: () => view }).find((each) => each.entry === other);
  const there = view.byEntry.get(other);
  if (!settling || !there) return { became: 'gone' };
  if (settling.asks !== undefined) return { became: 'form', request: asking(settling, settling.asks) };
  const outcome = await log.save({
    kind: settling.kind,
    entry: other,
    values: settling.values,
    base: { id: there.id, version: there.version, record: there.record },
    besideForm: true,
  });
  return outcome.outcome === 'saved'
    ? { became: 'said', settling, next: outcome.next }
    : // On the row as it stands by then, and without words that somebody may have changed meanwhile.
      { became: 'form', request: { what: 'change', entry: other } };
}

/** The form with the one answer that was told, unfolded where the other stands. */
function asking({ entry, kind, field, values }: Settling, asks: string): FormRequest {
  const sections = Object.entries(kindByKey(kind)?.sections ?? {});
  const section = sections.find(([, keys]) => keys?.includes(asks))?.[0];
  return { what: 'change', entry, values: { [field]: values[field] }, ...(section ? { section } : {}) };
}
