/** A brief stays on one page: smaller letters where it is long, then less of what was agreed to. */

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../src/app/files/brief-of.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import { sizeThatFits } from '../../../src/files/one-page.ts';
import { type Brief, toDocx } from '../../../src/files/write-brief.ts';
import { addDefender, agreed, ines, openLogWorld } from '../../support/log-world.ts';

function briefWith(lines: number, length = 60): Brief {
  return {
    title: 'Amber Heron',
    subtitle: 'Individual',
    parts: [{ heading: 'What happened', lines: Array.from({ length: lines }, () => 'n'.repeat(length)) }],
    rule: 'For the mission’s own use.',
    foot: 'Embassy of Aldermark · Ines Calder · 20 November 2026',
  };
}

describe('M7 · the letters of a brief', () => {
  it.each([
    ['few lines are written as large as any', 20, 60, 21],
    ['as many as a page of that size holds', 38, 60, 21],
    ['some more are written smaller', 44, 60, 17],
    ['lines that go over several count as several', 11, 480, 19],
    ['more than the smallest holds', 70, 60, undefined],
  ])('%s', (_, lines, length, size) => {
    expect(sizeThatFits(briefWith(lines, length), false)).toBe(size);
  });

  it('law: what is longer is never written larger', () => {
    for (const rightToLeft of [false, true]) {
      const sizes = Array.from(
        { length: 80 },
        (_, lines) => sizeThatFits(briefWith(lines), rightToLeft) ?? 0,
      );
      expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    }
  });

  it.each([
    [10, 21],
    [44, 17],
    [90, 16],
  ])('the file with %i lines says so to Word', async (lines, size) => {
    const parts = unzipSync(new Uint8Array(await (await toDocx(briefWith(lines), 'en-GB')).arrayBuffer()));
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    expect(/<w:docDefaults>.*?<w:sz w:val="(\d+)"/s.exec(styles)?.[1]).toBe(String(size));
  });
});

describe('M7 · a brief about many people', () => {
  it('says less of what each agreed to, and all of who agreed and within what limits, so that it fits', async () => {
    const log = await (await openLogWorld()).open(ines);
    const words: Words = {
      locale: 'en',
      text: (key, values = {}) => [key.repeat(3), ...Object.values(values)].join(' '),
      day: (day) => day,
      instant: (instant) => instant,
      here: () => '',
      cover: (code) => code,
      entry: () => undefined,
    };
    const people: string[] = [];
    for (let each = 0; each < 9; each += 1) {
      const code = await addDefender(log);
      people.push(code);
      await log.recordConsent(agreed(code, { limits: `Limit ${code}` }));
    }
    const [about, ...others] = people;
    const saved = await log.save({
      kind: 'contact',
      entry: log.newEntryId(),
      values: { about, named: others, day: log.today(), gist: 'Came together' },
    });
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
    const brief = briefOf({ entry: saved.entry.entry }, { log, view: log.view(), words, kept: new Set() });
    const consent = brief?.parts.at(-1)?.lines ?? [];
    expect(consent).toHaveLength(9);
    for (const code of people)
      expect(consent.find((line) => line.includes(`Limit ${code}`))).toMatch(/…\. .*givers\.defender/);
    expect(brief && sizeThatFits(brief, false)).toBeGreaterThanOrEqual(16);
  });
});
