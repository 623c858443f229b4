/** C5: the leaflet "What this mission can do": every measure in plain words, what the mission hides or calls otherwise, nobody's name. */

import { describe, expect, it } from 'vitest';
import { leafletOf } from '../../../src/app/settings/leaflet-of.ts';
import { measureKeys } from '../../../src/domain/records/measures/measures.ts';
import type { ListedCode } from '../../../src/domain/system/code-list.ts';
import { loadPart } from '../../../src/locales/index.ts';
import { type Language, languages } from '../../../src/locales/languages.ts';

const mission = { name: 'Embassy of Aldermark', hostCountry: 'Varosia' };

async function leafletIn(language: Language, codes: readonly ListedCode[] = []) {
  const texts = await loadPart(language, 'files');
  const leaflet = leafletOf(texts, language, codes, mission);
  return { ...leaflet, all: leaflet.groups.flatMap(({ measures }) => measures) };
}

describe.each(languages)('C5: the leaflet in %s', (language) => {
  it('C5: has each measure once, in words of its own', async () => {
    const { all, groups } = await leafletIn(language);
    expect(all).toHaveLength(measureKeys.length);
    expect(new Set(all).size).toBe(all.length);
    expect(all.concat(groups.map(({ title }) => title)).every((line) => line.length > 3)).toBe(true);
    // Addressed to whoever reads it, and without the words of the trade.
    expect(all.join(' ')).not.toMatch(/\b(them|démarche|defender|défenseur)\b/i);
  });

  it('C5: says whose it is, that they are asked first and that nothing is promised', async () => {
    const { intro, notes, reach } = await leafletIn(language);
    expect(intro).toContain('Embassy of Aldermark');
    expect(intro).toContain('Varosia');
    expect([intro, reach, ...notes].every((line) => line !== '' && !line.includes('{{'))).toBe(true);
    expect(notes).toHaveLength(4);
  });
});

describe('C5: what the mission says of its measures', () => {
  it('C5: a measure that it hides is left out, and a group without any', async () => {
    const { all, groups } = await leafletIn('en', [
      { key: 'visa', labels: {}, retired: true },
      { key: 'company-contact', labels: {}, retired: true },
    ]);
    expect(all).not.toContain('Help with a visa');
    expect(groups.map(({ group }) => group)).not.toContain('company');
  });

  it('C5: what it calls otherwise stands in its words where it has them in this language, once', async () => {
    const codes = [
      { key: 'shelter', labels: { en: 'A room in our guest house' } },
      { key: 'visa', labels: { en: 'A room in our guest house' } },
    ];
    const { all } = await leafletIn('en', codes);
    expect(all.filter((line) => line === 'A room in our guest house')).toHaveLength(1);
    expect((await leafletIn('fr', codes)).all).toContain('Vous aider à trouver un lieu sûr');
  });
});
