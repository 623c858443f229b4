/** The agenda of a joint meeting, to be read aloud or put on paper: cover names and circle codes, never a name. */

import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useMemo, useState } from 'react';
import { meetingAgenda } from '../../domain/circle/meeting-agenda.ts';
import { requestsIn } from '../../domain/circle/requests.ts';
import type { Circle, CircleView } from '../../log/circle/circle.ts';
import { datedWords } from '../files/dated-words.ts';
import { NotPrinted } from '../files/NotHandedOut.tsx';
import { usePrint } from '../files/use-print.ts';
import { useLog, useView } from '../log-context.tsx';
import { stackOnPaper, useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { agendaSources } from './agenda-sources.ts';
import { BackToCircle } from './BackToCircle.tsx';
import { CodeName } from './CodeName.tsx';
import { useCircleLook } from './circle-look.ts';
import { nameOf } from './circle-name.ts';
import { useHearingWords } from './hearings/hearing-words.ts';
import { useAsked, useMissionWords } from './mission-words.ts';

const useStyles = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '840px',
  },
  lines: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalXS, breakInside: 'avoid' },
});

const weeksOffered = [2, 4, 8] as const;

export function MeetingAgenda(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const log = useLog();
  const mine = useView();
  const text = useText();
  // Others read it, on the day of the meeting, and by their own clocks.
  const words = datedWords(useWords(), log);
  const look = useLook();
  const shared = useCircleLook();
  const styles = useStyles();
  const missions = useMissionWords(view, 'named');
  const asked = useAsked(view, 'named');
  const hearings = useHearingWords(view, words);
  const [weeks, setWeeks] = useState<number>(4);
  const today = log.today();
  const agenda = useMemo(
    () => meetingAgenda(agendaSources(view, mine, requestsIn(view.entries, today), today), weeks),
    [view, mine, today, weeks],
  );
  const print = usePrint('circle', () => []);
  const linkedTo = (entry: string) => view.entries.find((row) => row.entry === entry)?.linked;
  const parts = [
    {
      key: 'requests',
      lines: agenda.requests.map((request) => (
        <li key={request.entry} className={look.text}>
          <CodeName code={request.code} />
          {asked(request)}
          {` · ${text('circle.requests.waits', { missions: missions.names(request.waitsFor) })}`}
        </li>
      )),
    },
    {
      key: 'hearings',
      lines: agenda.hearings.map((hearing) => (
        <li key={hearing.entry} className={look.text} data-about={linkedTo(hearing.entry)}>
          <CodeName code={hearing.code} />
          {hearings.when(hearing)}
          {` · ${hearings.count(hearing)}`}
          {hearing.proposed
            ? ` · ${text('circle.hearings.proposed', { mission: missions.name(hearing.proposed) })}`
            : ''}
        </li>
      )),
    },
    {
      key: 'reviews',
      lines: agenda.reviews.map(({ what, own, code, day }) => (
        <li key={`${what} ${own} ${day}`} className={look.text} data-about={own}>
          <CodeName code={code ?? own} />
          {text(`circle.agenda.reviewDue.${what}`, { day: words.day(day) })}
        </li>
      )),
    },
    {
      key: 'deletions',
      lines: agenda.deletions.map(({ code, mission, asked }) => (
        <li key={`${code} ${mission} ${asked}`} className={look.text}>
          <CodeName code={code} />
          {text('circle.with.asked', { mission: missions.name(mission), day: words.day(asked) })}
        </li>
      )),
    },
    {
      key: 'notVerified',
      lines: agenda.notVerified.map((mission) => (
        <li key={mission} className={look.text}>
          {missions.name(mission)}
        </li>
      )),
    },
  ];
  return (
    <div className={styles.page}>
      <div className={mergeClasses(look.row, shared.noPrint)}>
        <BackToCircle />
        <Select
          aria-label={text('circle.agenda.weeks')}
          value={String(weeks)}
          onChange={(_, data) => setWeeks(Number(data.value))}
        >
          {weeksOffered.map((count) => (
            <option key={count} value={String(count)}>
              {text('circle.agenda.next', { count })}
            </option>
          ))}
        </Select>
        <Button
          className={shared.touch}
          icon={<Print20Regular aria-hidden="true" />}
          onClick={() => print.print()}
        >
          {text('circle.agenda.print')}
        </Button>
      </div>
      <NotPrinted print={print} />
      <div>
        <h2 className={look.title}>{text('circle.agenda.title', { circle: nameOf(circle) })}</h2>
        <p className={look.quiet}>
          {text('circle.agenda.period', { from: words.day(today), to: words.day(agenda.until) })}
        </p>
      </div>
      {parts.map(({ key, lines }) => (
        <section key={key} className={styles.part} aria-label={text(`circle.agenda.${key}`)}>
          <h3 className={look.heading}>{text(`circle.agenda.${key}`)}</h3>
          {lines.length === 0 ? (
            <p className={look.quiet}>{text('circle.agenda.none')}</p>
          ) : (
            <ul className={styles.lines}>{lines}</ul>
          )}
        </section>
      ))}
      <p className={look.quiet}>{text('circle.agenda.rule')}</p>
    </div>
  );
}
