/** What the compiler must refuse about records; a line that compiles here would be a hole. */

import { describe, expectTypeOf, test } from 'vitest';
import type { ConsentFile, Speaker } from '../../src/domain/consent/consent-file.ts';
import { choice } from '../../src/domain/fields/choice.ts';
import { optional } from '../../src/domain/fields/define-field.ts';
import type { ValueOf } from '../../src/domain/fields/field.ts';
import { rows } from '../../src/domain/fields/rows.ts';
import { text } from '../../src/domain/fields/text.ts';
import type { Code, Day } from '../../src/domain/ids.ts';
import type { Mission } from '../../src/domain/missions.ts';
import { defineRecordKind, type RecordIn } from '../../src/domain/record-kind.ts';
import { contact } from '../../src/domain/records/contact.ts';
import type { defender } from '../../src/domain/records/defender.ts';
import type { consentFile } from '../../src/domain/system/consent-file.ts';
import type { IdentityRecord, identity } from '../../src/domain/system/identity.ts';
import type { mission } from '../../src/domain/system/mission.ts';

type Contact = RecordIn<typeof contact>;

describe('types of records', () => {
  test('required fields are there, optional ones may be missing', () => {
    expectTypeOf<Contact['gist']>().toEqualTypeOf<string>();
    expectTypeOf<Contact['about']>().toEqualTypeOf<Code | undefined>();
    const short: Contact = { day: '2026-11-20' as Day, gist: 'x' };
    expectTypeOf(short).toExtend<Contact>();
    // @ts-expect-error one line is required
    const noLine: Contact = { day: '2026-11-20' as Day };
    expectTypeOf(noLine).toExtend<Contact>();
    // @ts-expect-error absent is absent, never undefined
    const undefinedChannel: Contact = { ...short, channel: undefined };
    expectTypeOf(undefinedChannel).toExtend<Contact>();
  });

  test('answers are the keys of their set', () => {
    expectTypeOf<NonNullable<Contact['direction']>>().toEqualTypeOf<
      'by-defender' | 'by-mission' | 'by-third-party'
    >();
    // @ts-expect-error a pigeon is no channel
    const pigeon: Contact = { day: '2026-11-20' as Day, gist: 'x', channel: 'pigeon' };
    expectTypeOf(pigeon).toExtend<Contact>();
    // @ts-expect-error text is no code
    const named: Contact = { day: '2026-11-20' as Day, gist: 'x', about: 'Amber Heron' };
    expectTypeOf(named).toExtend<Contact>();
  });

  test('optional turns required off, in rows too', () => {
    expectTypeOf(text().required).toEqualTypeOf<true>();
    expectTypeOf(optional(text()).required).toEqualTypeOf<false>();
    const table = rows({ what: text(), level: optional(choice('x', ['a', 'b'])) });
    expectTypeOf<ValueOf<typeof table>[number]['what']>().toEqualTypeOf<string>();
    expectTypeOf<ValueOf<typeof table>[number]['level']>().toEqualTypeOf<'a' | 'b' | undefined>();
  });

  test('stored shapes are the shapes the other rooms know', () => {
    expectTypeOf<NonNullable<RecordIn<typeof defender>['speakers']>[number]>().toExtend<Speaker>();
    expectTypeOf<RecordIn<typeof mission>>().toExtend<Mission>();
    expectTypeOf<RecordIn<typeof identity>>().toExtend<IdentityRecord>();
    expectTypeOf<Required<Pick<RecordIn<typeof consentFile>, 'decisions' | 'tickets'>>>().toEqualTypeOf<
      Pick<ConsentFile, 'decisions' | 'tickets'>
    >();
  });

  test('a kind must answer what it needs', () => {
    const { need, ...silent } = contact;
    // @ts-expect-error a kind without need does not compile
    expectTypeOf(defineRecordKind<typeof contact.fields>).toBeCallableWith(silent);
    expectTypeOf(need).toBeFunction();
  });
});
