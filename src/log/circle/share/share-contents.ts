/** What goes into an envelope, made once: shown to whoever shares it, and that very text is sealed. */

import { crossed, initialsOf, stateOf } from '../../../domain/circle/crossing.ts';
import type { SharedEntry } from '../../../domain/circle/payloads/shared-entry.ts';
import type { CircleState } from '../../../domain/circle/sharing-rules.ts';
import { canonical } from '../../../domain/fields/field.ts';
import type { Day, EntryId, MissionCode } from '../../../domain/ids.ts';
import { codesKeptInside, staysInside } from '../../../domain/no-export.ts';
import {
  type AnyKind,
  type AnyRecord,
  aboutOf,
  codesOf,
  type Entry,
  type Problems,
} from '../../../domain/record-kind.ts';
import { kindOf } from '../../../domain/registry.ts';
import type { IdentityRecord } from '../../../domain/system/identity.ts';
import type { ShareRecord } from '../../../domain/system/share.ts';
import { hex } from '../../environment.ts';
import type { CircleCodes } from '../codes.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Shares } from './shares.ts';

/** The words that would be sealed, as somebody looked at them; only this file makes one. */
export interface Looked {
  readonly to: readonly MissionCode[];
  readonly body: AnyRecord;
  readonly state: CircleState;
  /** In clear the index tells its week: only where the day itself crosses. */
  readonly day?: Day;
  /** Of all of it but the name, for whoever must know later that it is still the same. */
  readonly digest: string;
}

export interface Contents {
  /**
   * What these missions would read, with nothing written but the journal's row before a name is read. `before` is what
   * was looked at a moment ago: its name is not read again.
   */
  look(record: ShareRecord, before?: Looked): Promise<Looked | { readonly problems: Problems }>;
  isLooked(value: unknown): value is Looked;
  /** What was sealed of a share before, as it lies there. */
  again(record: ShareRecord, body: AnyRecord): Promise<Looked>;
  /** The codes by which these missions know whom it names are made. */
  settle(record: ShareRecord): Promise<void>;
  stateOf(record: ShareRecord): CircleState;
  /** The day that crosses. */
  dayOf(record: ShareRecord): Day | undefined;
}

const required = (field: string) => ({ problems: { [field]: [{ code: 'required' as const }] } });

export function openContents(
  core: SharingCore,
  parts: { readonly codes: CircleCodes; readonly shares: Shares },
): Contents {
  const { own } = core;
  const { codes, shares } = parts;
  const made = new WeakSet<object>();
  /** Who stands behind what was looked at, as long as somebody looks. */
  const names = new WeakMap<Looked, IdentityRecord>();

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

  async function identityOf(
    { about, identity: level }: ShareRecord,
    before: Looked | undefined,
  ): Promise<IdentityRecord | undefined> {
    if (!about || level === 'none') return undefined;
    const known = before && names.get(before);
    return known?.about === about ? known : core.showIdentity(about);
  }

  /** The parts that cross, without anything that is only known by asking. */
  function crossing({ kind, entry }: NonNullable<ReturnType<typeof sourceOf>>, record: ShareRecord) {
    // Only those whom the gate cleared have a code there: whoever was left out is nowhere in it.
    const there = new Map(codesOf(record).map((code) => [code, codes.proposed(code, record.to)]));
    const fields = crossed(kind, entry.record, record.parts ?? [], {
      code: (code) => there.get(code),
      entry: (id) => rowOf(id, record.to),
    });
    // A day or a further person whose part was not chosen crosses no other way either.
    const chosen = canonical(fields);
    const others = (record.named ?? [])
      .flatMap((code) => there.get(code) ?? [])
      .filter((code) => chosen.includes(code))
      .sort();
    const day = kind.day(entry.record);
    return { fields, others, day: day !== undefined && chosen.includes(day) ? day : undefined };
  }

  const digestOf = async (text: unknown) => hex(await own.environment.digest(canonical(text)));

  async function looked(of: Omit<Looked, 'digest'>): Promise<Looked> {
    const { identity, ...body } = of.body as { readonly identity?: SharedEntry['identity'] };
    const digest = await digestOf({ ...body, identity: identity?.level ?? 'none' });
    const value: Looked = frozen({ ...of, digest });
    made.add(value);
    return value;
  }

  async function look(
    record: ShareRecord,
    before?: Looked,
  ): Promise<Looked | { readonly problems: Problems }> {
    const { to } = record;
    if (record.type !== 'shared-entry') return looked({ to, body: record.says ?? {}, state: 'open' });
    const source = sourceOf(record);
    if (!source) return required('source');
    const { kind, entry } = source;
    // Marked since it was planned, or about somebody else by now: what broke off then is not completed.
    const isKept = staysInside(entry.record, codesKeptInside(own.replica.entries()));
    const isOfAnother = record.about !== undefined && aboutOf(entry.record) !== record.about;
    if (isKept || isOfAnother) return required('source');
    const known = await identityOf(record, before);
    if (record.identity !== 'none' && !known) return required('identity');
    const { fields, others, day } = crossing(source, record);
    // That somebody was left out of a part is nobody's business.
    const parts = (record.parts ?? []).filter((part) => Object.hasOwn(fields, part));
    const body = {
      kind: kind.key,
      schema: kind.schema,
      action: record.action,
      fields,
      parts,
      until: record.until,
      digestOfSource: await digestOf({ fields, identity: record.identity, parts }),
      ...(record.about === undefined ? {} : { code: codes.proposed(record.about, record.to) }),
      ...(others.length > 0 ? { others } : {}),
      ...(day === undefined ? {} : { day }),
      ...(known ? { identity: identityAs(record.identity, known) } : {}),
    } satisfies SharedEntry;
    const value = await looked({
      to,
      body,
      state: stateOf(kind, entry.record),
      ...(day === undefined ? {} : { day }),
    });
    const name = known ?? (before && names.get(before));
    if (name) names.set(value, name);
    return value;
  }

  function stateOfShare(record: ShareRecord): CircleState {
    const source = sourceOf(record);
    return source ? stateOf(source.kind, source.entry.record) : 'open';
  }

  function dayOfShare(record: ShareRecord): Day | undefined {
    const source = sourceOf(record);
    return source && crossing(source, record).day;
  }

  return {
    look,
    isLooked: (value): value is Looked => typeof value === 'object' && value !== null && made.has(value),
    again(record, body) {
      const day = dayOfShare(record);
      return looked({
        to: record.to,
        body,
        state: stateOfShare(record),
        ...(day === undefined ? {} : { day }),
      });
    },
    async settle(record) {
      for (const code of codesOf(record)) await codes.codeFor(code, record.to);
    },
    stateOf: stateOfShare,
    dayOf: dayOfShare,
  };
}

function identityAs(
  level: ShareRecord['identity'],
  { fullName }: IdentityRecord,
): NonNullable<SharedEntry['identity']> {
  return level === 'full-name' ? { level, name: fullName } : { level, initials: initialsOf(fullName) };
}

/** Whoever looked at it has looked at what is sealed. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozen)
    : Object.fromEntries(Object.entries(value).map(([key, held]) => [key, frozen(held)]));
  return Object.freeze(copy) as T;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}
