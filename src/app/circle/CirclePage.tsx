/** The circle: what the missions that share a site need of us, the hearings and visits ahead, what was shared, and who they are. */

import { Button, makeStyles, mergeClasses, ProgressBar, Select, tokens } from '@fluentui/react-components';
import { CalendarAgenda20Regular } from '@fluentui/react-icons/svg/calendar-agenda';
import { PeopleSearch20Regular } from '@fluentui/react-icons/svg/people-search';
import { Question20Regular } from '@fluentui/react-icons/svg/question';
import { type ReactNode, useState } from 'react';
import { isEntryId } from '../../domain/ids.ts';
import { may } from '../../domain/roles.ts';
import type { Circle } from '../../log/circle/circle.ts';
import { keepChoice, keptChoice } from '../kept-choice.ts';
import { later } from '../later.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { stackOnPaper, useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { PaperGuard } from '../shell/PaperGuard.tsx';
import type { Route } from '../shell/routes.ts';
import { RowsSkeleton } from '../shell/Skeletons.tsx';
import { useHeld } from '../table/use-steady-rows.ts';
import { useText } from '../words.tsx';
import { BackToCircle } from './BackToCircle.tsx';
import { CIRCLE_CHOICE, nameOf } from './circle-name.ts';
import { HearingsPart } from './hearings/HearingsPart.tsx';
import { LoadPart } from './hearings/LoadPart.tsx';
import { MeetingAgenda } from './MeetingAgenda.tsx';
import { MissionsPart } from './missions/MissionsPart.tsx';
import { NeedsUs } from './needs/NeedsUs.tsx';
import { SharedEntry } from './received/SharedEntry.tsx';
import { SharedList } from './received/SharedList.tsx';
import { AskDialog } from './requests/AskDialog.tsx';
import { RequestsPart } from './requests/RequestsPart.tsx';
import { Still } from './Still.tsx';
import { CircleTrouble } from './site/CircleTrouble.tsx';
import { CircleUndone } from './site/CircleUndone.tsx';
import { ShutCircles } from './site/ShutCircles.tsx';
import { useCircleSites } from './site/use-circle-sites.ts';
import { useCircles, useCircleView, useCircleViews } from './use-circles.ts';

const Matching = later(
  () => import('./match/Matching.tsx').then((file) => file.Matching),
  'matching',
  'pages',
  'forms',
  'consent',
);

const useStyles = makeStyles({
  columns: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalXL, minInlineSize: 0 },
  chooser: { minInlineSize: '200px', '@media (max-width: 480px)': { inlineSize: '100%' } },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  noPrint: { '@media print': { display: 'none' } },
});

export function CirclePage(props: { readonly route: Route }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const { circles, failure, again } = useCircles();
  const sites = useCircleSites();
  const [chosen, setChosen] = useState(() => keptChoice(CIRCLE_CHOICE));
  const views = useCircleViews(circles);
  const { id } = props.route;
  // An address of Today or the calendar names a row, and the row says which circle it is in.
  const holder = isEntryId(id)
    ? views.findIndex((view) => view.entries.some(({ entry }) => entry === id))
    : -1;
  const circle = circles?.[holder] ?? circles?.find((one) => one.id === chosen) ?? circles?.[0];
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.circle')}</h1>
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={again} />}
      <ShutCircles sites={sites} onTried={again} />
      {circles === undefined && failure === undefined ? (
        <div role="status" aria-label={text('circle.opening.what')}>
          <RowsSkeleton count={8} />
        </div>
      ) : null}
      {circles?.length === 0 && sites.value?.length === 0 ? (
        <Notice
          tone="info"
          what={text('circle.none.what')}
          means={text('circle.none.means')}
          next={text('circle.none.next')}
        />
      ) : null}
      {circle && circles && circles.length > 1 && !isEntryId(id) ? (
        <Select
          className={mergeClasses(styles.chooser, styles.noPrint)}
          aria-label={text('circle.choose')}
          value={circle.id}
          onChange={(_, data) => {
            keepChoice(CIRCLE_CHOICE, data.value);
            setChosen(data.value);
          }}
        >
          {circles.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
      ) : null}
      {circle ? (
        <Unheard
          circle={circle}
          onSignIn={async () => {
            await sites.value?.find(({ site }) => site.id === circle.id)?.site.again();
          }}
        />
      ) : null}
      {circle ? <OneCircle key={circle.id} circle={circle} route={props.route} /> : null}
    </div>
  );
}

/** It was open, and its host does not answer any more. */
function Unheard(props: { readonly circle: Circle; readonly onSignIn: () => Promise<void> }): ReactNode {
  const { circle } = props;
  const { trouble, asOf } = useCircleView(circle);
  if (!trouble) return null;
  return (
    <CircleTrouble
      trouble={trouble}
      site={circle.id}
      asOf={asOf}
      onAgain={async () => {
        if (trouble === 'signed-out') await props.onSignIn();
        await circle.refresh().catch(() => undefined);
      }}
    />
  );
}

function OneCircle(props: { readonly circle: Circle; readonly route: Route }): ReactNode {
  const { circle, route } = props;
  const view = useCircleView(circle);
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const hold = useHeld();
  if (route.id === 'same-person')
    return (
      <>
        <BackToCircle />
        <LazyPart fallback={<RowsSkeleton count={4} />}>
          <Matching circle={circle} view={view} />
        </LazyPart>
      </>
    );
  if (route.id === 'agenda') return <MeetingAgenda circle={circle} view={view} />;
  const id = route.id;
  if (isEntryId(id)) return <SharedEntry key={id} circle={circle} view={view} entry={id} />;
  return (
    <>
      <div className={mergeClasses(look.row, styles.noPrint)}>
        <h2 className={look.title}>{nameOf(circle)}</h2>
        {may(log.me, 'act') ? (
          <Button
            appearance="primary"
            className={styles.touch}
            icon={<Question20Regular aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            {text('circle.ask.open')}
          </Button>
        ) : null}
        <Button
          as="a"
          className={styles.touch}
          href={hrefOf({ page: 'circle', id: 'agenda' })}
          icon={<CalendarAgenda20Regular aria-hidden="true" />}
        >
          {text('circle.agenda.open')}
        </Button>
        <Button
          as="a"
          className={styles.touch}
          href={hrefOf({ page: 'circle', id: 'same-person' })}
          icon={<PeopleSearch20Regular aria-hidden="true" />}
        >
          {text('circle.samePerson')}
        </Button>
      </div>
      <CircleUndone circle={circle} view={view} />
      <Opening view={view} />
      <div {...hold.around}>
        <Still className={styles.columns}>
          <div className={styles.column}>
            <PaperGuard keeps said={text('circle.notOnPaper')}>
              <NeedsUs circle={circle} view={view} held={hold.held} />
              <HearingsPart circle={circle} view={view} />
              <RequestsPart circle={circle} view={view} />
              <SharedList circle={circle} view={view} />
            </PaperGuard>
          </div>
          <div className={styles.column}>
            <MissionsPart view={view} />
            <LoadPart view={view} />
          </div>
        </Still>
      </div>
      {asking ? <AskDialog circle={circle} view={view} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** How far the envelopes are opened; what is already there can be used. */
function Opening(props: { readonly view: ReturnType<Circle['view']> }): ReactNode {
  const { opening } = props.view;
  const text = useText();
  const look = useLook();
  if (!opening || opening.done >= opening.all) return null;
  const said = text('circle.opening.progress', opening);
  return (
    <div>
      <p className={look.quiet} role="status">
        {said}
      </p>
      <ProgressBar value={opening.done} max={opening.all} aria-label={said} />
    </div>
  );
}
