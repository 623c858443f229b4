/** What a form opens with: a new entry with its id, a change to an entry, or a draft taken up again. */

import type { EntryId, Instant } from '../../domain/ids.ts';
import type { AnyKind, AnyRecord, Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Log, View } from '../../log/log.ts';
import type { Draft, KeptDraft } from '../../log/writing/saving.ts';
import type { FormRequest } from '../shell/form-door.tsx';
import { draftOf } from './form-state.ts';

export interface Opening {
  readonly kind: AnyKind;
  readonly draft: Draft;
  /** Since when the book holds this draft. */
  readonly keptAt?: Instant;
  /** Unfolded at once. */
  readonly section?: string;
  /** Told which entry came of it, or undefined when given up. */
  readonly whenDone?: (entry: EntryId | undefined) => void;
}

/** Undefined when the kind or the entry is not known here (any more). */
export function openingOf(request: FormRequest, log: Log): Opening | undefined {
  const opening = unfolded(request, log);
  const section = request.what === 'draft' ? undefined : request.section;
  return opening && section ? { ...opening, section } : opening;
}

function unfolded(request: FormRequest, log: Log): Opening | undefined {
  switch (request.what) {
    case 'new':
      return openNew(request.kind, request.values ?? {}, log);
    case 'change':
      return openChange(log.view().byEntry.get(request.entry), request.values);
    case 'draft':
      return openKept(request.kept);
  }
}

/** The entry's id is made here, once, and kept through every retry. */
export function openNew(key: string, values: AnyRecord, log: Log): Opening | undefined {
  const kind = kindByKey(key);
  if (!kind) return undefined;
  const made = Object.entries(kind.fields)
    .map(([field, declared]) => [field, declared.opensWith?.(() => log.newCode())] as const)
    .filter(([, value]) => value !== undefined);
  const starts = kind.starts?.(log.today(), log.me.person) ?? {};
  return {
    kind,
    draft: {
      kind: key,
      entry: log.newEntryId(),
      values: { ...Object.fromEntries(made), ...starts, ...values },
    },
  };
}

function openChange(entry: Entry | undefined, values: AnyRecord = {}): Opening | undefined {
  const kind = entry && kindByKey(entry.kind);
  if (!kind) return undefined;
  const draft = draftOf(entry);
  return { kind, draft: { ...draft, values: { ...draft.values, ...values } } };
}

export function openKept(kept: KeptDraft): Opening | undefined {
  const kind = kindByKey(kept.draft.kind);
  return kind && { kind, draft: kept.draft, keptAt: kept.savedAt };
}

/** A draft of the same form that waits in the book, unless it is the one on screen. */
export function waitingDraft(view: View, draft: Draft): KeptDraft | undefined {
  return view.drafts.find(
    (kept) =>
      kept.draft.kind === draft.kind &&
      (draft.base ? kept.draft.entry === draft.entry : kept.draft.base === undefined) &&
      (kept.draft.entry !== draft.entry || draft.base !== undefined),
  );
}
