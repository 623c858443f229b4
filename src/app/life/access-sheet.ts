/** Everything about one person in lines that can be read aloud or handed over; whoever else is named in it stays masked. */

import type { Words } from '../../domain/fields/field.ts';
import { comma } from '../../domain/fields/signs.ts';
import type { Code } from '../../domain/ids.ts';
import { kindByKey } from '../../domain/registry.ts';
import { runsRightToLeft } from '../../locales/languages.ts';
import type { Gathered } from '../../log/life/life.ts';
import { shownSections } from '../record/reporting-text.ts';

export interface SheetPart {
  readonly key: 'names' | 'entries' | 'consent' | 'acts' | 'looked';
  readonly items: readonly SheetItem[];
}
export interface SheetItem {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Words in which only this person keeps a name, and other entries have no title. */
export function maskedWords(words: Words, about: Code): Words {
  return {
    ...words,
    cover: (code) => (code === about ? words.cover(code) : words.text('life.sheet.somebody')),
    entry: () => undefined,
  };
}

export function sheetOf(gathered: Gathered, readers: Words): readonly SheetPart[] {
  const words = maskedWords(readers, gathered.about);
  const { identity } = gathered;
  return [
    {
      key: 'names',
      items: identity
        ? [
            {
              id: 'names',
              title: identity.fullName,
              lines: [
                identity.alias,
                identity.birthDate && words.day(identity.birthDate),
                identity.nationality,
                identity.document,
                identity.contactPoints,
              ].filter((line): line is string => line !== undefined && line !== ''),
            },
          ]
        : [],
    },
    {
      key: 'entries',
      items: gathered.entries.flatMap((entry) => {
        const kind = kindByKey(entry.kind);
        if (!kind) return [];
        const lines = shownSections(kind, entry, words).flatMap(({ fields }) =>
          fields.map(({ label, value }) => `${label}: ${value}`),
        );
        return [{ id: entry.entry, title: titleOf(entry.kind, kind.day(entry.record), words), lines }];
      }),
    },
    {
      key: 'consent',
      items: gathered.decisions.map((decision) => ({
        id: decision.id,
        title: words.text('life.sheet.decision', {
          what: words.text(`consent.outcomes.${decision.outcome}`),
          at: words.instant(decision.at),
        }),
        lines: [
          ...decision.grants.map((grant) =>
            [
              words.text(`consent.actions.${grant.action}`),
              grant.audiences.map((audience) => audienceIn(audience, words)).join(comma(words.locale)),
            ].join(': '),
          ),
          ...(decision.limits ? [decision.limits] : []),
        ],
      })),
    },
    {
      key: 'acts',
      items: gathered.tickets
        .filter(({ state }) => state === 'used')
        .map((ticket) => ({
          id: ticket.id,
          title: words.text('life.sheet.act', {
            what: words.text(`kinds.${ticket.kind}.one`),
            at: words.instant(ticket.at),
          }),
          lines: [ticket.audiences.map((audience) => audienceIn(audience, words)).join(comma(words.locale))],
        })),
    },
    {
      key: 'looked',
      items: gathered.looked.map(({ by, at }) => ({
        id: `${by.objectId}${at}`,
        title: words.text('life.sheet.look', { who: by.name, at: words.instant(at) }),
        lines: [],
      })),
    },
  ];
}

function titleOf(kind: string, day: string | undefined, words: Words): string {
  return [words.text(`kinds.${kind}.one`), day && words.day(day)].filter(Boolean).join(comma(words.locale));
}

function audienceIn(audience: string, words: Words): string {
  const [open = audience, name] = audience.split(':');
  return name === undefined ? words.text(`consent.audiences.${open}`) : name;
}

/** A page of its own without any script or style, for a browser of today and of ten years from now. */
export function sheetFile(parts: readonly SheetPart[], title: string, words: Words): string {
  const body = parts
    .filter(({ items }) => items.length > 0)
    .map(
      ({ key, items }) =>
        `<h2>${safe(words.text(`life.sheet.${key}`))}</h2>${items
          .map(
            (item) =>
              `<h3 dir="auto">${safe(item.title)}</h3>${item.lines
                .map((line) => `<p dir="auto">${safe(line)}</p>`)
                .join('')}`,
          )
          .join('')}`,
    )
    .join('');
  const dir = runsRightToLeft(words.locale) ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${safe(words.locale)}" dir="${dir}"><meta charset="utf-8"><title>${safe(title)}</title><h1>${safe(title)}</h1>${body}</html>`;
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
