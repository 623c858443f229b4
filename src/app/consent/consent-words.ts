/** Puts consent into words: who agreed to what, towards whom, until when, and why a step is refused. */

import { useMemo } from 'react';
import type { Decision, Effect, Grant } from '../../domain/consent/consent-file.ts';
import type { Refusal } from '../../domain/consent/decision.ts';
import type { Audience, Need } from '../../domain/consent/need.ts';
import type { Words } from '../../domain/fields/field.ts';
import { colon, semicolon } from '../../domain/fields/signs.ts';
import { inOneList } from '../../locales/isolates.ts';
import type { Log } from '../../log/log.ts';
import { useLog } from '../log-context.tsx';
import { useWords } from '../words.tsx';
import { fileOf } from './files.ts';
import { ngoAudiences } from './ngo-audiences.ts';
import { notShared } from './not-shared.ts';
import { untold } from './untold.ts';

export interface ConsentWords {
  audience(audience: Audience): string;
  audiences(audiences: readonly Audience[]): string;
  /** `Observe the trial: the embassy, the court; by initials`. */
  grant(grant: Grant): string;
  /** All of them, in as few sentences: what was agreed alike for several actions is said once. */
  grants(grants: readonly Grant[]): readonly string[];
  /** Who gave it, and when it was recorded. */
  source(decision: Decision): string;
  /** Until when it counts and when it is reviewed. */
  until(decision: Decision): string;
  /** When it starts to count. */
  effect(effect: Effect): string;
  /** Why a step is refused; with its need also what had to be explained, or what they did not agree to share. */
  refusal(refusal: Refusal, need?: Need): string;
}

export function useConsentWords(): ConsentWords {
  const words = useWords();
  const log = useLog();
  return useMemo(() => consentWords(words, log), [words, log]);
}

/** Days, times and texts are those of `words`: what is printed dates them, the screen says “today”. */
export function consentWords(words: Words, log: Pick<Log, 'view'>): ConsentWords {
  const { text } = words;
  const audience = (named: Audience): string => {
    const [kind = '', id] = named.split(':');
    if (id === undefined) return text(`consent.audiences.${kind}`);
    const ngo = ngoAudiences(log.view()).find((each) => each.audience === named);
    return text(`consent.audiences.${kind}`, { name: ngo?.name ?? nameInCapitals(id) });
  };
  const audiences = (named: readonly Audience[]): string =>
    named.length === 0 ? text('forms.consent.everyAudience') : inOneList(named.map(audience), words.locale);
  const scope = (grant: Grant): string =>
    [
      audiences(grant.audiences),
      text(`consent.identity.${grant.identity}`),
      ...grant.categories.map((category) => text(`consent.categories.${category}`)),
    ].join(semicolon(words.locale));
  return {
    audience,
    audiences,
    grant: (grant) => `${text(`consent.actions.${grant.action}`)}${colon(words.locale)}${scope(grant)}`,
    grants(all) {
      const alike = new Map<string, string[]>();
      for (const grant of all) {
        const said = scope(grant);
        alike.set(said, [...(alike.get(said) ?? []), text(`consent.actions.${grant.action}`)]);
      }
      return [...alike].map(
        ([said, actions]) => `${inOneList(actions, words.locale)}${colon(words.locale)}${said}`,
      );
    },
    source: (decision) =>
      text('forms.consent.source', {
        giver: text(`consent.givers.${decision.giver}`),
        on: words.instant(decision.at),
      }),
    until: (decision) =>
      [
        decision.validity &&
          text(`consent.validity.${decision.validity.kind}`, { day: words.day(decision.validity.day) }),
        decision.reviewOn && text('forms.consent.reviewOn', { day: words.day(decision.reviewOn) }),
      ]
        .filter(Boolean)
        .join(' · '),
    effect: (effect) =>
      text(`consent.effects.${effect.when}`, effect.when === 'if-unreachable' ? { hours: effect.hours } : {}),
    refusal(refusal, need) {
      const who = refusal.person ? words.cover(refusal.person) : '';
      const towards = refusal.audience ? audience(refusal.audience) : '';
      const what = refusal.action ? text(`consent.actions.${refusal.action}`) : '';
      const decision =
        refusal.person &&
        fileOf(log.view(), refusal.person).decisions.find(({ id }) => id === refusal.decision);
      const missing = untold(refusal, decision, need?.kind === 'consent' ? need.identity : 'none');
      if (missing.length > 0)
        return text('consent.untold', {
          person: who,
          missing: missing
            .map((element) => text(`consent.informed.${element}`))
            .join(semicolon(words.locale)),
        });
      const kept = notShared(refusal, decision, need);
      if (kept.length > 0)
        return text('consent.notShared', {
          person: who,
          audience: towards,
          what: inOneList(
            kept.map((category) => text(`consent.categories.${category}`)),
            words.locale,
          ),
        });
      return text(`consent.refusals.${refusal.code}`, {
        person: who,
        audience: towards,
        action: what,
        on: refusal.on ? words.day(refusal.on.slice(0, 10)) : '',
      });
    },
  };
}

/** A mission, circle or organisation is kept under a short code; its name is that code in capitals. */
export function nameInCapitals(id: string): string {
  return id
    .split(/[-_\s]+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0).toLocaleUpperCase()}${word.slice(1)}`)
    .join(' ');
}
