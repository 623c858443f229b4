/** Which sections of a form are open: what a person unfolded, and what turned out to hold a field that is needed. */

import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { isAbsent } from '../../domain/fields/check-fields.ts';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { RecordFormHandle } from './useRecordForm.ts';

type Sections = readonly (readonly [string, readonly string[]])[];

/** A section unfolds once, when it comes to hold something missing; whoever folds it again is left alone. */
export function useUnfolded(
  kind: AnyKind,
  { state, problems }: Pick<RecordFormHandle, 'state' | 'problems'>,
  sections: Sections,
  first: string | undefined,
): readonly [readonly string[], Dispatch<SetStateAction<readonly string[]>>] {
  const [opened, setOpened] = useState<readonly string[]>(first ? [first] : []);
  const wanting = sectionsWanting(kind, state.draft.values, state.submitted ? problems : {}, sections).join(
    ' ',
  );
  const unfolded = useRef(new Set<string>());
  useEffect(() => {
    const first = firstTimeWanting(wanting, unfolded.current);
    for (const name of first) unfolded.current.add(name);
    if (first.length > 0) setOpened((open) => [...new Set([...open, ...first])]);
  }, [wanting]);
  return [opened, setOpened];
}

/** Of sections that want something (`a b`), those that never unfolded for it: the others are as a person left them. */
export function firstTimeWanting(wanting: string, unfolded: ReadonlySet<string>): readonly string[] {
  return wanting.split(' ').filter((name) => name !== '' && !unfolded.has(name));
}

/** Names of the sections in which something needed is empty, or something typed is wrong. */
export function sectionsWanting(
  kind: Pick<AnyKind, 'needs'>,
  values: Readonly<Record<string, unknown>>,
  problems: Readonly<Record<string, unknown>>,
  sections: Sections,
): readonly string[] {
  const needed: readonly string[] = kind.needs?.(values) ?? [];
  const isWanting = (key: string) => key in problems || (needed.includes(key) && isAbsent(values[key]));
  return sections.flatMap(([name, keys]) => (name !== 'main' && keys.some(isWanting) ? [name] : []));
}
