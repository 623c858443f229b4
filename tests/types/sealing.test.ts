/** What the compiler must refuse about sealing: no way to a recipient that nobody pinned, nor past the gate. */

import { describe, expectTypeOf, test } from 'vitest';
import type { Cleared } from '../../src/domain/consent/clear.ts';
import type { MissionCode } from '../../src/domain/ids.ts';
import type { AudienceKey } from '../../src/sealing/audience-key.ts';
import type { ToSeal } from '../../src/sealing/seal.ts';
import type { PinnedKey, Standing } from '../../src/sealing/standing.ts';

const mission = 'brenland' as MissionCode;

describe('H2 · types of sealing', () => {
  test('a recipient cannot be written down', () => {
    // @ts-expect-error only `recipientsFrom` makes one
    const written: PinnedKey = { mission, kid: 'x', own: false, key: {} as CryptoKey };
    expectTypeOf(written).toExtend<PinnedKey>();
    expectTypeOf<{
      mission: MissionCode;
      kid: string;
      own: boolean;
      key: CryptoKey;
    }>().not.toExtend<PinnedKey>();
    expectTypeOf<CryptoKey>().not.toExtend<ToSeal['recipients'][number]>();
    expectTypeOf<string>().not.toExtend<ToSeal['recipients'][number]>();
  });

  test('nor a standing, an audience key, or what the gate has cleared', () => {
    expectTypeOf<Omit<Standing, symbol>>().not.toExtend<Standing>();
    expectTypeOf<{
      id: string;
      from: MissionCode;
      audience: [];
      month: string;
      key: CryptoKey;
    }>().not.toExtend<AudienceKey>();
    expectTypeOf<ToSeal['cleared']>().toEqualTypeOf<Cleared>();
    expectTypeOf<undefined>().not.toExtend<ToSeal['cleared']>();
  });
});
