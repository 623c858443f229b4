/** Until when a decision counts, when to ask again, and from when it counts at all. */

import { Field, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Effect } from '../../domain/consent/consent-file.ts';
import { defaultReviewOn, defaultValidity } from '../../domain/consent/presets.ts';
import { isDay } from '../../domain/ids.ts';
import { proceeding } from '../../domain/records/proceeding.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';
import { DayInput } from '../fields/DayControl.tsx';
import { useLog, useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { useConsentWords } from './consent-words.ts';
import { PickOne } from './PickOne.tsx';
import { endOf, endsOffered, proceedingIn, withEnd } from './validity-choices.ts';

const effects = ['now', 'if-arrested', 'if-unreachable', 'if-missing', 'if-killed'] as const;

export function ConsentTimes(props: {
  readonly input: ConsentInput;
  onChange(input: ConsentInput): void;
}): ReactNode {
  const { input, onChange } = props;
  const text = useText();
  const words = useWords();
  const view = useView();
  const consentWords = useConsentWords();
  const log = useLog();
  const [today, own] = [log.today(), log.me.mission.days];
  const { validity, reviewOn: _, ...bare } = input;
  const day = validity?.day ?? defaultValidity(today, own).day;
  const end = endOf(validity);
  function nameOf(choice: string): string {
    const proceeding = proceedingIn(choice);
    return proceeding === undefined
      ? text(`forms.consent.validities.${choice}`)
      : text('forms.consent.validities.proceeding', {
          which: words.entry(proceeding) ?? text('forms.entry.notHere'),
        });
  }
  return (
    <>
      <Field label={text('forms.consent.validity')} hint={text('forms.consent.validityHint')}>
        <PickOne
          keys={endsOffered(view.entries.get(proceeding.key) ?? [], input)}
          value={end}
          name={nameOf}
          onPick={(choice) => onChange(withEnd(input, choice, day))}
          onClear={() => onChange(withEnd(input, undefined, day))}
        />
      </Field>
      {end && (
        <Field label={text('forms.consent.lastDay')}>
          <DayInput value={day} onChange={(raw) => isDay(raw) && onChange(withEnd(input, end, raw))} />
        </Field>
      )}
      <Field label={text('forms.consent.review')}>
        <DayInput
          value={input.reviewOn ?? ''}
          onChange={(raw) =>
            onChange({
              ...bare,
              ...(validity ? { validity } : {}),
              ...(isDay(raw) ? { reviewOn: raw } : {}),
            })
          }
        />
      </Field>
      <Field label={text('forms.consent.effect')} hint={text('forms.consent.effectHint')}>
        <PickOne
          keys={effects}
          value={input.effect.when}
          name={(key) => consentWords.effect(effectOf(key, input.effect))}
          onPick={(when) =>
            onChange({
              ...input,
              effect: effectOf(when, input.effect),
              reviewOn: defaultReviewOn(input, today, effectOf(when, input.effect), own),
            })
          }
        />
      </Field>
      {input.effect.when === 'if-unreachable' && (
        <Field label={text('forms.consent.hours')}>
          <Input
            type="number"
            min={1}
            value={String(input.effect.hours)}
            onChange={(_, data) =>
              onChange({
                ...input,
                effect: { when: 'if-unreachable', hours: Math.max(1, Math.round(Number(data.value) || 1)) },
              })
            }
          />
        </Field>
      )}
    </>
  );
}

const DEFAULT_HOURS = 48;

/** `before` keeps its hours. */
function effectOf(when: Effect['when'], before: Effect): Effect {
  if (when !== 'if-unreachable') return { when };
  return { when, hours: before.when === when ? before.hours : DEFAULT_HOURS };
}
