/** What goes into an envelope: the parts of an entry that cross with codes and identity, or the words written for it. */

import { crossed, initialsOf, stateOf } from '../../domain/circle/crossing.ts';
import type { SharedEntry } from '../../domain/circle/payloads/shared-entry.ts';
import type { CircleState } from '../../domain/circle/sharing-rules.ts';
import { canonical } from '../../domain/fields/field.ts';
import type { Code, Day, EntryId, MissionCode } from '../../domain/ids.ts';
import { codesKeptInside, staysInside } from '../../domain/no-export.ts';
import {
  type AnyKind,
  type AnyRecord,
  aboutOf,
  codesOf,
  type Entry,
  type Problems,
} from '../../domain/record-kind.ts';
import { kindOf } from '../../domain/registry.ts';
import type { ShareRecord } from '../../domain/system/share.ts';
import { hex } from '../environment.ts';
import type { CircleCodes } from './codes.ts';
import type { Shares } from './shares.ts';
import type { SharingCore } from './sharing-core.ts';

export interface Contents {
  of(record: ShareRecord): Promise<Content | { readonly problems: Problems }>;
  /** From memory: what they will read, with codes that are not made yet as ours. */
  preview(record: ShareRecord): AnyRecord;
  stateOf(record: ShareRecord): CircleState;
}

interface Content {
  readonly body: AnyRecord;
  readonly state: CircleState;
  readonly day?: Day;
}

const required = (field: string) => ({ problems: { [field]: [{ code: 'required' as const }] } });

export function openContents(
  core: SharingCore,
  parts: { readonly codes: CircleCodes; readonly shares: Shares },
): Contents {
  const { own } = core;
  const { codes, shares } = parts;

  /** The row in which these missions know an entry of ours. */
  function rowOf(source: EntryId, to: readonly MissionCode[]): EntryId | undefined {
    return shares
      .all()
      .find(({ record }) => record.state === 'shared' && record.source === source && isSame(record.to, to))
      ?.record.row;
  }

  function sourceOf(record: ShareRecord): { readonly kind: AnyKind; readonly entry: Entry } | undefined {
    const entry = record.source && own.replica.find(record.source);
    return entry && { kind: kindOf(entry.kind), entry };
  }

  async function identityOf(record: ShareRecord): Promise<SharedEntry['identity'] | undefined> {
    const { about, identity: level } = record;
    const known = about && level !== 'none' ? await core.showIdentity(about) : undefined;
    if (!known) return undefined;
    return level === 'full-name'
      ? { level, name: known.fullName }
      : { level, initials: initialsOf(known.fullName) };
  }

  async function ofEntry(record: ShareRecord): Promise<Content | { readonly problems: Problems }> {
    const source = sourceOf(record);
    if (!source) return required('source');
    const { kind, entry } = source;
    // Marked since it was planned, or about somebody else by now: what broke off then is not completed.
    const isKept = staysInside(entry.record, codesKeptInside(own.replica.entries()));
    const isOfAnother = record.about !== undefined && aboutOf(entry.record) !== record.about;
    if (isKept || isOfAnother) return required('source');
    const identity = await identityOf(record);
    if (record.identity !== 'none' && !identity) return required('identity');
    // Only those whom the gate cleared have a code there: whoever was left out is nowhere in it.
    const there = new Map<Code, Code>();
    for (const code of codesOf(record)) there.set(code, await codes.codeFor(code, record.to));
    const parts = [...(record.parts ?? [])];
    const fields = crossed(kind, entry.record, parts, {
      code: (code) => there.get(code),
      entry: (id) => rowOf(id, record.to),
    });
    // A day or a further person whose part was not chosen crosses no other way either.
    const text = canonical({ fields, identity: record.identity, parts });
    const chosen = canonical(fields);
    const others = (record.named ?? [])
      .flatMap((code) => there.get(code) ?? [])
      .filter((code) => chosen.includes(code))
      .sort();
    const day = kind.day(entry.record);
    const body = {
      kind: kind.key,
      schema: kind.schema,
      action: record.action,
      fields,
      parts,
      until: record.until,
      digestOfSource: hex(await own.environment.digest(text)),
      ...(record.code === undefined ? {} : { code: record.code }),
      ...(others.length > 0 ? { others } : {}),
      ...(day === undefined || !chosen.includes(day) ? {} : { day }),
      ...(identity === undefined ? {} : { identity }),
    } satisfies SharedEntry;
    return { body, state: stateOf(kind, entry.record), ...(day === undefined ? {} : { day }) };
  }

  return {
    of: async (record) =>
      record.type === 'shared-entry' ? ofEntry(record) : { body: record.says ?? {}, state: 'open' },
    preview(record) {
      const source = sourceOf(record);
      if (!source) return record.says ?? {};
      return crossed(source.kind, source.entry.record, record.parts ?? [], {
        code: (code) => codes.known(code, record.to) ?? code,
        entry: (id) => rowOf(id, record.to),
      });
    },
    stateOf(record) {
      const source = sourceOf(record);
      return source ? stateOf(source.kind, source.entry.record) : 'open';
    },
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}
