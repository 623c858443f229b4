/** Sets every text, day and time in the reader's language; texts arrive part by part. */

import { createInstance, type i18n } from 'i18next';
import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { coverName } from '../domain/cover-names.ts';
import type { Words } from '../domain/fields/field.ts';
import type { EntryId } from '../domain/ids.ts';
import { kindByKey } from '../domain/registry.ts';
import { loadPart } from '../locales/index.ts';
import { type Language, languageOf, languages, type Part } from '../locales/languages.ts';
import type { View } from '../log/log.ts';
import { clockHere, dayInWords, instantInWords, instantOfLocal } from './day-words.ts';
import { labelIn, listedCodes } from './fields/code-lists.ts';
import { keepChoice, keptChoice } from './kept-choice.ts';
import { useLog } from './log-context.tsx';
import { joined } from './near-days.ts';

/** Parts without which no page can be read; the others come with the pages that need them. */
const firstParts: readonly Part[] = ['shell', 'kinds', 'duties'];

const instance: i18n = createInstance();
const ready = instance.init({
  fallbackLng: 'en',
  keySeparator: '.',
  nsSeparator: false,
  resources: {},
  interpolation: { escapeValue: false },
});

/** Counts changes of language and arrivals of texts, so that whatever shows texts shows them anew. */
let edition = 0;
const readers = new Set<() => void>();

function nextEdition(): void {
  edition += 1;
  for (const tell of readers) tell();
}

void ready.then(() => {
  instance.on('languageChanged', nextEdition);
  instance.store.on('added', nextEdition);
});

function read(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

function textsOf(_edition: number): TextOf {
  return (key, values) =>
    values ? joined(instance.language ?? 'en', values, (filled) => instance.t(key, filled)) : instance.t(key);
}

const arriving = new Map<string, Promise<void>>();

/** Fetches parts of a language once; a failed fetch may be tried again. */
export function needParts(language: Language, wanted: readonly Part[]): Promise<void> {
  return Promise.all(wanted.map((part) => needPart(language, part))).then(() => undefined);
}

function needPart(language: Language, part: Part): Promise<void> {
  const name = `${language}/${part}`;
  const known = arriving.get(name);
  if (known) return known;
  const arrival = Promise.all([loadPart(language, part), ready]).then(
    ([texts]) => {
      instance.addResourceBundle(language, 'translation', texts, true, true);
    },
    (cause: unknown) => {
      arriving.delete(name);
      throw cause;
    },
  );
  arriving.set(name, arrival);
  return arrival;
}

/** Fetches further parts in the language now shown; for `lazy` pages that bring their own texts. */
export function needPartsNow(...wanted: readonly Part[]): Promise<void> {
  return needParts(languageOf(instance.language ?? 'en'), wanted);
}

const opened = new Map<Language, Promise<void>>();

function open(language: Language): Promise<void> {
  const known = opened.get(language);
  if (known) return known;
  const opening = needParts(language, firstParts)
    .then(() => instance.changeLanguage(language))
    .then(() => undefined)
    .catch((cause: unknown) => {
      opened.delete(language);
      throw cause;
    });
  opened.set(language, opening);
  return opening;
}

interface Choice {
  readonly language: Language;
  /** The language picked by hand, or undefined while the host's is followed. */
  readonly picked: Language | undefined;
  /** Picks a language on this device, or (undefined) follows the host again. Rejects when its texts do not arrive. */
  pick(language: Language | undefined): Promise<void>;
}

const ChoiceContext = createContext<Choice | undefined>(undefined);

function pickedBefore(): Language | undefined {
  const kept = keptChoice('language');
  return languages.find((language) => language === kept);
}

/** Suspends until the first texts are here. `locale` is the host's, e.g. `fr-fr`. */
export function WordsProvider(props: { readonly locale: string; readonly children: ReactNode }): ReactNode {
  const { locale, children } = props;
  const [picked, setPicked] = useState(pickedBefore);
  const language = picked ?? languageOf(locale);
  use(open(language));
  useEffect(() => {
    document.documentElement.lang = language;
    if (instance.language !== language) void instance.changeLanguage(language);
  }, [language]);
  const choice = useMemo<Choice>(
    () => ({
      language,
      picked,
      async pick(wanted) {
        const next = wanted ?? languageOf(locale);
        await needParts(next, metParts(language));
        await instance.changeLanguage(next);
        opened.set(next, Promise.resolve());
        keepChoice('language', wanted);
        startTransition(() => setPicked(wanted));
      },
    }),
    [language, picked, locale],
  );
  return <ChoiceContext value={choice}>{children}</ChoiceContext>;
}

/** Every part the reader has already met, so that a change of language leaves no page half translated. */
function metParts(language: Language): readonly Part[] {
  const met = [...arriving.keys()]
    .filter((name) => name.startsWith(`${language}/`))
    .map((name) => name.slice(language.length + 1) as Part);
  return [...new Set([...firstParts, ...met])];
}

/** The language shown, and how to change it. */
export function useLanguage(): Choice {
  const choice = useContext(ChoiceContext);
  if (!choice) throw new TypeError('this part of the screen stands outside WordsProvider');
  return choice;
}

export type TextOf = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Text of a key in the reader's language; `{{places}}` are filled from `values`, `count` picks the plural. */
export function useText(): TextOf {
  const shown = useSyncExternalStore(read, () => edition);
  return useMemo(() => textsOf(shown), [shown]);
}

/** The mission's own label of a code (`codeLists.<list>.<key>`), retired ones included. */
function ownLabel(view: View, key: string, language: Language): string | undefined {
  const [, list, code] = /^codeLists\.([^.]+)\.(.+)$/.exec(key) ?? [];
  if (!list) return undefined;
  const found = listedCodes(view, list).find((each) => each.key === code);
  return found && labelIn(found, language);
}

/**
 * Texts, days, cover names and titles of entries, for whatever prints a record; instants are on the mission's clock,
 * `here` is this machine's, the one its reader looks at.
 */
export function useWords(): Words {
  const log = useLog();
  const { zone } = log.me.mission;
  const text = useText();
  const { language } = useLanguage();
  const today = log.today();
  return useMemo<Words>(() => {
    const words: Words = {
      locale: language,
      text: (key, values) => ownLabel(log.view(), key, language) ?? text(key, values),
      day: (day) => dayInWords(day, today, language),
      instant: (instant) => instantInWords(instant, today, language, zone),
      here(day, time, there) {
        const at = instantOfLocal(day, time, there);
        const here = at === undefined ? undefined : clockHere(at, { day, time }, today, language);
        return here && text('calendarPage.here', { time: here });
      },
      cover: coverName,
      entry(id: EntryId) {
        const entry = log.view().byEntry.get(id);
        return entry && kindByKey(entry.kind)?.summary(entry.record, words);
      },
    };
    return words;
  }, [language, text, today, zone, log]);
}
