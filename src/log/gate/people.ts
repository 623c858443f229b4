/** Reads from memory what the gate must know about the people behind codes: files, circumstances, who is in a case or group. */

import type { Circumstances, ConsentFile } from '../../domain/consent/consent-file.ts';
import type { Evidence } from '../../domain/consent/decision.ts';
import { type Directory, membersOf, personsIn, type Unit } from '../../domain/consent/persons.ts';
import type { Code } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { codedKinds, personKind, statusKind } from '../../domain/registry.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import { mission as missionKind } from '../../domain/system/mission.ts';
import type { Replica } from '../memory/replica.ts';

export interface People {
  readonly directory: Directory;
  /** Where the mission is: days of consent end at midnight there. Empty, and known to nobody, without a mission. */
  zone(): string;
  /** The persons whose consent counts for these codes, each once. */
  personsOf(codes: readonly Code[]): readonly Code[];
  file(code: Code): ConsentFile | undefined;
  circumstances(code: Code): Circumstances | undefined;
  /** What memory holds about defenders and cases behind these codes. */
  unitsBehind(codes: readonly Code[]): readonly Entry[];
  /** Everything in memory about these codes; with `files`, what was just read and no other file counts. */
  evidence(codes: readonly Code[], files?: ReadonlyMap<Code, ConsentFile>): Evidence;
}

export function peopleIn(replica: Replica): People {
  /** Entries by the code they are about, newest first entry of each; made anew only when the kind changed. */
  const indexes = new Map<string, { readonly of: readonly Entry[]; readonly byCode: Map<unknown, Entry> }>();
  function newest(kind: string, code: Code): Entry | undefined {
    const entries = replica.of(kind);
    let index = indexes.get(kind);
    if (index?.of !== entries) {
      const byCode = new Map<unknown, Entry>();
      for (const entry of entries) if (!byCode.has(entry.record.about)) byCode.set(entry.record.about, entry);
      index = { of: entries, byCode };
      indexes.set(kind, index);
    }
    return index.byCode.get(code);
  }

  const directory: Directory = (code) => {
    const [unit, ...others] = codedKinds.flatMap((kind) => {
      const held = newest(kind.key, code);
      return held && kind.unit ? [kind.unit(held.record)] : [];
    });
    // A code that came to be both, against all rules, stands for everybody behind it.
    return unit && others.length > 0 ? { unit: 'group', named: [unit, ...others].flatMap(namedIn) } : unit;
  };

  function file(code: Code): ConsentFile | undefined {
    const entry = newest(consentFile.key, code);
    return entry ? consentFileIn(entry) : undefined;
  }

  function circumstances(code: Code): Circumstances | undefined {
    const known = newest(personKind.key, code);
    const person = known && personKind.person?.(known.record);
    if (!person) return undefined;
    const latest = newest(statusKind.key, code);
    const status = latest && statusKind.status?.(latest.record);
    return {
      code,
      ...person,
      ...(latest && typeof status === 'string' ? { status, statusSince: latest.createdAt } : {}),
    };
  }

  function personsOf(codes: readonly Code[]): readonly Code[] {
    return personsIn(codes, membersOf(codes, directory));
  }

  function zone(): string {
    const [mission] = replica.of(missionKind.key);
    return typeof mission?.record.zone === 'string' ? mission.record.zone : '';
  }

  return {
    directory,
    zone,
    personsOf,
    file,
    circumstances,
    unitsBehind: (codes) =>
      [...new Set([...codes, ...personsOf(codes)])].flatMap((code) =>
        codedKinds.flatMap(({ key }) => newest(key, code) ?? []),
      ),
    evidence(codes, files) {
      const persons = personsOf(codes);
      // Somebody nobody ever spoke with about consent has an empty file: "not asked", not "could not be read".
      const held = persons.flatMap((code) => {
        const found = files ? files.get(code) : (file(code) ?? emptyFile(code));
        return found ? [[code, found] as const] : [];
      });
      const around = persons.flatMap((code) => {
        const found = circumstances(code);
        return found ? [[code, found] as const] : [];
      });
      return {
        files: new Map(held),
        circumstances: new Map(around),
        members: membersOf(codes, directory),
        zone: zone(),
      };
    },
  };
}

export function emptyFile(about: Code): ConsentFile {
  return { about, decisions: [], tickets: [] };
}

/** The consent file inside an entry of kind `consent-file`. */
export function consentFileIn(entry: Entry): ConsentFile {
  const record = entry.record as unknown as ConsentFile;
  return (
    known.get(entry) ??
    remember(entry, {
      about: record.about,
      decisions: record.decisions ?? [],
      tickets: record.tickets ?? [],
    })
  );
}

/** One object per entry, so that the gate examines each file once. */
const known = new WeakMap<Entry, ConsentFile>();

function remember(entry: Entry, file: ConsentFile): ConsentFile {
  known.set(entry, file);
  return file;
}

function namedIn(unit: Unit): readonly Code[] {
  if (unit.unit === 'case') return unit.defenders;
  return unit.unit === 'group' ? unit.named : [];
}
