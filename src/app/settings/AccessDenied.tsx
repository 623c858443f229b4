/** Who refused our visits, kept silent or sent us away at the gate: counts of what we asked, never of people. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type AccessLine, accessDenied, visitOutcomes } from '../../domain/access-denied.ts';
import { type PrisonVisit, prisonVisit } from '../../domain/records/prison-visit.ts';
import { daysFor } from '../../domain/usual-days.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
  },
  number: { margin: 0 },
});

export function AccessDenied(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const visits = (view.entries.get(prisonVisit.key) ?? [])
    .filter(({ newer }) => newer !== true)
    .map(({ record }) => record as PrisonVisit);
  const own = log.me.mission.days;
  const lines = accessDenied(visits, log.today(), own);
  return (
    <div className={styles.page}>
      <p className={look.text}>{text('settings.access.why', { count: daysFor('no-reply', own) })}</p>
      {lines.length === 0 ? <p className={look.text}>{text('settings.access.none')}</p> : null}
      {lines.map((line) => (
        <Authority key={line.authority ?? ''} line={line} />
      ))}
    </div>
  );
}

function Authority(props: { readonly line: AccessLine }): ReactNode {
  const { authority, asked, counts, grounds, longest } = props.line;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const title = authority ? text(`choices.visit-authorities.${authority}`) : text('settings.access.unknown');
  const facts: readonly (readonly [string, string | number])[] = [
    [text('settings.access.asked'), asked],
    ...visitOutcomes
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => [text(`choices.visit-outcomes.${outcome}`), counts[outcome]] as const),
    [text('settings.access.longest'), longest],
    ...(grounds.length > 0
      ? [
          [
            text('settings.access.grounds'),
            grounds
              .map(([ground, count]) => `${text(`choices.visit-grounds.${ground}`)} (${count})`)
              .join(', '),
          ] as const,
        ]
      : []),
  ];
  return (
    <section aria-label={title}>
      <h2 className={look.heading}>{title}</h2>
      <dl className={mergeClasses(look.card, styles.facts)}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className={look.quiet}>{label}</dt>
            <dd className={mergeClasses(look.text, styles.number)}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
