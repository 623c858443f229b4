/** Numbers within bounds, and yes or no. */

import { bad, good, type Indexing, plainField, type RequiredField } from './define-field.ts';

interface NumberSettings extends Indexing {
  /** Bounds, inclusive. */
  readonly min?: number;
  readonly max?: number;
  readonly whole?: true;
}

/** A finite number. Accepts what a person types in digits, e.g. `"12"`; a point is the decimal sign. */
export function number(settings: NumberSettings = {}): RequiredField<number> {
  const { min, max, whole } = settings;
  return plainField<number>({
    kind: 'number',
    type: 'number',
    ...(settings.indexed ? { indexed: true } : {}),
    settings: {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { maxNumber: max }),
    },
    check: (raw) => {
      const value =
        typeof raw === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(raw.trim()) ? Number(raw) : raw;
      if (typeof value !== 'number' || !Number.isFinite(value)) return bad('not-a-number');
      if (whole && !Number.isSafeInteger(value)) return bad('not-a-number');
      if (min !== undefined && value < min) return bad('too-small', { min });
      if (max !== undefined && value > max) return bad('too-large', { max });
      return good(value === 0 ? 0 : value);
    },
    print: (value, words) => new Intl.NumberFormat(words.locale, { numberingSystem: 'latn' }).format(value),
    compare: (a, b) => a - b,
  });
}

/** True or false; not answered is absence, never false. */
export function yesNo(): RequiredField<boolean> {
  return plainField<boolean>({
    kind: 'yes-no',
    type: 'boolean',
    check: (raw) => (typeof raw === 'boolean' ? good(raw) : bad('not-a-choice')),
    print: (value, words) => words.text(value ? 'choices.yes-no.yes' : 'choices.yes-no.no'),
    compare: (a, b) => Number(a) - Number(b),
    onPaper: () => ({ boxes: ['choices.yes-no.yes', 'choices.yes-no.no'], lines: 0 }),
  });
}
