/** Names as they are typed, checked into the record of who stands behind a code; nothing of it is kept anywhere here. */

import type { Code, Day } from '../../../domain/ids.ts';
import { checkRecord, type Problems } from '../../../domain/record-kind.ts';
import { type IdentityRecord, identity } from '../../../domain/system/identity.ts';
import { readDay, writeDay } from '../../fields/typing.ts';

export const identityFields = [
  'fullName',
  'alias',
  'birthDate',
  'nationality',
  'document',
  'contactPoints',
] as const satisfies readonly (keyof IdentityRecord)[];
export type IdentityField = (typeof identityFields)[number];
export type TypedIdentity = Readonly<Record<IdentityField, string>>;

/** What the form opens with; the birth date in the reader's language. */
export function typedFrom(identity: IdentityRecord | undefined, locale: string): TypedIdentity {
  const written = (field: IdentityField): string => identity?.[field] ?? '';
  return {
    fullName: written('fullName'),
    alias: written('alias'),
    birthDate: identity?.birthDate ? writeDay(identity.birthDate as Day, locale) : '',
    nationality: written('nationality'),
    document: written('document'),
    contactPoints: written('contactPoints'),
  };
}

/** The record, or what is wrong by field. A birth date needs its year in four figures: nothing is guessed. */
export function identityFrom(
  typed: TypedIdentity,
  about: Code,
  locale: string,
  today: Day,
):
  | { readonly ok: true; readonly record: IdentityRecord }
  | { readonly ok: false; readonly problems: Problems } {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  const born = typed.birthDate.trim();
  const day = /\p{Nd}{4}/u.test(born) ? readDay(born, locale, today) : undefined;
  const raw = {
    ...Object.fromEntries(filled),
    about,
    ...(born === '' ? {} : { birthDate: day ?? 'not a day' }),
  };
  const checked = checkRecord(identity, raw, today);
  return checked.ok ? { ok: true, record: checked.record as unknown as IdentityRecord } : checked;
}
