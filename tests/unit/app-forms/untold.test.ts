/** A refusal for want of explaining names what was not explained. */

import { describe, expect, it } from 'vitest';
import { untold } from '../../../src/app/consent/untold.ts';
import { type Decision, quietElements } from '../../../src/domain/consent/consent-file.ts';
import type { Refusal } from '../../../src/domain/consent/decision.ts';
import type { IdentityLevel } from '../../../src/domain/consent/need.ts';
import type { Code } from '../../../src/domain/ids.ts';
import { decision } from '../consent/consent-cases.ts';

const refused = (more: Partial<Refusal> = {}): Refusal => ({
  person: '7K2M9QXR4' as Code,
  code: 'not-informed',
  action: 'trial',
  audience: 'court',
  ...more,
});

describe('what was not explained is said by name', () => {
  it.each<[string, Refusal, Decision | undefined, IdentityLevel, readonly string[]]>([
    [
      'towards a court all eight are asked for',
      refused(),
      decision({ informed: quietElements }),
      'none',
      ['risks', 'benefits', 'alternatives', 'what-we-cannot-do', 'retention'],
    ],
    [
      'a quiet step asks for three',
      refused({ action: 'support', audience: 'embassy' }),
      decision({ informed: ['purpose'] }),
      'initials',
      ['who-will-see', 'may-withdraw'],
    ],
    [
      'a full name towards another mission asks for all',
      refused({ audience: 'mission:corvia' }),
      decision({ informed: [...quietElements, 'risks', 'benefits', 'alternatives', 'retention'] }),
      'full-name',
      ['what-we-cannot-do'],
    ],
    ['another refusal', refused({ code: 'refused' }), decision({ informed: [] }), 'none', []],
    ['a decision that is not here', refused(), undefined, 'none', []],
    [
      'a public appeal, which lacks its place',
      refused(),
      decision({ informed: [], evidence: { form: 'public-appeal' } }),
      'none',
      [],
    ],
  ])('%s', (_, refusal, given, identity, missing) => {
    expect(untold(refusal, given, identity)).toEqual(missing);
  });
});
