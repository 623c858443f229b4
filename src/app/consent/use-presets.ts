/** The five usual answers with their words, in the order offered. */

import { useMemo } from 'react';
import { type Answer, answers, presets } from '../../domain/consent/presets.ts';
import { useText } from '../words.tsx';

export interface OfferedPreset {
  readonly key: string;
  readonly name: string;
  readonly what: string;
  readonly answer: Answer;
}

export function usePresets(): readonly OfferedPreset[] {
  const text = useText();
  return useMemo(
    () =>
      presets.map((key) => ({
        key,
        name: text(`consent.presets.${key}.name`),
        what: text(`consent.presets.${key}.what`),
        answer: answers[key],
      })),
    [text],
  );
}
