/**
 * Beside a visa request, or its bundle: its clock, who at the consular desk has it, what they answered, taking that over,
 * and taking the bundle back, also when the request is not there any more.
 */

import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Entry } from '../../domain/record-kind.ts';
import { clockFacts } from '../../domain/records/visa/visa-bundle.ts';
import type { VisaRequest } from '../../domain/records/visa/visa-request-fields.ts';
import { may } from '../../domain/roles.ts';
import { answerFor } from '../../domain/system/consular-answer.ts';
import { type ConsularFile, consularFile } from '../../domain/system/consular-file.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useOpenForm } from '../shell/form-door.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText, useWords } from '../words.tsx';
import { ClockChip } from './ClockChip.tsx';
import { Facts } from './Facts.tsx';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    breakInside: 'avoid',
  },
  people: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  button: {
    '@media (max-width: 480px)': { minBlockSize: '44px' },
  },
});

const answered = ['answerStage', 'answerAppointment', 'answerLodged', 'answerAdmissible', 'answerExtended'];
const ofAnswer = ['missing', 'decision', 'decidedOn', 'grounds', 'appealUntil', 'appealNote', 'visaEnds'];

type Doing = 'giving' | 'taking-over' | 'taking-back';
type Told = 'refused' | 'not-taken' | 'done';

export function VisaDesk(props: { readonly entry: Entry }): ReactNode {
  const { entry } = props;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const openForm = useOpenForm();
  const [doing, setDoing] = useState<Doing>();
  const [told, setTold] = useState<Told>();
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const officers = log.me.mission.people.filter(
    (one) => may(one, 'answer-visas') && (one.to === undefined || one.to >= log.today()),
  );
  const [picked, setPicked] = useState(0);
  const id = entry.kind === consularFile.key ? (entry.record as ConsularFile).request : entry.entry;
  const request = view.byEntry.get(id)?.record as VisaRequest | undefined;
  const file = view.entries.get(consularFile.key)?.find(({ record }) => record.request === id)?.record as
    | ConsularFile
    | undefined;
  const given = file && !file.withdrawnOn ? file : undefined;
  const acts = may(log.me, 'record') && may(log.me, 'act');
  const covered = given && consularFile.need(given);
  const consentGone = covered?.kind === 'consent' && log.decide(covered).left.length > 0;
  const changes = given && request && answerFor(request, given);

  async function act(what: Doing, work: () => Promise<{ readonly outcome: string }>): Promise<void> {
    setDoing(what);
    setTold(undefined);
    setFailure(undefined);
    try {
      const { outcome } = await work();
      const went = outcome === 'saved' || outcome === 'nothing';
      setTold(went ? 'done' : what === 'taking-over' ? 'not-taken' : 'refused');
    } catch (cause) {
      setFailure(cause);
    }
    setDoing(undefined);
    setSure(false);
  }
  const give = () => {
    const officer = given?.officer ?? officers[picked];
    if (officer) {
      const { objectId, tenantId, name } = officer;
      void act('giving', () => log.consular.give(id, { objectId, tenantId, name }));
    }
  };

  return (
    <section className={mergeClasses(look.card, styles.part)} aria-label={text('visaDesk.panel.title')}>
      <div className={look.row}>
        <h3 className={look.heading}>{text('visaDesk.panel.title')}</h3>
        {request ? <ClockChip facts={clockFacts(request)} /> : null}
      </div>
      {given ? (
        <p className={look.text}>
          {text('visaDesk.panel.givenTo', { who: given.officer.name, day: words.day(given.givenOn) })}{' '}
          {given.answeredOn ? '' : text('visaDesk.panel.waiting')}
        </p>
      ) : (
        <p className={look.quiet}>
          {file?.withdrawnOn
            ? text('visaDesk.panel.takenBack', { day: words.day(file.withdrawnOn) })
            : text('visaDesk.panel.closed')}
        </p>
      )}
      {consentGone ? <Notice tone="error" what={text('visaDesk.panel.consentGone')} /> : null}
      {given?.answeredOn ? (
        <div className={styles.people}>
          <p className={mergeClasses(look.text, look.strong)}>
            {text('visaDesk.panel.answered', { day: words.day(given.answeredOn) })}
          </p>
          <Facts kind={consularFile.key} keys={answered} record={given} />
          {(given.answers ?? []).map((answer) => {
            const applicant = given.applicants?.find(({ id }) => id === answer.id);
            return applicant ? (
              <div key={answer.id}>
                <span className={look.strong}>{words.cover(applicant.code)}</span>
                <Facts kind={consularFile.key} row="answers" keys={ofAnswer} record={answer} />
              </div>
            ) : null;
          })}
          {given.answerNote ? (
            <p className={look.text} dir="auto">
              {text('visaDesk.panel.word', { note: given.answerNote })}
            </p>
          ) : null}
          {changes || !request ? null : <p className={look.quiet}>{text('visaDesk.panel.same')}</p>}
        </div>
      ) : null}
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
      {told === 'refused' || told === 'not-taken' ? (
        <Notice
          role="alert"
          tone="error"
          what={text(told === 'refused' ? 'visaDesk.panel.refused' : 'visaDesk.panel.notTaken')}
          actions={
            <Button size="small" onClick={() => openForm({ what: 'change', entry: id })}>
              {text('visaDesk.panel.openRequest')}
            </Button>
          }
        />
      ) : null}
      {acts && !given && officers.length === 0 ? (
        <p className={look.text}>{text('visaDesk.panel.nobody')}</p>
      ) : null}
      {acts && !given && officers.length > 1 ? (
        <Field label={text('visaDesk.panel.officer')}>
          <Select value={String(picked)} onChange={(_, data) => setPicked(Number(data.value))}>
            {officers.map(({ objectId, name }, index) => (
              <option key={objectId} value={String(index)}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {sure ? (
        <Notice
          role="alert"
          tone="warning"
          what={text('visaDesk.panel.sure')}
          actions={
            <>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={doing !== undefined}
                onClick={() => void act('taking-back', () => log.consular.takeBack(id))}
              >
                {text('visaDesk.panel.sureYes')}
              </Button>
              <Button size="small" onClick={() => setSure(false)}>
                {text('visaDesk.panel.sureNo')}
              </Button>
            </>
          }
        />
      ) : null}
      {acts ? (
        <div className={look.row}>
          {changes ? (
            <Button
              appearance="primary"
              className={styles.button}
              disabledFocusable={doing !== undefined}
              onClick={() => void act('taking-over', () => log.consular.takeOver(id))}
            >
              {text(doing === 'taking-over' ? 'visaDesk.panel.takingOver' : 'visaDesk.panel.takeOver')}
            </Button>
          ) : null}
          {request && !request.closedOn && (given || officers.length > 0) ? (
            <Button
              {...(changes || given ? {} : { appearance: 'primary' as const })}
              className={styles.button}
              disabledFocusable={doing !== undefined}
              onClick={give}
            >
              {text(
                doing === 'giving'
                  ? 'visaDesk.panel.giving'
                  : given
                    ? 'visaDesk.panel.giveAgain'
                    : 'visaDesk.panel.give',
              )}
            </Button>
          ) : null}
          {given && !sure ? (
            <Button
              className={styles.button}
              disabledFocusable={doing !== undefined}
              onClick={() => setSure(true)}
            >
              {text('visaDesk.panel.takeBack')}
            </Button>
          ) : null}
          <span role="status" className={look.quiet}>
            {told === 'done' ? text('visaDesk.panel.done') : ''}
          </span>
        </div>
      ) : null}
    </section>
  );
}
