/** After a withdrawal: who is asked to delete what they received. */

import { describe, expect, it } from 'vitest';
import { whoReceived } from '../../../src/app/consent/received.ts';
import type { EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';

const item = (...audiences: string[]) => ({
  entry: '01HZX3K8Q2W7V5R4T9N6M1C0BH' as EntryId,
  kind: 'trial-observation',
  audiences,
  at: '2026-11-19T09:00:00Z' as Instant,
});

describe('B1 after a withdrawal', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a plan of ours has reached nobody', ['embassy'], [], []],
    ['our own mission by its code is us', ['mission:aldermark'], [], []],
    ['what was sent on to our ministry is used by us', ['embassy', 'ministry'], [], ['ministry']],
    ['the court is asked, our mission is not', ['embassy', 'court'], ['court'], []],
    ['another mission is asked', ['mission:corvia', 'ministry'], ['mission:corvia'], ['ministry']],
  ])('%s', (_, audiences, outside, sentOn) => {
    const found = whoReceived([item(...audiences)], 'aldermark' as MissionCode);
    expect(found.outside.flatMap((one) => one.audiences)).toEqual(outside);
    expect(found.sentOn.flatMap((one) => one.audiences)).toEqual(sentOn);
  });
});
