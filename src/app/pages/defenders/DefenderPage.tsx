/** One defender on one page: how they are, what they agreed to, what was done and what is owed. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { type ReactNode, useMemo } from 'react';
import { formatCode, isCode } from '../../../domain/codes.ts';
import { comma } from '../../../domain/fields/signs.ts';
import { addDays, type Code } from '../../../domain/ids.ts';
import { codesOf } from '../../../domain/record-kind.ts';
import { risksIn } from '../../../domain/risk.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { marksBetween } from '../../calendar-marks.ts';
import { useKeptInside } from '../../files/kept-inside.ts';
import { TakeOut } from '../../files/TakeOut.tsx';
import { defenderKind } from '../../known-codes.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useSafeContactForm } from '../../record/FormSafeContact.tsx';
import { SafeContactStrip } from '../../record/SafeContactStrip.tsx';
import { BackArrow } from '../../shell/BackArrow.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { dutyByHand, firstKind } from '../../shell/kinds.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { stackOnPaper, useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf, useGo } from '../../shell/navigation.ts';
import { PaperGuard } from '../../shell/PaperGuard.tsx';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { printField } from '../../table/columns.ts';
import { useText, useWords } from '../../words.tsx';
import { MarkLine } from '../calendar/MarkLine.tsx';
import { DutyList } from '../today/DutyList.tsx';
import { NotePromise } from '../today/NotePromise.tsx';
import { dutiesFor } from '../today/whose-duties.ts';
import { CustodyPart } from './CustodyPart.tsx';
import { defenderFacts, isAllRead, isNamedHere } from './defender-facts.ts';
import { FullTimeline } from './FullTimeline.tsx';
import { CircleAbout, ConsentGlance, HeldNotice, OwnData } from './later-parts.ts';
import { Related } from './Related.tsx';
import { RiskChip } from './RiskChip.tsx';
import { RiskPart } from './RiskPart.tsx';
import { ShowNames } from './ShowNames.tsx';
import { Timeline } from './Timeline.tsx';

const useStyles = makeStyles({
  head: { '& button': { '@media print': { display: 'none' } } },
  // The button's own padding would set its text in from the page's edge.
  back: { marginInlineStart: `calc(${tokens.spacingHorizontalM} * -1)` },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  fact: { margin: 0 },
  columns: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(280px, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalXL, minInlineSize: 0 },
  part: { ...stackOnPaper, display: 'grid', rowGap: tokens.spacingVerticalS, minInlineSize: 0 },
  glance: { overflowX: 'auto', '@media print': { overflowX: 'visible' } },
  known: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
  },
});

const DAYS_AHEAD = 365;

export function DefenderPage(props: { readonly code: string }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const go = useGo();
  const view = useView();
  const kept = useKeptInside();
  const back = (
    <div>
      <Button
        appearance="subtle"
        className={styles.back}
        icon={<BackArrow />}
        onClick={() => go({ page: 'defenders' })}
      >
        {text('defenders.back')}
      </Button>
    </div>
  );
  const absent = useMemo(() => {
    if (!isCode(props.code)) return 'unknown';
    return isAllRead(view) && !isNamedHere(view, props.code) ? 'notHere' : undefined;
  }, [view, props.code]);
  if (absent || !isCode(props.code))
    return (
      <div className={look.page}>
        {back}
        <h1 className={look.title}>{text(`defenders.${absent ?? 'unknown'}.title`)}</h1>
        <Notice
          tone="info"
          what={text(`defenders.${absent ?? 'unknown'}.what`)}
          means={text(`defenders.${absent ?? 'unknown'}.means`)}
          next={text(`defenders.${absent ?? 'unknown'}.next`)}
        />
      </div>
    );
  return (
    <div className={look.page}>
      {back}
      <PaperGuard keeps={kept.has(props.code)}>
        <div className={styles.known}>
          <Known code={props.code} />
        </div>
      </PaperGuard>
    </div>
  );
}

function Known({ code }: { readonly code: Code }): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const openForm = useOpenForm();
  const addSafeContact = useSafeContactForm(code, openForm);
  const { zone } = log.me.mission;
  const facts = useMemo(() => defenderFacts(view, code, zone), [view, code, zone]);
  const { own, statuses } = facts;
  const today = log.today();
  const marks = marksBetween(view, today, addDays(today, DAYS_AHEAD), today, (_, { record }) =>
    codesOf(record).includes(code),
  );
  const next = marks.find((mark) => !mark.off);
  const duties = dutiesFor(view.duties, log.me).filter((duty) => duty.about === code);
  const isNothingOwed = duties.length === 0 && isAllRead(view);
  const toSay = duties.filter(({ needsContact }) => needsContact);
  const others = duties.filter(({ needsContact }) => !needsContact);
  const status = statuses[0];
  const risk = risksIn(view.entries).get(code);
  return (
    <>
      <div className={mergeClasses(look.row, styles.head)}>
        <div>
          <h1 className={look.title}>{words.cover(code)}</h1>
          <p className={look.quiet}>{formatCode(code)}</p>
        </div>
        {mayWrite(log.me, firstKind) ? (
          <Button
            appearance="primary"
            icon={<Add20Regular aria-hidden="true" />}
            onClick={() => openForm({ what: 'new', kind: firstKind, values: { about: code } })}
          >
            {text(`kinds.${firstKind}.log`)}
          </Button>
        ) : null}
        {own && mayWrite(log.me, defenderKind) ? (
          <Button
            icon={<Edit20Regular aria-hidden="true" />}
            onClick={() => openForm({ what: 'change', entry: own.entry })}
          >
            {text('defenders.change')}
          </Button>
        ) : null}
        <ShowNames key={code} code={code}>
          <SafeContactStrip code={code} {...(addSafeContact ? { onAdd: addSafeContact } : {})} />
        </ShowNames>
      </div>
      <LazyPart>
        <HeldNotice code={code} />
      </LazyPart>
      <TakeOut
        key={code}
        subject={{ code }}
        kind={defenderKind}
        shown={[...(own ? [own] : []), ...facts.timeline].map(({ entry }) => entry)}
      />
      <dl className={styles.facts}>
        <Fact label={text('defenders.columns.unit')}>
          {own ? printField(defenderKind, 'unit', own.record, words) : text('defenders.onlyNamed')}
        </Fact>
        <Fact label={text('defenders.columns.status')}>
          {status ? printField(status.kind, 'status', status.record, words) : text('defenders.statusUnknown')}
        </Fact>
        <Fact label={text('defenders.columns.risk')}>
          <RiskChip level={risk?.level} />
        </Fact>
        <Fact label={text('defenders.columns.review')}>
          <span className={look.capital}>
            {risk?.review ? words.day(risk.review) : text('defenders.noReview')}
          </span>
        </Fact>
        <Fact label={text('defenders.columns.lastContact')}>
          <span className={look.capital}>
            {facts.lastContactOn
              ? text('defenders.lastBy', {
                  day: words.day(facts.lastContactOn),
                  who: facts.lastContactBy ?? '',
                })
              : text('defenders.never')}
          </span>
        </Fact>
        <Fact label={text('defenders.columns.nextDate')}>
          {next ? (
            <a className={look.link} href={hrefOf({ page: 'entries', id: next.entry })}>
              <span className={look.capital}>{words.day(next.day)}</span>
              {`${comma(words.locale)}${text(`calendar.${next.kind}.${next.word}`)}`}
            </a>
          ) : (
            text('defenders.noNextDate')
          )}
        </Fact>
      </dl>
      {duties.length > 0 || mayWrite(log.me, dutyByHand) ? (
        <section className={styles.part} aria-label={text('defenders.parts.duties')}>
          <div className={mergeClasses(look.row, styles.head)}>
            <h2 className={look.heading}>{text('defenders.parts.duties')}</h2>
            <NotePromise about={code} />
          </div>
          {isNothingOwed ? <p className={look.quiet}>{text('defenders.noDuties')}</p> : null}
          {toSay.length > 0 ? (
            <>
              <h3 className={look.quiet}>{text('defenders.speak')}</h3>
              {toSay.some(({ waits }) => waits) ? (
                <p className={look.quiet}>{text('defenders.speakWaits')}</p>
              ) : null}
              <DutyList duties={toSay} unnamed />
            </>
          ) : null}
          {others.length > 0 ? (
            <>
              {toSay.length > 0 ? <h3 className={look.quiet}>{text('defenders.speakNot')}</h3> : null}
              <DutyList duties={others} unnamed />
            </>
          ) : null}
        </section>
      ) : null}
      <div className={styles.part}>
        <h2 className={look.heading}>{text('defenders.parts.consent')}</h2>
        <div className={styles.glance}>
          <LazyPart fallback={<RowsSkeleton count={4} />}>
            <ConsentGlance code={code} />
          </LazyPart>
        </div>
      </div>
      <div className={styles.columns}>
        <section className={styles.part} aria-label={text('defenders.parts.timeline')}>
          <h2 className={look.heading}>{text('defenders.parts.timeline')}</h2>
          <FullTimeline entries={facts.timeline} empty={text('defenders.noTimeline')} />
        </section>
        <div className={styles.column}>
          <section className={styles.part} aria-label={text('defenders.parts.ahead')}>
            <h2 className={look.heading}>{text('defenders.parts.ahead')}</h2>
            {marks.length === 0 ? <p className={look.quiet}>{text('defenders.nothingAhead')}</p> : null}
            {marks.map((mark) => (
              <div key={`${mark.entry}${mark.word}${mark.day}`}>
                <p className={mergeClasses(look.quiet, look.capital)}>{words.day(mark.day)}</p>
                <MarkLine mark={mark} />
              </div>
            ))}
          </section>
          <RiskPart code={code} />
          <CustodyPart code={code} />
          <section className={styles.part} aria-label={text('defenders.parts.statuses')}>
            <h2 className={look.heading}>{text('defenders.parts.statuses')}</h2>
            <Timeline entries={statuses} empty={text('defenders.statusUnknown')} />
          </section>
          <Related facts={facts} />
          {log.circleIds.length > 0 ? (
            <LazyPart>
              <CircleAbout code={code} />
            </LazyPart>
          ) : null}
          <LazyPart>
            <OwnData code={code} />
          </LazyPart>
        </div>
      </div>
    </>
  );
}

function Fact(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const look = useLook();
  const styles = useStyles();
  return (
    <div>
      <dt className={look.quiet}>{props.label}</dt>
      <dd className={styles.fact}>{props.children}</dd>
    </div>
  );
}
