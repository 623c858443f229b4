/** The answers to "May I?": yes, no, or the limits in the giver's own words. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { ConsentAction } from '../../domain/consent/need.ts';
import type { Code } from '../../domain/ids.ts';
import { useConsentWords } from '../consent/consent-words.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';
import { mayI } from './may-i.ts';

const useStyles = makeStyles({
  group: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  answer: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  yes: { color: tokens.colorStatusSuccessForeground3 },
  limits: { color: tokens.colorStatusWarningForeground3 },
  no: { color: tokens.colorStatusDangerForeground3 },
  quote: { margin: 0, fontStyle: 'italic' },
});

const icons = {
  yes: CheckmarkCircle20Regular,
  limits: Warning20Regular,
  no: DismissCircle20Regular,
} as const;

export function MayIAnswers(props: {
  readonly defenders: readonly { readonly code: Code; readonly cover: string }[];
  readonly actions: readonly ConsentAction[];
}): ReactNode {
  const log = useLog();
  const consent = useConsentWords();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={styles.group} aria-label={text('shell.search.mayI')}>
      <h2 className={look.heading}>{text('shell.search.mayI')}</h2>
      <ul className={look.list}>
        {props.defenders.flatMap(({ code, cover }) =>
          props.actions
            .flatMap((action) => mayI(code, action, (need) => log.decide(need)))
            .map(({ action, audience, answer, identity, limits, because }) => {
              const Icon = icons[answer];
              return (
                <li key={`${code}${action}${audience}`} className={styles.answer} data-answer={answer}>
                  <Icon className={styles[answer]} aria-hidden="true" />
                  <div>
                    <span className={look.strong}>{text(`shell.search.answers.${answer}`)}</span>{' '}
                    {text('shell.search.question', {
                      cover,
                      action: text(`consent.actions.${action}`),
                      audience: consent.audience(audience),
                    })}{' '}
                    <span className={look.quiet}>
                      {identity ? text(`consent.identity.${identity}`) : ''}
                      {because.map((refusal) => consent.refusal(refusal)).join(' ')}
                    </span>
                    {limits.map((limit) => (
                      <p key={limit} className={mergeClasses(look.quiet, styles.quote)}>
                        {text('shell.search.limit', { limit })}
                      </p>
                    ))}
                  </div>
                </li>
              );
            }),
        )}
      </ul>
      <p className={look.quiet}>{text('shell.search.mayINote')}</p>
    </section>
  );
}
