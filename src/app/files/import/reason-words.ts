/** Says in words why a row of a list is not stored. */

import { useMemo } from 'react';
import type { AnyKind } from '../../../domain/record-kind.ts';
import type { Reason } from '../../../files/plan-import.ts';
import { useProblemWords } from '../../fields/problem-words.ts';
import { useText } from '../../words.tsx';

export function useReasonWords(kind: AnyKind): (reasons: readonly Reason[]) => string {
  const text = useText();
  const problemWords = useProblemWords();
  return useMemo(() => {
    const one = (reason: Reason): string => {
      if (reason.is === 'row') return text(`files.why.${reason.why}`);
      const label = text(`fields.${kind.key}.${reason.field}.label`);
      if (reason.is === 'cell')
        return `${label}: ${text(`files.why.${reason.fault}`, { said: reason.said })}`;
      return `${label}: ${problemWords(reason.problem, `fields.${kind.key}.${reason.field}`)}`;
    };
    return (reasons) => reasons.map(one).join(' ');
  }, [text, problemWords, kind]);
}
