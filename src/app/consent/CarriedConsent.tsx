/** The part of a contact that records, in the same save, what they asked us to do and what this conversation settles. */

import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import type { Code } from '../../domain/ids.ts';
import type { ConsentInput, Draft } from '../../log/writing/saving.ts';
import { useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { ConsentEditor } from './ConsentEditor.tsx';
import { startConsent } from './consent-input.ts';
import { mayCount } from './files.ts';
import { WhenYouNextSpeak } from './WhenYouNextSpeak.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' },
});

export interface CarriedConsentProps {
  /** Everybody the form names. */
  readonly codes: readonly Code[];
  readonly draft: Draft;
  readonly showProblems: boolean;
  onAttach(parts: Pick<Draft, 'consent' | 'closes'>): void;
}

export function ConsentInContact(props: CarriedConsentProps): ReactNode {
  const { codes, draft, showProblems, onAttach } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const inputs = draft.consent ?? [];
  const channel = typeof draft.values.channel === 'string' ? draft.values.channel : undefined;
  const change = (about: Code, next: ConsentInput | undefined) => {
    const others = inputs.filter((input) => input.about !== about);
    onAttach({ consent: next ? [...others, next] : others });
  };

  // Somebody taken off the form takes their answer with them: it must not be saved unseen.
  const stray = inputs.some((input) => !codes.includes(input.about));
  useEffect(() => {
    if (stray) onAttach({ consent: inputs.filter((input) => codes.includes(input.about)) });
  });

  return (
    <>
      {codes.map((code) => {
        const input = inputs.find((one) => one.about === code);
        return (
          <Card
            key={code}
            appearance="outline"
            role="group"
            aria-label={text('forms.consent.of', { cover: words.cover(code) })}
          >
            <div className={styles.head}>
              <Text weight="semibold">{text('forms.consent.of', { cover: words.cover(code) })}</Text>
              <Button
                size="small"
                appearance={input ? 'subtle' : 'secondary'}
                onClick={() =>
                  change(
                    code,
                    input
                      ? undefined
                      : startConsent(code, log.today(), channel, mayCount(log, code), log.me.mission.days),
                  )
                }
              >
                {text(input ? 'forms.consent.leaveOut' : 'forms.consent.add')}
              </Button>
            </div>
            {input && (
              <ConsentEditor
                input={input}
                showProblems={showProblems}
                onChange={(next) => change(code, next)}
              />
            )}
          </Card>
        );
      })}
    </>
  );
}

export function CarriedConsent(props: CarriedConsentProps): ReactNode {
  const styles = useStyles();
  const { draft } = props;
  return (
    <div className={styles.stack}>
      <WhenYouNextSpeak
        codes={props.codes}
        closes={draft.closes ?? []}
        consent={draft.consent ?? []}
        channel={typeof draft.values.channel === 'string' ? draft.values.channel : undefined}
        onAttach={props.onAttach}
      />
      <ConsentInContact {...props} />
    </div>
  );
}
