/** A consular officer's day: the visa bundles given to them, each with its clock and next step, and nothing else. */

import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { type ReactNode, useState } from 'react';
import type { Entry } from '../../domain/record-kind.ts';
import { visaClock } from '../../domain/records/visa/visa-clock.ts';
import { deskClockFacts, deskStep, stageAt } from '../../domain/system/consular-desk.ts';
import { type ConsularFile, consularFile } from '../../domain/system/consular-file.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { ClockChip } from './ClockChip.tsx';
import { Facts } from './Facts.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, minInlineSize: 0 },
  list: { display: 'grid', rowGap: tokens.spacingVerticalM },
  file: { display: 'grid', rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalL },
  people: { display: 'grid', rowGap: tokens.spacingVerticalS },
  nothing: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
  },
  button: {
    justifySelf: 'start',
    '@media (max-width: 480px)': { minBlockSize: '44px' },
    '@media print': { display: 'none' },
  },
});

const facts = [
  'entries',
  'wantedFrom',
  'wantedUntil',
  'stayDays',
  'decidedBy',
  'representedBy',
  'lodgeDirectly',
  'legalStay',
  'priorConsultation',
  'appointmentOn',
  'lodgedOn',
  'admissibleOn',
  'extendedOn',
  'answerAppointment',
  'answerLodged',
  'answerAdmissible',
  'answerExtended',
];
const ofApplicant = ['visaKind', 'entries', 'applies', 'document', 'minor', 'otherParent', 'missing'];
const ofAnswer = ['missing', 'decision', 'decidedOn', 'grounds', 'appealUntil', 'appealNote', 'visaEnds'];

type FileEntry = Entry & { readonly record: ConsularFile };

export function ConsularToday(): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const me = log.me.person;
  const given = ((view.entries.get(consularFile.key) ?? []) as readonly FileEntry[]).filter(
    ({ record }) =>
      record.officer.objectId === me.objectId &&
      record.officer.tenantId === me.tenantId &&
      !record.withdrawnOn,
  );
  const open = given.filter(({ record }) => deskStep(record) !== 'nothing').sort(byClock(log.today()));
  const settled = given.filter(({ record }) => deskStep(record) === 'nothing');
  return (
    <div className={styles.part}>
      <section className={styles.part} aria-label={text('visaDesk.today.title')}>
        <h2 className={look.heading}>
          {text('visaDesk.today.title')} <span className={look.count}>{open.length}</span>
        </h2>
        {open.length === 0 ? (
          <div className={mergeClasses(look.card, styles.nothing)}>
            <CheckmarkCircle20Regular aria-hidden="true" />
            <div>
              <p className={mergeClasses(look.text, look.strong)}>{text('visaDesk.today.none')}</p>
              <p className={look.quiet}>{text('visaDesk.today.noneWhy')}</p>
            </div>
          </div>
        ) : (
          <FileList files={open} />
        )}
        <p className={look.quiet}>{text('visaDesk.today.arriving')}</p>
      </section>
      {settled.length > 0 ? (
        <details className={styles.part}>
          <summary>
            <h2 className={look.heading} style={{ display: 'inline' }}>
              {text('visaDesk.today.settled')} <span className={look.count}>{settled.length}</span>
            </h2>
          </summary>
          <FileList files={settled} />
        </details>
      ) : null}
    </div>
  );
}

/** What is due first stands first. */
function byClock(today: Parameters<typeof visaClock>[1]) {
  const dueOf = ({ record }: FileEntry): string => {
    const known = deskClockFacts(record);
    return (known && visaClock(known, today).next?.day) ?? '9999';
  };
  return (a: FileEntry, b: FileEntry): number => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0);
}

function FileList(props: { readonly files: readonly FileEntry[] }): ReactNode {
  const look = useLook();
  const styles = useStyles();
  return (
    <ul className={mergeClasses(look.list, styles.list)}>
      {props.files.map((file) => (
        <li key={file.entry} className={look.card} data-file={file.entry}>
          <DeskFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function DeskFile(props: { readonly file: FileEntry }): ReactNode {
  const { entry, record } = props.file;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const getsFocusBack = useRestoreFocusTarget();
  const [answering, setAnswering] = useState(false);
  const clock = deskClockFacts(record);
  const answers = new Map((record.answers ?? []).map((row) => [row.id, row]));
  return (
    <article className={styles.file}>
      <div className={look.row}>
        <h3 className={look.heading}>
          {words.cover(record.about)}
          {record.visaKind ? ` · ${text(`choices.visa-kinds.${record.visaKind}`)}` : ''}
        </h3>
        <span className={look.chip}>{text(`choices.visa-stages.${stageAt(record)}`)}</span>
        {record.urgency ? (
          <span className={look.chip}>{text(`choices.visa-urgencies.${record.urgency}`)}</span>
        ) : null}
        {clock ? <ClockChip facts={clock} /> : null}
      </div>
      <p className={mergeClasses(look.text, look.strong)}>{text(`visaDesk.steps.${deskStep(record)}`)}</p>
      <Button
        appearance="primary"
        className={styles.button}
        {...getsFocusBack}
        onClick={() => setAnswering(true)}
      >
        {text(record.answeredOn ? 'visaDesk.today.change' : 'visaDesk.today.answer')}
      </Button>
      <h4 className={look.heading}>{text('visaDesk.today.people')}</h4>
      <ul className={mergeClasses(look.list, styles.people)}>
        {(record.applicants ?? []).map((row) => {
          const answer = answers.get(row.id);
          return (
            <li key={row.id}>
              <span className={look.strong}>{words.cover(row.code)}</span>{' '}
              <span className={look.quiet}>{text(`choices.applicant-roles.${row.role}`)}</span>
              <Facts
                kind={consularFile.key}
                row="applicants"
                keys={answer?.missing ? ofApplicant.filter((key) => key !== 'missing') : ofApplicant}
                record={row}
              />
              {answer ? (
                <Facts kind={consularFile.key} row="answers" keys={ofAnswer} record={answer} />
              ) : null}
            </li>
          );
        })}
      </ul>
      <h4 className={look.heading}>{text('visaDesk.today.facts')}</h4>
      <Facts kind={consularFile.key} keys={facts} record={record} />
      <p className={look.quiet}>
        {text('visaDesk.today.given', { who: record.givenBy.name, day: words.day(record.givenOn) })}
      </p>
      {answering ? <AnswerForm entry={entry} file={record} onClose={() => setAnswering(false)} /> : null}
    </article>
  );
}
