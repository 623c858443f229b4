/** Says what is wrong with a value in words a person can act on. */

import { useCallback } from 'react';
import type { Problem } from '../../domain/fields/field.ts';
import { useText } from '../words.tsx';

/** `words` is the field's place in the texts (`fields.<kind>.<key>`); rules have their own words per kind. */
export function useProblemWords(): (problem: Problem, words: string) => string {
  const text = useText();
  return useCallback(
    (problem, words) => {
      const rule = problem.values?.rule;
      if (problem.code === 'rule' && rule !== undefined)
        return text(`rules.${words.split('.')[1] ?? ''}.${rule}`, problem.values);
      return text(`problems.${problem.code}`, problem.values);
    },
    [text],
  );
}
