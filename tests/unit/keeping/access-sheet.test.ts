/** The sheet for the person it is about: everything of theirs, nobody else's name, and nothing that runs. */

import { expect, it } from 'vitest';
import { sheetFile, sheetOf } from '../../../src/app/life/access-sheet.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { Code, EntryId, Instant } from '../../../src/domain/ids.ts';
import { contactExample } from '../../../src/domain/records/contact.ts';
import { loadPart } from '../../../src/locales/index.ts';
import type { Texts } from '../../../src/locales/languages.ts';
import type { Gathered } from '../../../src/log/life/life.ts';
import { plainWords } from '../../support/plain-words.ts';

const about = '9BGPNH00W' as Code;
const other = 'GSCP57DRW' as Code;
const at = '2026-11-20T10:00:00Z' as Instant;
// Several parts may have words under one heading: each is asked.
const parts = [await loadPart('en', 'life'), await loadPart('en', 'records'), await loadPart('en', 'kinds')];
const words: Words = { ...plainWords('en'), cover: coverName, text: (key) => textAt(key) };

function textAt(key: string): string {
  for (const part of parts) {
    const found = key
      .split('.')
      .reduce<Texts | string | undefined>(
        (place, step) => (typeof place === 'object' ? place[step] : undefined),
        part,
      );
    if (typeof found === 'string') return found;
  }
  throw new TypeError(`no text for ${key}`);
}

const officer = { objectId: 'a', tenantId: 'b', name: 'Focal point' };

const gathered: Gathered = {
  about,
  at,
  entries: [
    {
      kind: 'contact',
      id: '1',
      entry: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
      version: '1',
      at,
      createdAt: at,
      schema: 1,
      by: officer,
      under: ['none'],
      record: { ...contactExample, about, named: [other], gist: 'Said <b>this</b> & "that"' },
    },
  ],
  decisions: [],
  tickets: [],
  looked: [{ by: officer, at }],
  identity: { about, fullName: 'Nino Mtisdze' },
};

it('J6: others are masked, the person themself is not', () => {
  const text = JSON.stringify(sheetOf(gathered, words));
  expect(text).toContain(coverName(about));
  expect(text).not.toContain(coverName(other));
  expect(text).not.toContain(other);
  expect(text).toContain('Nino Mtisdze');
});

it('J6: says who looked', () => {
  expect(sheetOf(gathered, words).find(({ key }) => key === 'looked')?.items).toHaveLength(1);
});

it('J6: the file holds text only: what was typed never becomes markup', () => {
  const file = sheetFile(sheetOf(gathered, words), 'What <we> wrote', words);
  expect(file).toContain('Said &lt;b&gt;this&lt;/b&gt; &amp; &quot;that&quot;');
  expect(file).toContain('<h1>What &lt;we&gt; wrote</h1>');
  expect(file).not.toMatch(/<script|<b>|style=|https?:/);
});
