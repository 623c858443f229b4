/** Every decision ever recorded for a defender, newest first; nothing is overwritten. */

import { Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Decision } from '../../domain/consent/consent-file.ts';
import { canonical } from '../../domain/fields/field.ts';
import type { Code } from '../../domain/ids.ts';
import { useView } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { useConsentWords } from './consent-words.ts';
import { fileOf, newestFirst } from './files.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  limits: { whiteSpace: 'pre-wrap' },
});

/** `open` is the decision that was asked for; it is marked and brought into view. */
export function ConsentHistory(props: { readonly code: Code; readonly open?: string }): ReactNode {
  const { code, open } = props;
  const view = useView();
  const text = useText();
  const styles = useStyles();
  const decisions = newestFirst(fileOf(view, code).decisions);
  if (decisions.length === 0) return <Text>{text('forms.consent.noneYet')}</Text>;
  return (
    <ol className={styles.list}>
      {decisions.map((decision) => (
        <li
          key={decision.id}
          aria-current={decision.id === open ? 'true' : undefined}
          ref={(item) => {
            if (decision.id === open) item?.scrollIntoView({ block: 'nearest' });
          }}
        >
          <DecisionCard decision={decision} />
        </li>
      ))}
    </ol>
  );
}

export function DecisionCard(props: { readonly decision: Decision }): ReactNode {
  const { decision } = props;
  const text = useText();
  const styles = useStyles();
  const consentWords = useConsentWords();
  const facts = [
    decision.giverRef !== decision.giverCode && decision.giver !== 'defender' && decision.giverRef,
    decision.whyNotDefender && text(`consent.whyNotDefender.${decision.whyNotDefender}`),
    text(`consent.freeToSpeak.${decision.freeToSpeak}`),
    text(`consent.howWeKnow.${decision.howWeKnow}`),
    text(`choices.channels.${decision.channel}`),
    decision.language && text('forms.consent.inLanguage', { language: decision.language }),
    decision.interpreter && text(`consent.interpreter.${decision.interpreter}`),
    decision.witness && text(`consent.witness.${decision.witness}`),
    decision.effect.when !== 'now' && consentWords.effect(decision.effect),
  ].filter((fact) => typeof fact === 'string');
  const withdrawn = decision.outcome === 'withdrawn';
  return (
    <Card appearance="outline">
      <Text weight="semibold">
        {text(`consent.outcomes.${decision.outcome}`)}
        {' · '}
        {consentWords.source(decision)}
      </Text>
      <Text size={200}>{facts.join(' · ')}</Text>
      {decision.grants.length > 0 && (
        <ul className={styles.lines}>
          {decision.grants.map((grant) => (
            <li key={canonical(grant)}>
              {withdrawn
                ? text('forms.consent.withdrawnRow', { what: consentWords.grant(grant) })
                : consentWords.grant(grant)}
            </li>
          ))}
        </ul>
      )}
      {withdrawn && decision.grants.length === 0 && <Text>{text('forms.consent.everything')}</Text>}
      {decision.refuses.length > 0 && (
        <ul className={styles.lines}>
          {decision.refuses.map((grant) => (
            <li key={canonical(grant)}>
              {text(decision.outcome === 'deferred' ? 'forms.consent.askedRow' : 'forms.consent.refusedRow', {
                what: consentWords.grant(grant),
              })}
            </li>
          ))}
        </ul>
      )}
      {decision.limits && (
        <Text className={styles.limits}>
          {text('forms.consent.line.limits', { limits: decision.limits })}
        </Text>
      )}
      {decision.informed.length > 0 && (
        <Text size={200}>
          {text('forms.consent.toldThem', {
            what: decision.informed.map((element) => text(`consent.informed.${element}`)).join(', '),
          })}
        </Text>
      )}
      <Text size={200}>
        {[consentWords.until(decision), text('forms.consent.notedBy', { who: decision.by.name })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Card>
  );
}
