/** Who refused our visits, kept silent or sent us away at the gate: counts of what we asked, never of people, and each request below. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type AccessLine, accessDenied, visitOutcomes } from '../../domain/access-denied.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { prisonVisit } from '../../domain/records/visit/prison-visit.ts';
import type { PrisonVisit } from '../../domain/records/visit/prison-visit-fields.ts';
import { daysFor } from '../../domain/usual-days.ts';
import { useLog, useView } from '../log-context.tsx';
import { stackOnPaper, useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { coverOf } from '../table/columns.ts';
import { glanceOf } from '../table/glances.ts';
import { useText, useWords } from '../words.tsx';

const useStyles = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
  },
  number: { margin: 0 },
  summary: { paddingBlock: tokens.spacingVerticalS },
  request: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
});

export function AccessDenied(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const visits = (view.entries.get(prisonVisit.key) ?? []).filter(({ newer }) => newer !== true);
  const own = log.me.mission.days;
  const records = visits.map(({ record }) => record as PrisonVisit);
  const lines = accessDenied(records, log.today(), own);
  return (
    <div className={styles.page}>
      <p className={look.text}>{text('settings.access.why', { count: daysFor('no-reply', own) })}</p>
      {lines.length === 0 ? <p className={look.text}>{text('settings.access.none')}</p> : null}
      {lines.map((line) => (
        <Authority key={line.authority ?? ''} line={line} visits={visits} />
      ))}
    </div>
  );
}

function Authority(props: { readonly line: AccessLine; readonly visits: readonly Entry[] }): ReactNode {
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
      <details>
        <summary className={mergeClasses(look.text, styles.summary)}>
          {text('settings.access.requests')}
        </summary>
        <ul className={mergeClasses(look.list, look.card)}>
          {props.visits
            .filter(({ record }) => record.askedTo === authority)
            .map((entry) => (
              <Request key={entry.entry} entry={entry} />
            ))}
        </ul>
      </details>
    </section>
  );
}

/** One request: when and by which note, and how long until which answer. Nothing for a visit that was not asked for. */
function Request(props: { readonly entry: Entry }): ReactNode {
  const { entry } = props;
  const log = useLog();
  const words = useWords();
  const { text } = words;
  const look = useLook();
  const styles = useStyles();
  const visit = entry.record as PrisonVisit;
  const waited = glanceOf(entry, { today: log.today(), own: log.me.mission.days }, words);
  if (!waited || visit.askedOn === undefined) return null;
  const asked = [
    text('settings.access.askedOn', { day: words.day(visit.askedOn) }),
    visit.askedBy ? text(`choices.visit-means.${visit.askedBy}`) : '',
    visit.ourReference ?? '',
    visit.theirReference ?? '',
  ];
  const answered = [
    `${text('glances.visit-wait.label')}: ${waited}`,
    visit.answeredOn ? text('settings.access.answeredOn', { day: words.day(visit.answeredOn) }) : '',
  ];
  return (
    <li className={styles.request} data-entry={entry.entry}>
      <a className={mergeClasses(look.link, look.strong)} href={hrefOf({ page: 'entries', id: entry.entry })}>
        {[coverOf(entry, words), visit.facility ?? ''].filter(Boolean).join(' · ')}
      </a>
      <p className={look.text}>{asked.filter(Boolean).join(' · ')}</p>
      <p className={look.text}>{answered.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
