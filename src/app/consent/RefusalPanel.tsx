/** A refusal where the person was working: whose consent is missing and why, and three ways on. */

import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { Refusal, Verdict } from '../../domain/consent/decision.ts';
import type { ConsentNeed } from '../../domain/consent/need.ts';
import { comma } from '../../domain/fields/signs.ts';
import type { Code, EntryId } from '../../domain/ids.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useText, useWords } from '../words.tsx';
import { askedNoAnswer } from './consent-input.ts';
import { useConsentWords } from './consent-words.ts';
import { RecordConsent } from './RecordConsent.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  ways: {
    border: 'none',
    marginInline: 0,
    marginBlockEnd: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
});

export function RefusalPanel(props: {
  readonly verdict: Verdict;
  /** The entry that was refused; a decision taken because of it quotes it. */
  readonly source?: EntryId;
  /** Consent was recorded: the step may be tried again. */
  onAnswered(): void;
  /** Several are asked one after the other: the panel must stay although the answer of the first may carry the step. */
  onRecording?(recording: boolean): void;
  /** Absent where there is no other measure to choose. */
  readonly onChooseAnother?: () => void;
}): ReactNode {
  const { verdict, source, onAnswered, onChooseAnother } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const consentWords = useConsentWords();
  const [recording, setRecording] = useState<{
    readonly codes: readonly Code[];
    readonly need: ConsentNeed;
  }>();
  const [asked, setAsked] = useState<'no' | 'noting' | 'noted'>('no');
  const [failed, setFailed] = useState<unknown>();
  const { need } = verdict;
  const persons = personsOf(verdict.refusals);

  // Made once for each person: a second try after a lost answer is the same note.
  const ids = useRef(new Map<Code, EntryId>());
  function idFor(person: Code): EntryId {
    const id = ids.current.get(person) ?? log.newEntryId();
    ids.current.set(person, id);
    return id;
  }

  async function noteAsked(): Promise<void> {
    if (need.kind !== 'consent') return;
    setAsked('noting');
    setFailed(undefined);
    try {
      for (const person of persons)
        await log.recordConsent(askedNoAnswer(need, person, log.today()), {
          id: idFor(person),
          ...(source ? { source } : {}),
        });
      setAsked('noted');
    } catch (error) {
      setAsked('no');
      setFailed(error);
    }
  }
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{text('forms.refusal.title')}</MessageBarTitle>
        <ul className={styles.list}>
          {sentences(verdict.refusals, (refusal) => consentWords.refusal(refusal, need)).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {verdict.cleared.length > 0 && (
          <Text block>
            {text('forms.refusal.others', {
              who: verdict.cleared.map(words.cover).join(comma(words.locale)),
            })}
          </Text>
        )}
        <Text block>{text('forms.refusal.kept')}</Text>
        <fieldset className={styles.ways} aria-label={text('forms.refusal.ways')}>
          {persons.length > 0 && need.kind === 'consent' && (
            <>
              <Button
                appearance="primary"
                onClick={() => {
                  setRecording({ codes: persons, need });
                  props.onRecording?.(true);
                }}
              >
                {text('forms.refusal.record')}
              </Button>
              <Button disabledFocusable={asked !== 'no'} onClick={() => void noteAsked()}>
                {text('forms.refusal.asked')}
              </Button>
            </>
          )}
          {onChooseAnother ? (
            <Button onClick={onChooseAnother}>{text('forms.refusal.another')}</Button>
          ) : null}
        </fieldset>
        {asked === 'noted' && <Text role="status">{text('forms.refusal.noted')}</Text>}
        {failed !== undefined && <FailureNotice cause={failed} onRetry={() => void noteAsked()} />}
        {recording && (
          <RecordConsent
            {...recording}
            {...(source ? { source } : {})}
            onClose={(isComplete) => {
              setRecording(undefined);
              props.onRecording?.(false);
              if (isComplete) onAnswered();
            }}
          />
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function personsOf(refusals: readonly Refusal[]): readonly Code[] {
  return [...new Set(refusals.map(({ person }) => person).filter((person) => person !== undefined))];
}

/** One sentence per person and reason. */
function sentences(refusals: readonly Refusal[], say: (refusal: Refusal) => string): readonly string[] {
  return [...new Set(refusals.map(say))];
}
