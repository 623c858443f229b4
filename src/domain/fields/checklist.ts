/** A fixed list of items, each answered or left open, with a note and whether we saw it ourselves; nothing is preset. */

import { cleanText } from './clean-text.ts';
import {
  bad,
  byUnits,
  good,
  isPlainObject,
  jsonField,
  type RequiredField,
  untouched,
} from './define-field.ts';
import { type Checked, canonical, type Merged } from './field.ts';

export interface ChecklistItem<A extends string = string> {
  readonly answer: A;
  readonly note?: string;
  /** Seen by our own observer, or reported by others. */
  readonly basis?: 'own' | 'reported';
}

/** Answers by item; items nobody answered are absent. */
export type Checklist<I extends string = string, A extends string = string> = {
  readonly [K in I]?: ChecklistItem<A>;
};

/** Longest note beside one item, so that all notes together fit into one column. */
export const ITEM_NOTE_MAX = 2000;

/** Items are `checklists.<list>.<item>` in the words, answers are `choices.<set>.<answer>`. */
export function checklist<const I extends readonly string[], const A extends readonly string[]>(
  list: string,
  items: I,
  set: string,
  answers: A,
): RequiredField<Checklist<I[number], A[number]>> {
  type Value = Checklist<I[number], A[number]>;
  return jsonField<Value>({
    kind: 'checklist',
    settings: { items: { list, keys: items }, choices: { set, keys: answers } },
    check(raw): Checked<Value> {
      if (!isPlainObject(raw)) return bad('malformed');
      const clean: Record<string, ChecklistItem> = {};
      for (const item of items) {
        const given = Object.hasOwn(raw, item) ? raw[item] : undefined;
        if (given === undefined || given === null) continue;
        const checked = checkItem(answers, given);
        if (!checked.ok) return { ok: false, problem: { ...checked.problem, part: item } };
        clean[item] = checked.value;
      }
      return good(clean as Value);
    },
    merge: (base, mine, theirs) =>
      untouched(base, mine, theirs) ??
      (mergeItems(items, base ?? {}, mine ?? {}, theirs ?? {}) as Merged<Value>),
    print(value, words) {
      const given = items.map((item: I[number]) => value[item]?.answer);
      return answers
        .map((answer) => ({ answer, count: given.filter((one) => one === answer).length }))
        .filter(({ count }) => count > 0)
        .map(({ answer, count }) => `${words.text(`choices.${set}.${answer}`)}: ${count}`)
        .join(' · ');
    },
    lines: (value, words) =>
      items.flatMap((item: I[number]) => {
        const said: ChecklistItem | undefined = value[item];
        if (!said) return [];
        const basis = said.basis ? ` (${words.text(`choices.checklist-basis.${said.basis}`)})` : '';
        const answer = `${words.text(`checklists.${list}.${item}`)}: ${words.text(`choices.${set}.${said.answer}`)}`;
        return [`${answer}${basis}${said.note ? `. ${said.note}` : ''}`];
      }),
    compare: (a, b) => Object.keys(a).length - Object.keys(b).length || byUnits(canonical(a), canonical(b)),
    anonymise: (value) => withoutNotes(items, value) as Value,
    freeTexts: (raw) =>
      isPlainObject(raw)
        ? Object.values(raw).flatMap((item) =>
            isPlainObject(item) && typeof item.note === 'string' && item.note.trim() !== ''
              ? [item.note]
              : [],
          )
        : [],
    crosses: (value, how) => (how.words ? value : (withoutNotes(items, value) as Value)),
  });
}

function withoutNotes(items: readonly string[], value: Checklist): Checklist {
  const kept: Record<string, ChecklistItem> = {};
  for (const item of items) {
    const given = value[item];
    if (!given) continue;
    const { note: _, ...answer } = given;
    kept[item] = answer;
  }
  return kept;
}

function checkItem(answers: readonly string[], raw: unknown): Checked<ChecklistItem> {
  if (!isPlainObject(raw)) return bad('malformed');
  const { answer, basis } = raw;
  if (typeof answer !== 'string' || !answers.includes(answer)) return bad('not-a-choice');
  if (basis !== undefined && basis !== 'own' && basis !== 'reported') return bad('not-a-choice');
  const note = raw.note === undefined ? good('') : cleanText(raw.note, ITEM_NOTE_MAX, true);
  if (!note.ok) return note;
  return good({
    answer,
    ...(note.value === '' ? {} : { note: note.value }),
    ...(basis === undefined ? {} : { basis }),
  });
}

function mergeItems(
  items: readonly string[],
  base: Checklist,
  mine: Checklist,
  theirs: Checklist,
): Merged<Checklist> {
  const merged: Record<string, ChecklistItem> = {};
  for (const item of items) {
    const one = untouched(base[item], mine[item], theirs[item]);
    if (!one) return { conflict: true };
    if (one.value) merged[item] = one.value;
  }
  return { value: merged };
}
