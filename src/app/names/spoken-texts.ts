/** Texts beside a record in which no names belong: what was said with a consent, and why a duty was closed or set aside. */

import type { ConsentInput, DutyClosing } from '../../log/writing/saving.ts';
import type { ToCheck } from './use-name-check.tsx';

type Say = (key: string) => string;

/** Whoever speaks for somebody else is given by a role, and it is not said who they are. */
export function textsOfConsent(input: ConsentInput, text: Say): readonly ToCheck[] {
  const { giver, giverRef, limits, evidence, childView, outcome } = input;
  const said: readonly (readonly [string, string | undefined])[] = [
    ['forms.consent.giverRef', giver === 'defender' ? undefined : giverRef],
    [outcome === 'withdrawn' ? 'forms.withdraw.words' : 'forms.consent.limits', limits],
    ['forms.consent.evidenceWhere', evidence?.where],
    ['forms.consent.childView', childView],
  ];
  return said.flatMap(([where, words]) => (isWritten(words) ? [{ where: text(where), text: words }] : []));
}

/** A closing has one text, which needs no word for where it stands. */
export function textsOfClosing({ reason }: Pick<DutyClosing, 'reason'>): readonly ToCheck[] {
  return isWritten(reason) ? [{ text: reason }] : [];
}

function isWritten(words: string | undefined): words is string {
  return words !== undefined && words.trim() !== '';
}
