/** Drafts in the mission's own book: one reusable item per form and person, emptied after the save. */

import { clearNone } from '../../domain/consent/clear.ts';
import type { Instant } from '../../domain/ids.ts';
import type { AnyRecord, Person } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { draft as draftKind } from '../../domain/system/draft.ts';
import { type Bookkeeping, isStoreError } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import type { Replica } from '../memory/replica.ts';
import type { Draft } from './saving.ts';

export interface Drafts {
  keep(draft: Draft): Promise<Instant>;
  /** Empties the item if it still holds this very draft. */
  empty(draft: Draft): Promise<void>;
}

export function openDrafts(
  books: Bookkeeping,
  replica: Replica,
  environment: Environment,
  clock: Clock,
  owner: Person,
): Drafts {
  const placeOf = (form: string) =>
    derivedEntryId(environment, `draft ${owner.tenantId} ${owner.objectId} ${form}`);

  /** Of each form, how often it was written so far. */
  const turns = new Map<string, number>();
  /** Of each form, what is on its way. */
  const underWay = new Map<string, Set<Promise<Instant>>>();

  function write(form: string, content: AnyRecord | undefined): Promise<Instant> {
    const ways = underWay.get(form) ?? new Set();
    underWay.set(form, ways);
    const way = send(form, content).finally(() => ways.delete(way));
    ways.add(way);
    return way;
  }

  async function send(form: string, content: AnyRecord | undefined): Promise<Instant> {
    const turn = (turns.get(form) ?? 0) + 1;
    turns.set(form, turn);
    const entry = await placeOf(form);
    const savedAt = clock.now();
    const record = { owner, form, savedAt, ...(content ? { content } : {}) };
    const cleared = clearNone({ kind: draftKind, entry, record, by: owner });
    for (let attempt = 1; ; attempt += 1) {
      const before = attempt === 1 ? replica.find(entry) : await books.fresh(draftKind, entry);
      try {
        if (before) await books.amend(cleared, before);
        else await books.add(cleared);
        return savedAt;
      } catch (error) {
        if (!isStoreError(error, 'changed-meanwhile', 'duplicate')) throw error;
        // What was typed here since is there, or on its way: these words come too late to stand over it.
        if (turns.get(form) !== turn) return savedAt;
        // The same person in another tab: the newer text wins, it is theirs.
        if (attempt >= 4) throw error;
      }
    }
  }

  async function emptyHeld(draft: Draft): Promise<void> {
    const held = replica.find(await placeOf(draft.kind));
    const content = held?.record.content as AnyRecord | undefined;
    if (content && content.entry === draft.entry) await write(draft.kind, undefined);
  }

  return {
    async keep(draft) {
      // Drafts can be read by the whole mission; what is kept apart cannot.
      if (kindByKey(draft.kind)?.apart) throw new TypeError(`${draft.kind} is never kept as a draft`);
      return write(draft.kind, contentOf(draft));
    },
    async empty(draft) {
      const late = [...(underWay.get(draft.kind) ?? [])];
      await emptyHeld(draft);
      // Words sent before may arrive after: nobody waits for them, and they are emptied too unless others were typed since.
      const turn = turns.get(draft.kind);
      const arrived = Promise.allSettled(late);
      if (late.length > 0)
        void arrived
          .then(() => (turns.get(draft.kind) === turn ? emptyHeld(draft) : undefined))
          .catch(() => undefined);
    },
  };
}

function contentOf(draft: Draft): AnyRecord {
  return JSON.parse(JSON.stringify(draft)) as AnyRecord;
}
