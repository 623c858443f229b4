/** Which sections of a form are open: what a person unfolded, and what turned out to hold a field that is needed. */

import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
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
  useEffect(() => {
    if (wanting !== '') setOpened((open) => [...new Set([...open, ...wanting.split(' ')])]);
  }, [wanting]);
  return [opened, setOpened];
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
