/** What is owed to the people of this contact, as ticks: told, asked, done, each closed by the same save. */

import { Checkbox, Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import type { Duty } from '../../domain/duties/duty.ts';
import type { Code } from '../../domain/ids.ts';
import type { ConsentInput, Draft, DutyClosing } from '../../log/writing/saving.ts';
import { dutyValues } from '../duty-words.ts';
import { InputGroup } from '../fields/InputGroup.tsx';
import { useLog, useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { answerAgain, asksConsent, closingOf, reactions, withClosing } from './closings.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  column: { display: 'flex', flexDirection: 'column' },
});

export function WhenYouNextSpeak(props: {
  readonly codes: readonly Code[];
  readonly closes: readonly DutyClosing[];
  /** The answers that this save carries. */
  readonly consent: readonly ConsentInput[];
  readonly channel: string | undefined;
  onAttach(parts: Pick<Draft, 'consent' | 'closes'>): void;
}): ReactNode {
  const { codes, closes, consent, channel, onAttach } = props;
  const view = useView();
  const log = useLog();
  const today = log.today();
  const text = useText();
  const styles = useStyles();
  const offered = view.duties.flatMap((duty) => {
    const closing = duty.about && codes.includes(duty.about) ? closingOf(duty, today) : undefined;
    return closing && duty.about ? [{ duty: { ...duty, about: duty.about }, closing }] : [];
  });
  const onChange = (next: readonly DutyClosing[]): void => onAttach({ closes: next });
  function tick(duty: (typeof offered)[number]['duty'], closing: DutyClosing | undefined): void {
    const answered = consent.some(({ about }) => about === duty.about);
    onAttach({
      closes: withClosing(closes, duty.id, closing),
      ...(closing && asksConsent(duty) && !answered
        ? { consent: [...consent, answerAgain(duty, view, today, channel, log.me.mission.days)] }
        : {}),
    });
  }
  // A question about consent is settled by its answer: taken off the form, the tick goes with it.
  const unanswered = offered.filter(
    ({ duty }) =>
      asksConsent(duty) &&
      closes.some((one) => one.duty === duty.id) &&
      !consent.some(({ about }) => about === duty.about),
  );
  useEffect(() => {
    if (unanswered.length > 0)
      onAttach({ closes: closes.filter((one) => !unanswered.some(({ duty }) => duty.id === one.duty)) });
  });
  if (offered.length === 0) return null;
  return (
    <Field label={text('forms.speak.title')} hint={text('forms.speak.hint')}>
      <InputGroup className={styles.column}>
        {offered.map(({ duty, closing }) => {
          const chosen = closes.find((one) => one.duty === duty.id);
          return (
            <div key={duty.id} className={styles.line}>
              <Checkbox
                label={<DutySentence duty={duty} outcome={asksConsent(duty) ? 'asked' : closing.outcome} />}
                checked={chosen !== undefined}
                onChange={(_, data) => tick(duty, data.checked ? closing : undefined)}
              />
              {chosen?.outcome === 'told' && (
                <Dropdown
                  aria-label={text('forms.speak.reaction')}
                  placeholder={text('forms.speak.reaction')}
                  value={chosen.reaction ? text(`forms.speak.reactions.${chosen.reaction}`) : ''}
                  selectedOptions={chosen.reaction ? [chosen.reaction] : []}
                  onOptionSelect={(_, data) => {
                    const reaction = reactions.find((one) => one === data.optionValue);
                    if (reaction) onChange(withClosing(closes, duty.id, { ...chosen, reaction }));
                  }}
                >
                  {reactions.map((reaction) => (
                    <Option key={reaction} value={reaction}>
                      {text(`forms.speak.reactions.${reaction}`)}
                    </Option>
                  ))}
                </Dropdown>
              )}
            </div>
          );
        })}
      </InputGroup>
    </Field>
  );
}

function DutySentence(props: {
  readonly duty: Duty;
  readonly outcome: DutyClosing['outcome'] | 'asked';
}): ReactNode {
  const { duty, outcome } = props;
  const text = useText();
  const words = useWords();
  const cover = duty.about ? words.cover(duty.about) : '';
  return text('forms.speak.line', {
    done: text(`forms.speak.outcomes.${outcome}`),
    duty: text(`duties.${duty.kind}.sentence`, { ...dutyValues(duty, words, useLog().today()), cover }),
  });
}
