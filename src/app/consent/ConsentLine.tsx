/** Beside a button that acts: the consent that covers the step, by whom, until when, and its limits in full. */

import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Cover } from '../../domain/consent/decision.ts';
import type { ConsentNeed } from '../../domain/consent/need.ts';
import { useLog, useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { useConsentWords } from './consent-words.ts';
import { fileOf } from './files.ts';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalXS,
    maxHeight: '30vh',
    overflowY: 'auto',
  },
  line: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalXS },
  limits: {
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    whiteSpace: 'pre-wrap',
  },
});

/** Decides from what is in memory; saving decides again on a fresh read. */
export function ConsentLine(props: { readonly need: ConsentNeed }): ReactNode {
  const { need } = props;
  const log = useLog();
  const text = useText();
  const styles = useStyles();
  const consentWords = useConsentWords();
  useView();
  const verdict = log.decide(need);
  const covers = onePerDecision(verdict.covers);
  return (
    <section className={styles.lines} aria-label={text('forms.consent.line.title')}>
      {covers.map((cover) => (
        <CoverLine key={`${cover.person} ${cover.decision}`} cover={cover} />
      ))}
      {[...new Set(verdict.refusals.map((refusal) => consentWords.refusal(refusal, need)))].map(
        (sentence) => (
          <div className={styles.line} key={sentence}>
            <Warning16Regular aria-hidden="true" />
            <Text size={200}>{sentence}</Text>
          </div>
        ),
      )}
      {!verdict.allowed && (
        <Text size={200}>
          {text(need.tense === 'past' ? 'forms.consent.line.past' : 'forms.consent.line.missing')}
        </Text>
      )}
    </section>
  );
}

function CoverLine(props: { readonly cover: Cover }): ReactNode {
  const { cover } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const consentWords = useConsentWords();
  const styles = useStyles();
  const decision = fileOf(view, cover.person).decisions.find(({ id }) => id === cover.decision);
  return (
    <div className={styles.line}>
      <CheckmarkCircle16Regular aria-hidden="true" />
      <div>
        <Text size={200} block>
          {decision
            ? text('forms.consent.line.covered', {
                cover: words.cover(cover.person),
                source: consentWords.source(decision),
                until: consentWords.until(decision),
              })
            : text('forms.consent.line.principle', { cover: words.cover(cover.person) })}
        </Text>
        {cover.warnings.map((warning) => (
          <Text size={200} block key={warning}>
            {text(`consent.warnings.${warning}`)}
          </Text>
        ))}
        {cover.limits && (
          <Text size={200} block className={styles.limits}>
            {text('forms.consent.line.limits', { limits: cover.limits })}
          </Text>
        )}
      </div>
    </div>
  );
}

function onePerDecision(covers: readonly Cover[]): readonly Cover[] {
  const seen = new Map(covers.map((cover) => [`${cover.person} ${cover.decision}`, cover]));
  return [...seen.values()];
}
