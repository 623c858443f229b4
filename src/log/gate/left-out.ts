/** A record whose consent covers some of the people it names: what stays of it without the others. */

import type { ToClear } from '../../domain/consent/clear.ts';
import type { Verdict } from '../../domain/consent/decision.ts';
import type { Code } from '../../domain/ids.ts';
import { aboutOf, codesOf } from '../../domain/record-kind.ts';
import type { People } from './people.ts';

/** Whether nobody whom the record is about was cleared: then there is nothing to go on with. */
export function isLeftOut({ kind, record }: ToClear, { left }: Verdict, people: People): boolean {
  const about = aboutOf(record);
  if (about === undefined) return false;
  const out = people.personsOf([about]).map((code) => left.includes(code));
  return (
    out.every(Boolean) || left.includes(about) || (kind.fields.about?.required === true && out.some(Boolean))
  );
}

/**
 * The same record without the people who were left out, or undefined when it names none of them. The code of a case
 * stands for everybody in it: where one of them was left out, the others stand there by their own codes.
 */
export function withoutLeft(toClear: ToClear, left: readonly Code[], people: People): ToClear | undefined {
  const isOut = (code: Code) => people.personsOf([code]).some((person) => left.includes(person));
  if (!codesOf(toClear.record).some(isOut)) return undefined;
  const { kind, record } = toClear;
  const { about: _about, named: _named, ...rest } = kind.without?.(record, isOut) ?? record;
  const about = aboutOf(toClear.record);
  const stays = about !== undefined && !isOut(about);
  const kept = codesOf(toClear.record)
    .flatMap((code) => (isOut(code) ? people.personsOf([code]) : [code]))
    .filter((code, index, all) => !isOut(code) && all.indexOf(code) === index);
  const named = stays ? kept.filter((code) => code !== about) : kept;
  return {
    ...toClear,
    record: { ...rest, ...(stays ? { about } : {}), ...(named.length > 0 ? { named } : {}) },
  };
}

export function stillAsks({ kind, record }: ToClear, left: readonly Code[], people: People): boolean {
  const need = kind.need(record);
  return need.kind === 'consent' && people.personsOf(need.persons).some((code) => left.includes(code));
}
