/** One line of text, and text of many lines: what a person typed is stored as text and never read as anything else. */

import { placeIn } from '../place-words.ts';
import { isPlaceList, storedRegion } from '../regions.ts';
import { cleanText } from './clean-text.ts';
import {
  byUnits,
  type Indexing,
  NOTE_MAX,
  plainField,
  type RequiredField,
  TEXT_MAX,
} from './define-field.ts';
import { type Anonymising, type Crossing, NO_WORDS } from './field.ts';

interface TextSettings extends Indexing {
  /** Longest value in UTF-16 units; 255 for a line and 63,999 for a note when absent. */
  readonly max?: number;
  /** Warn that names must not be written here. */
  readonly noNames?: true;
  /**
   * Name of an open list whose labels are offered while typing; anything else may be written all the same. Where its lines
   * are places, so is the text.
   */
  readonly suggests?: string;
}

const collator = new Intl.Collator('en', { numeric: true });

/** One line of at most 255 UTF-16 units. */
export function text(settings: TextSettings = {}): RequiredField<string> {
  const max = Math.min(settings.max ?? TEXT_MAX, TEXT_MAX);
  const isPlace = isPlaceList(settings.suggests);
  return plainField<string>({
    kind: 'text',
    type: 'text',
    ...indexing(settings),
    settings: {
      max,
      ...(settings.noNames ? { noNames: true } : {}),
      ...(settings.suggests ? { codeList: settings.suggests } : {}),
    },
    check: (raw) => cleanText(raw, max, false),
    print: isPlace ? placeIn : (value) => value,
    compare: asRead,
    anonymise: isPlace ? coarserPlace : withoutWords,
    crosses: onlyNamed,
    ...(settings.noNames ? { freeTexts: itself } : {}),
  });
}

/** Plain text of several lines, at most 63,999 UTF-16 units. */
export function note(settings: Omit<TextSettings, keyof Indexing | 'suggests'> = {}): RequiredField<string> {
  const max = Math.min(settings.max ?? NOTE_MAX, NOTE_MAX);
  return plainField<string>({
    kind: 'note',
    type: 'note',
    settings: { max, ...(settings.noNames ? { noNames: true } : {}) },
    check: (raw) => cleanText(raw, max, true),
    print: (value) => value.replace(/\s+/g, ' '),
    compare: asRead,
    anonymise: withoutWords,
    crosses: onlyNamed,
    ...(settings.noNames ? { freeTexts: itself } : {}),
  });
}

function itself(raw: unknown): readonly string[] {
  return typeof raw === 'string' && raw.trim() !== '' ? [raw] : [];
}

function withoutWords(_value: string, _how: Anonymising, required: boolean): string | undefined {
  return required ? NO_WORDS : undefined;
}

function coarserPlace(value: string, how: Anonymising, required: boolean): string | undefined {
  const region = how.region(value);
  return region ? storedRegion(region) : withoutWords(value, how, required);
}

/** Free text stays, unless the kind says that this one may go along. */
function onlyNamed(value: string, how: Crossing): string | undefined {
  return how.words ? value : undefined;
}

/** As a reader would sort; texts that a reader takes for equal are told apart by their units. */
function asRead(a: string, b: string): number {
  return collator.compare(a, b) || byUnits(a, b);
}

function indexing(settings: Indexing): Indexing {
  return {
    ...(settings.indexed ? { indexed: true } : {}),
    ...(settings.unique ? { unique: true } : {}),
  };
}
