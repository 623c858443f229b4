/** What a one-page brief says of a defender, a case or an entry, from everything in memory that may leave. */

import { agreementsStanding, isReplaced } from '../../domain/consent/standing.ts';
import { coverNameWithCode } from '../../domain/cover-names.ts';
import type { Words } from '../../domain/fields/field.ts';
import { colon, comma, semicolon } from '../../domain/fields/signs.ts';
import { addDays, type Code, type EntryId } from '../../domain/ids.ts';
import { aboutOf, codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { risksIn } from '../../domain/risk.ts';
import { sizeThatFits } from '../../files/one-page.ts';
import type { Brief, BriefPart } from '../../files/write-brief.ts';
import { runsRightToLeft } from '../../locales/languages.ts';
import type { Log, View } from '../../log/log.ts';
import { marksBetween } from '../calendar-marks.ts';
import { type ConsentWords, consentWords } from '../consent/consent-words.ts';
import { fileOf } from '../consent/files.ts';
import { fullDay } from '../day-words.ts';
import { dutyValues } from '../duty-words.ts';
import { defenderFacts } from '../pages/defenders/defender-facts.ts';
import { shownSections } from '../record/reporting-text.ts';
import { printField } from '../table/columns.ts';
import { dayOfEntry } from '../table/filter.ts';
import { datedWords } from './dated-words.ts';

/** A defender or case by its code, or any other entry. */
export type BriefSubject = { readonly code: Code } | { readonly entry: EntryId };

const HAPPENED = 6;
const STANDS = 4;
const AHEAD = 5;
const AHEAD_DAYS = 180;
/** Longer lines would push the rest off the page. */
const LINE_MAX = 240;
/** So much is said of what somebody agreed to; less where the page would not hold it. */
const GRANTS_MAX = [4 * LINE_MAX, 2 * LINE_MAX, LINE_MAX, LINE_MAX / 2] as const;

interface Around {
  readonly log: Log;
  readonly view: View;
  readonly words: Words;
  /** What stays inside: left out without a trace of how many. */
  readonly kept: ReadonlySet<EntryId>;
}

/** The same with the words of paper, which is read on another day than today. */
interface Dated extends Around {
  readonly consent: ConsentWords;
  readonly grantsMax: number;
}

/** Entries a brief would draw from: all of them pass through the log before anything leaves. */
export function entriesBehind(subject: BriefSubject, log: Log): readonly EntryId[] {
  if ('entry' in subject) return [subject.entry];
  const facts = defenderFacts(log.view(), subject.code, log.me.mission.zone);
  return [...(facts.own ? [facts.own] : []), ...facts.statuses, ...facts.timeline].map(({ entry }) => entry);
}

/** Undefined while the entry is not here. */
export function briefOf(subject: BriefSubject, given: Around): Brief | undefined {
  const words = datedWords(given.words, given.log);
  const dated = { ...given, words, consent: consentWords(words, given.log) };
  const rightToLeft = runsRightToLeft(words.locale);
  let brief: Brief | undefined;
  for (const grantsMax of GRANTS_MAX) {
    brief = briefWithin(subject, { ...dated, grantsMax });
    if (!brief || sizeThatFits(brief, rightToLeft) !== undefined) break;
  }
  return brief;
}

function briefWithin(subject: BriefSubject, around: Dated): Brief | undefined {
  const { log, words } = around;
  const { mission, person } = log.me;
  const foot = words.text('files.brief.foot', {
    mission: mission.name,
    person: person.name,
    day: fullDay(log.today(), words.locale),
  });
  const common = { rule: words.text('files.rule'), foot };
  if ('code' in subject) return { ...common, ...ofCode(subject.code, around) };
  const entry = around.view.byEntry.get(subject.entry);
  return entry && { ...common, ...ofEntry(entry, around) };
}

function ofCode(code: Code, around: Dated): Pick<Brief, 'title' | 'subtitle' | 'parts'> {
  const { log, view, words, kept } = around;
  const { zone } = log.me.mission;
  const facts = defenderFacts(view, code, zone);
  const itself =
    facts.own ??
    facts.timeline.find(({ kind, record }) => kindByKey(kind)?.behind && aboutOf(record) === code);
  const happened = facts.timeline
    .filter((entry) => entry !== itself && !kept.has(entry.entry) && dayOfEntry(entry, zone) <= log.today())
    .slice(0, HAPPENED);
  const leaving = new Map(
    [...view.entries].map(([kind, all]) => [kind, all.filter(({ entry }) => !kept.has(entry))]),
  );
  const [status] = facts.statuses.filter(({ entry }) => !kept.has(entry));
  const duties = view.duties.filter(({ about }) => about === code).slice(0, STANDS);
  const people = (itself && kindByKey(itself.kind)?.behind?.(itself.record)) ?? [code];
  return {
    title: coverNameWithCode(code),
    subtitle: itself ? (kindByKey(itself.kind)?.summary(itself.record, words) ?? '') : '',
    parts: [
      part(
        words,
        'happened',
        happened.map((entry) => entryLine(entry, around)),
      ),
      part(words, 'stands', [
        ...(status ? [printField(status.kind, 'status', status.record, words)] : []),
        ...factLines(itself, risksIn(leaving).get(code), words),
        ...duties.map((duty) =>
          words.text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, log.today())),
        ),
      ]),
      part(words, 'ahead', aheadOf([code, ...people], around)),
      part(
        words,
        'consent',
        people.flatMap((person) => consentLines(person, around)),
      ),
    ],
  };
}

function ofEntry(entry: Entry, around: Dated): Pick<Brief, 'title' | 'subtitle' | 'parts'> {
  const { words } = around;
  const kind = kindByKey(entry.kind);
  const people = codesOf(entry.record);
  const sections = kind ? shownSections(kind, entry, words) : [];
  const [main, ...others] = sections.map(({ fields }) =>
    fields.map(({ label, value }) => shortLine(`${label}${colon(words.locale)}${value}`)),
  );
  const [about] = people;
  return {
    title: [words.text(`kinds.${entry.kind}.one`), about && coverNameWithCode(about)]
      .filter(Boolean)
      .join(' · '),
    subtitle: kind?.summary(entry.record, words) ?? '',
    parts: [
      part(words, 'happened', main ?? []),
      part(words, 'stands', others.flat().slice(0, HAPPENED * 2)),
      part(words, 'ahead', aheadOf(people, around)),
      part(
        words,
        'consent',
        people.flatMap((person) => consentLines(person, around)),
      ),
    ],
  };
}

function part(words: Words, name: string, lines: readonly string[]): BriefPart {
  return {
    heading: words.text(`files.brief.parts.${name}`),
    lines: lines.length > 0 ? [...new Set(lines)] : [words.text(`files.brief.empty.${name}`)],
  };
}

function entryLine(entry: Entry, { log, words }: Dated): string {
  const day = words.day(dayOfEntry(entry, log.me.mission.zone));
  const summary = kindByKey(entry.kind)?.summary(entry.record, words) ?? '';
  return shortLine(`${day}${colon(words.locale)}${words.text(`kinds.${entry.kind}.one`)}. ${summary}`);
}

/** Risk and review of a defender, as last assessed, state of a case: whatever its table shows beside its name. */
function factLines(
  itself: Entry | undefined,
  risk: { readonly level?: unknown; readonly review?: unknown } | undefined,
  words: Words,
): readonly string[] {
  if (!itself) return [];
  const record = risk ? { ...itself.record, riskLevel: risk.level, riskReview: risk.review } : itself.record;
  const keys = kindByKey(itself.kind)?.table.filter((key) => key !== 'about' && key !== 'gist') ?? [];
  return keys.flatMap((key) => {
    const said = printField(itself.kind, key, record, words);
    return said ? [`${words.text(`fields.${itself.kind}.${key}.label`)}${colon(words.locale)}${said}`] : [];
  });
}

function aheadOf(codes: readonly Code[], { log, view, words, kept }: Dated): readonly string[] {
  const today = log.today();
  return marksBetween(view, today, addDays(today, AHEAD_DAYS), today)
    .filter(({ about, entry }) => about !== undefined && codes.includes(about) && !kept.has(entry))
    .slice(0, AHEAD)
    .map(({ day, time, kind, word }) =>
      [
        `${words.day(day)}${time ? `${comma(words.locale)}${time}` : ''}`,
        words.text(`calendar.${kind}.${word}`),
      ].join(colon(words.locale)),
    );
}

/** What this person agreed to and until when, and what they refused; each with who said so. */
function consentLines(code: Code, { log, view, words, consent, grantsMax }: Dated): readonly string[] {
  const file = fileOf(view, code);
  const name = words.cover(code);
  const agreed = agreementsStanding(file, log.today()).map((decision) => {
    const limits = decision.limits ? words.text('files.brief.limits', { limits: decision.limits }) : '';
    const grants = consent.grants(decision.grants).join(semicolon(words.locale));
    // What is cut reads as not agreed to; who agreed, until when and within what limits is never cut.
    return [
      shortLine(words.text('files.brief.agreed', { cover: name, grants }), grantsMax),
      capital(consent.source(decision), words.locale),
      consent.until(decision),
      limits,
    ]
      .filter(Boolean)
      .reduce((said, next) => `${said.replace(/\.$/, '')}. ${next}`);
  });
  const refused = file.decisions
    .filter(({ outcome }) => outcome === 'refused' || outcome === 'withdrawn')
    .filter((decision) => !isReplaced(file, decision))
    .map((decision) =>
      words.text(`files.brief.${decision.outcome === 'withdrawn' ? 'withdrawn' : 'refused'}`, {
        cover: name,
        source: capital(consent.source(decision), words.locale),
      }),
    );
  const lines = [...agreed, ...refused];
  return lines.length > 0 ? lines : [words.text('files.brief.notAsked', { cover: name })];
}

function shortLine(text: string, max = LINE_MAX): string {
  const one = text.replace(/[^\S\u00a0]+/g, ' ').trim();
  return one.length > max ? `${one.slice(0, max - 1).trimEnd()}…` : one;
}

/** A sentence begins with it. */
function capital(text: string, locale: string): string {
  return `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}`;
}
