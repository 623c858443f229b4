/** Guesses which column of a list goes into which field; a person looks at it and corrects it. */

import type { Day } from '../domain/ids.ts';
import type { AnyKind } from '../domain/record-kind.ts';
import { readDate } from './dates.ts';
import type { FileColumn } from './find-table.ts';
import type { Labels } from './labels.ts';
import { readerOf } from './read-value.ts';
import { folded } from './tidy.ts';

/**
 * Where a column goes: a field's key; `<field>:time` for the time of day of a local time; `add-to-note` as a line of the
 * note with its title; `nothing`.
 */
export type Target = string;
export const NOTHING = 'nothing';
export const ADD_TO_NOTE = 'add-to-note';

/** By place of the column. */
export type Matching = Readonly<Record<number, Target>>;

/** What people call such columns. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  about: [
    'qui',
    'who',
    'defender',
    'defenseur',
    'defenseure',
    'hrd',
    'ddh',
    'cover name',
    'code',
    'contact',
    'nom',
    'name',
    'personne',
    'person',
  ],
  day: ['date', 'jour', 'day', 'quand', 'when', 'le'],
  start: ['date', 'audience', 'hearing', 'jour', 'day'],
  'start:time': ['heure', 'time', 'hour', 'h'],
  channel: ['canal', 'moyen', 'means', 'how', 'via', 'channel', 'comment'],
  place: ['lieu', 'place', 'where', 'endroit'],
  gist: [
    'objet',
    'sujet',
    'subject',
    'summary',
    'resume',
    'what',
    'quoi',
    'notes',
    'note',
    'description',
    'details',
  ],
  note: [
    'notes',
    'note',
    'remarques',
    'remarque',
    'remarks',
    'comments',
    'commentaire',
    'commentaires',
    'details',
  ],
  court: ['tribunal', 'court', 'cour', 'juridiction'],
  room: ['salle', 'room', 'courtroom'],
  registryNumber: ['ref', 'reference', 'dossier', 'registre', 'registry', 'no', 'numero', 'file'],
};

const CONSENT = /consent|accord\b|agree|permission|autoris/;

/** Whether a column says that somebody consented: that never counts as consent, whatever it says. */
export function isAboutConsent({ title }: FileColumn): boolean {
  return CONSENT.test(folded(title));
}

/** Whether rows of a list can become entries of this kind: all it needs can be read, and nobody's code is its own. */
export function isImportable(kind: AnyKind): boolean {
  const fields = Object.values(kind.fields);
  return fields.every(
    (field) =>
      (!field.required || readerOf(field) !== undefined) &&
      field.columns.every(({ unique }) => unique !== true),
  );
}

/** Targets a person may choose from, in the order of the form. */
export function targetsOf(kind: AnyKind): readonly Target[] {
  return Object.values(kind.sections)
    .flat()
    .flatMap((key) => {
      const reader = readerOf(kind.fields[key]);
      if (!reader) return [];
      return reader.hasTime ? [key, `${key}:time`] : [key];
    });
}

/** Whether several columns may go there: written text takes any number, everything else one. */
export function takesSeveral(kind: AnyKind, target: Target): boolean {
  const isWritten = readerOf(kind.fields[target])?.written !== undefined;
  return target === NOTHING || target === ADD_TO_NOTE || isWritten;
}

/** Whether the kind has a note, which takes what fits nowhere else. */
export function hasNote(kind: AnyKind): boolean {
  return readerOf(kind.fields.note)?.written === 'lines';
}

export function guessMatching(
  columns: readonly FileColumn[],
  kind: AnyKind,
  labels: Labels,
  today: Day,
): Matching {
  const targets = targetsOf(kind);
  const scored = columns
    .filter((column) => !isAboutConsent(column))
    .flatMap((column) =>
      targets
        .filter(
          (target) =>
            kind.fields[target] === undefined ||
            (readerOf(kind.fields[target])?.isDated === true) === holdsDates(column, today),
        )
        .map((target, order) => ({
          place: column.place,
          target,
          score: likeness(column.title, target, labels),
          order,
        })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order);
  const matching: Record<number, Target> = Object.fromEntries(columns.map(({ place }) => [place, NOTHING]));
  const taken = new Set<Target>();
  for (const { place, target } of scored) {
    if (taken.has(target) || matching[place] !== NOTHING) continue;
    matching[place] = target;
    taken.add(target);
  }
  // What must be filled in goes before the note, which takes what is too long for it anyway.
  const needed = targets.find((target) => {
    const field = kind.fields[target];
    return field?.required === true && readerOf(field)?.written === 'line';
  });
  const inNote = columns.find(({ place }) => matching[place] === 'note');
  if (needed && !taken.has(needed) && inNote) matching[inNote.place] = needed;
  return matching;
}

function holdsDates({ samples }: FileColumn, today: Day): boolean {
  const dates = samples.filter((sample) => readDate(sample, today) !== undefined).length;
  return dates > 0 && dates >= samples.length / 2;
}

function likeness(title: string, target: Target, labels: Labels): number {
  const said = folded(title);
  if (said === '') return 0;
  const [key = '', part] = target.split(':');
  const own = part ? [] : (labels.fields.get(key) ?? []);
  const called = CALLED[target] ?? [];
  if (own.includes(said)) return 4;
  if (called.includes(said)) return 3 - called.indexOf(said) / 100;
  const word = said.split(' ').findIndex((each) => each.length > 2 && called.includes(each));
  if (word >= 0) return 2 - word / 10;
  return own.some(
    (label) => label.length > 3 && (said.includes(label) || (said.length > 3 && label.includes(said))),
  )
    ? 1
    : 0;
}
