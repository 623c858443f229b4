/** Hearings and visits ahead, week by week: who goes, what must be said aloud, and our word in one click. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { PersonClock16Regular } from '@fluentui/react-icons/svg/person-clock';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useMemo } from 'react';
import type { Observer } from '../../../domain/circle/observers.ts';
import type { SharedHearing } from '../../../domain/circle/shared-hearings.ts';
import { isWeek, mondayOf, weekOf } from '../../../domain/circle/week.ts';
import { addDays } from '../../../domain/ids.ts';
import type { Circle, CircleEntry, CircleView } from '../../../log/circle/circle.ts';
import { shortDay } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { CodeName } from '../CodeName.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useMissionWords } from '../mission-words.ts';
import { newsOf } from '../news.ts';
import { HearingWord } from './HearingWord.tsx';
import { useHearingWords } from './hearing-words.ts';

const useStyles = makeStyles({
  week: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  hearing: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  observer: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  alert: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  off: { textDecorationLine: 'line-through' },
});

const stateIcons = {
  invited: PersonClock16Regular,
  confirmed: Checkmark16Regular,
  declined: Dismiss16Regular,
} as const satisfies Record<Observer['state'], unknown>;

interface Parts {
  readonly circle: Circle;
  readonly view: CircleView;
}

/** Rows about hearings and visits that are for others: all we may know is the week and that nobody goes. */
function forOthers(view: CircleView, own: string): readonly CircleEntry[] {
  return view.entries.filter(
    ({ content, audience, state, from, coarse }) =>
      content === undefined &&
      from !== own &&
      !audience.some((mission) => mission === own) &&
      (coarse === 'trial' || coarse === 'visit') &&
      (state === 'no-observer' || state === 'observer'),
  );
}

export function HearingsPart(props: Parts): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const styles = useStyles();
  const today = log.today();
  const own = log.me.mission.code;
  const weeks = useMemo(() => {
    const ahead = view.hearings.filter(({ day, state }) => day >= today && state !== 'held');
    const others = forOthers(view, own).filter(({ week }) => week >= weekOf(today));
    const all = new Set<string>([...ahead.map(({ day }) => weekOf(day)), ...others.map(({ week }) => week)]);
    return [...all].sort().map((week) => ({
      week,
      hearings: ahead.filter(({ day }) => weekOf(day) === week),
      others: others.filter((row) => row.week === week),
    }));
  }, [view, today, own]);
  return (
    <section className={shared.part} aria-label={text('circle.hearings.title')}>
      <h2 className={look.heading}>{text('circle.hearings.title')}</h2>
      {weeks.length === 0 ? <p className={look.text}>{text('circle.hearings.nothing')}</p> : null}
      {weeks.map(({ week, hearings, others }) => {
        const monday = isWeek(week) ? mondayOf(week) : today;
        const title = text('circle.hearings.week', {
          from: shortDay(monday, today, words.locale),
          to: shortDay(addDays(monday, 6), today, words.locale),
        });
        return (
          <div key={week} className={styles.week}>
            <h3 className={look.quiet}>{title}</h3>
            <ul className={mergeClasses(look.list, look.card)} aria-label={title}>
              {hearings.map((hearing) => (
                <HearingRow key={hearing.entry} hearing={hearing} circle={circle} view={view} />
              ))}
              {others.map((row) => (
                <OthersRow key={row.entry} row={row} view={view} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function OthersRow(props: { readonly row: CircleEntry; readonly view: CircleView }): ReactNode {
  const { row, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const missions = useMissionWords(view);
  return (
    <li className={styles.hearing}>
      <span className={look.text}>
        {text(`circle.hearings.others.${row.coarse}`, { mission: missions.name(row.from) })}
        {row.state === 'no-observer' ? ` · ${text('circle.hearings.noObserver')}` : ''}
      </span>
    </li>
  );
}

/** `alone`: on its own page, which says already whom it is about and who shared it. */
export function HearingRow(
  props: Parts & { readonly hearing: SharedHearing; readonly alone?: true },
): ReactNode {
  const { circle, view, hearing } = props;
  const text = useText();
  const look = useLook();
  const shared = useCircleLook();
  const styles = useStyles();
  const missions = useMissionWords(view);
  const words = useHearingWords(view);
  const alert = words.alert(hearing);
  const leads = words.leads(hearing);
  return (
    <li className={styles.hearing} data-hearing={hearing.entry} data-about={hearing.linked}>
      <div className={mergeClasses(look.text, hearing.state === 'off' && styles.off)}>
        {props.alone ? (
          <span className={look.strong}>{words.when(hearing)}</span>
        ) : (
          <>
            <CodeName code={hearing.code} linked={hearing.linked} />
            <a className={look.link} href={hrefOf({ page: 'circle', id: hearing.entry })}>
              {words.when(hearing)}
            </a>{' '}
            {newsOf(view, hearing.entry).length > 0 ? (
              <span className={look.chip}>{text('circle.new')}</span>
            ) : null}
          </>
        )}
      </div>
      <span className={look.quiet}>
        {[
          props.alone ? '' : text('circle.sharedBy', { mission: missions.name(hearing.from) }),
          hearing.state === 'off' ? text('circle.hearings.off') : words.count(hearing),
          hearing.answer ? text(`circle.visits.${hearing.answer}`) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {alert ? (
        <span className={styles.alert}>
          <Warning16Regular aria-hidden="true" />
          {alert}
        </span>
      ) : null}
      {hearing.observers.length > 0 ? (
        <ul className={look.list} aria-label={text('circle.hearings.observers')}>
          {hearing.observers.map((observer) => {
            const Icon = stateIcons[observer.state];
            return (
              <li key={observer.mission} className={mergeClasses(look.text, styles.observer)}>
                <Icon aria-hidden="true" />
                <span>{words.observer(observer)}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {leads ? (
        <span className={styles.alert}>
          <Warning16Regular aria-hidden="true" />
          {leads}
        </span>
      ) : null}
      {hearing.proposed && hearing.state === 'ahead' ? (
        <span className={look.quiet}>
          {text('circle.hearings.proposed', { mission: missions.name(hearing.proposed) })}
        </span>
      ) : null}
      {hearing.state === 'ahead' ? (
        <div className={mergeClasses(look.row, shared.noPrint)}>
          <HearingWord circle={circle} view={view} hearing={hearing} />
        </div>
      ) : null}
    </li>
  );
}
