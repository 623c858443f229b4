/** "May I?" in the search box: the same gate as saving, answered from memory. */

import { describe, expect, it } from 'vitest';
import { find } from '../../../src/app/search/find.ts';
import { mayI } from '../../../src/app/search/may-i.ts';
import { openSearchIndex } from '../../../src/app/search/search-index.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import { addDefender, agreed, ines, openLogWorld } from '../../support/log-world.ts';

/** The measures' names as the English texts have them; any other key stands for itself. */
const english: Readonly<Record<string, string>> = {
  'consent.actions.trial': 'Observe the trial',
  'shell.search.measures.trial': 'trial court hearing observation',
  'consent.actions.publicity': 'Speak in public',
  'shell.search.measures.publicity': 'publicity statement press',
};
const words: Words = {
  locale: 'en',
  text: (key) => english[key] ?? '',
  day: (day) => day,
  instant: (instant) => instant,
  cover: coverName,
  entry: () => undefined,
};

describe('May I?', () => {
  it('someone who was never asked answers no, and why', async () => {
    const log = await (await openLogWorld()).open(ines);
    const code = await addDefender(log);
    const [answer] = mayI(code, 'trial', (need) => log.decide(need));
    expect(answer?.answer).toBe('no');
    expect(answer?.because.map((refusal) => refusal.code)).toContain('not-asked');
    log.close();
  });

  it('B3 B4 consent to one measure and audience answers yes there and no elsewhere', async () => {
    const log = await (await openLogWorld()).open(ines);
    const code = await addDefender(log);
    await log.recordConsent(agreed(code));
    const decide = log.decide.bind(log);
    expect(mayI(code, 'quiet-contact', decide).map((one) => one.answer)).toEqual(['yes']);
    expect(mayI(code, 'publicity', decide).map((one) => one.answer)).toEqual(['no']);
    log.close();
  });

  it('full consent with limits in their own words answers within limits and shows them', async () => {
    const log = await (await openLogWorld()).open(ines);
    const code = await addDefender(log);
    await log.recordConsent(agreed(code, { limits: 'Only in the morning' }));
    const [answer] = mayI(code, 'quiet-contact', (need) => log.decide(need));
    expect(answer).toMatchObject({
      answer: 'limits',
      identity: 'full-name',
      limits: ['Only in the morning'],
    });
    log.close();
  });

  it('B5 consent without a name answers within limits and says how much may be told', async () => {
    const log = await (await openLogWorld()).open(ines);
    const code = await addDefender(log);
    await log.recordConsent(
      agreed(code, {
        grants: [{ action: 'quiet-contact', audiences: ['embassy'], identity: 'initials', categories: [] }],
      }),
    );
    const [answer] = mayI(code, 'quiet-contact', (need) => log.decide(need));
    expect(answer).toMatchObject({ answer: 'limits', identity: 'initials', limits: [] });
    log.close();
  });
});

describe('search', () => {
  it('hears a cover name and a measure in any order', async () => {
    const log = await (await openLogWorld()).open(ines);
    const code = await addDefender(log);
    await addDefender(log);
    const [first = ''] = coverName(code).toLowerCase().split(' ');
    const index = openSearchIndex();
    index.take(log.view().entries, words);
    for (const typed of [`${coverName(code)} publicity`, `press ${first}`, `PUBL ${first}`]) {
      const found = find(typed, log.view(), words, index);
      expect(found.defenders[0]?.code, typed).toBe(code);
      expect(found.actions, typed).toEqual(['publicity']);
    }
    expect(find('  ', log.view(), words, index).defenders).toEqual([]);
    log.close();
  });

  it('M8 finds a code as people write it', async () => {
    const log = await (await openLogWorld()).open(ines);
    const code = await addDefender(log);
    const spelt = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
    const found = find(spelt, log.view(), words, openSearchIndex());
    expect(found.defenders.map((one) => one.code)).toEqual([code]);
    log.close();
  });
});
