import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { contact, contactExample } from '../../../src/domain/records/contact.ts';

const careful: AnyRecord = {
  about: '7K2M9QXR4',
  safeChannels: [{ id: 'c1', channel: 'secure-message' }],
  forbiddenChannels: ['phone'],
  onlyThemStart: true,
};

describe('C2 C3 safe contact', () => {
  it.each([
    ['a forbidden channel', { channel: 'phone' }, careful, ['forbidden-channel']],
    ['a channel that is not on the safe list', { channel: 'e-mail' }, careful, ['channel-not-listed-safe']],
    ['a safe channel', { channel: 'secure-message' }, careful, []],
    [
      'contact that we started although only they may',
      { direction: 'by-mission' },
      careful,
      ['only-they-start'],
    ],
    ['contact that they started', { direction: 'by-defender', channel: 'secure-message' }, careful, []],
    [
      'both at once',
      { channel: 'phone', direction: 'by-mission' },
      careful,
      ['forbidden-channel', 'only-they-start'],
    ],
    ['nobody known', { channel: 'phone' }, undefined, []],
    ['somebody who named no channels', { channel: 'phone' }, { about: '7K2M9QXR4' }, []],
  ] as const)('warns about %s', (_, said, about, expected) => {
    const record = { ...contactExample, channel: undefined, direction: undefined, ...said };
    const found = contact.cautions?.(record as never, about) ?? [];
    expect(found.map(({ name }) => name)).toEqual(expected);
  });
});
