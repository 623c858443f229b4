/** The consular officer's answer on a bundle: how far it is, what is missing, and a decision for each applicant. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EntryId } from '../../domain/ids.ts';
import { type AnyRecord, checkRecord, type Problems } from '../../domain/record-kind.ts';
import { visaFields } from '../../domain/records/visa/visa-request-fields.ts';
import { type Answer, answered, answerFields, stageAt } from '../../domain/system/consular-desk.ts';
import { type ConsularFile, consularFile } from '../../domain/system/consular-file.ts';
import { FieldBox } from '../fields/FieldBox.tsx';
import { useLog } from '../log-context.tsx';
import { DialogFrame } from '../shell/DialogFrame.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText, useWords } from '../words.tsx';
import { Facts } from './Facts.tsx';

const useStyles = makeStyles({
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  person: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    minInlineSize: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

const days = ['answerAppointment', 'answerLodged', 'answerAdmissible', 'answerExtended'] as const;
/** Where the first field that is marked takes the keyboard. */
const marked = '[data-invalid] :is(input, button, textarea)';
const ofApplicant = ['missing', 'decision', 'decidedOn', 'grounds', 'appealUntil', 'appealNote', 'visaEnds'];

/** What was answered before, or how far it is and what is missing as it was given. */
function openingOf(file: ConsularFile): AnyRecord {
  const before = Object.fromEntries(
    answerFields.flatMap((key) => (file[key] === undefined ? [] : [[key, file[key]]])),
  );
  const asGiven = (file.applicants ?? []).flatMap(({ id, missing }) => (missing ? [{ id, missing }] : []));
  return { answers: file.answeredOn ? [] : asGiven, ...before, answerStage: stageAt(file) };
}

export function AnswerForm(props: {
  readonly entry: EntryId;
  readonly file: ConsularFile;
  readonly onClose: () => void;
}): ReactNode {
  const { entry, file, onClose } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const [values, setValues] = useState<AnyRecord>(() => openingOf(file));
  const [touched, setTouched] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const stay = useRef<HTMLElement>(null);
  const cancel = useRef<HTMLElement>(null);
  const rows = Array.isArray(values.answers) ? (values.answers as readonly AnyRecord[]) : [];

  function set(key: string, raw: unknown): void {
    // A field of days says what it holds whenever it is left.
    if (raw === values[key]) return;
    setTouched(true);
    setProblems({});
    const { [key]: _, ...others } = values;
    setValues(raw === undefined ? others : { ...others, [key]: raw });
  }
  function setPart(id: string, part: string, raw: unknown): void {
    const { [part]: now, ...before } = rows.find((row) => row.id === id) ?? { id };
    if (raw === now) return;
    const row = raw === undefined ? before : { ...before, [part]: raw };
    set('answers', [...rows.filter((each) => each.id !== id), row]);
  }
  function show(found: Problems): void {
    flushSync(() => setProblems(found));
    form.current?.querySelector<HTMLElement>(marked)?.focus();
  }

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answers = rows.map((row) => withoutHidden(row));
    const checked = checkRecord(consularFile, answered(file, { ...values, answers }), log.today());
    if (!checked.ok) {
      show(checked.problems);
      return;
    }
    setSaving(true);
    setFailure(undefined);
    try {
      const { answeredOn: _, ...answer } = Object.fromEntries(
        answerFields.flatMap((key) =>
          checked.record[key] === undefined ? [] : [[key, checked.record[key]]],
        ),
      ) as Answer;
      const outcome = await log.consular.answer(entry, answer);
      if (outcome.outcome === 'saved') {
        onClose();
        return;
      }
      if (outcome.outcome === 'invalid') show(outcome.problems);
      else setRefused(true);
    } catch (cause) {
      setFailure(cause);
    }
    setSaving(false);
  }

  function leave(): void {
    if (!touched) onClose();
    else {
      // On a phone the question stands above what is in view.
      flushSync(() => setLeaving(true));
      stay.current?.focus();
    }
  }
  const rememberStay = (button: HTMLElement | null): void => {
    stay.current = button;
  };
  const rememberCancel = (button: HTMLElement | null): void => {
    cancel.current = button;
  };
  function goOn(): void {
    setLeaving(false);
    cancel.current?.focus();
  }
  const rowProblems = (id: string, part: string) =>
    (problems.answers ?? [])
      .filter((problem) => problem.row === id && problem.part === part)
      .map(({ code, values: given }) => ({ code, ...(given ? { values: given } : {}) }));

  return (
    <DialogFrame
      title={text('visaDesk.answerForm.title')}
      busy={saving}
      form={{ ref: form, onSubmit: (event) => void send(event) }}
      onClose={leave}
      actions={
        <>
          <Button appearance="primary" type="submit" className={styles.button} disabledFocusable={saving}>
            {text(saving ? 'visaDesk.answerForm.saving' : 'visaDesk.answerForm.save')}
          </Button>
          <Button ref={rememberCancel} className={styles.button} onClick={leave}>
            {text('visaDesk.answerForm.cancel')}
          </Button>
        </>
      }
    >
      {leaving ? (
        <Notice
          role="alert"
          tone="warning"
          what={text('visaDesk.answerForm.leave')}
          actions={
            <>
              <Button ref={rememberStay} size="small" onClick={goOn}>
                {text('visaDesk.answerForm.stay')}
              </Button>
              <Button size="small" onClick={onClose}>
                {text('visaDesk.answerForm.goAway')}
              </Button>
            </>
          }
        />
      ) : null}
      {Object.keys(problems).length > 0 ? (
        <Notice role="alert" tone="error" what={text('visaDesk.answerForm.wrong')} />
      ) : null}
      {refused ? <Notice role="alert" tone="error" what={text('visaDesk.answerForm.refused')} /> : null}
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
      <p className={look.quiet}>{text('visaDesk.answerForm.noNames')}</p>
      <div className={styles.pairs}>
        {(['answerStage', ...days] as const).map((key) => (
          <FieldBox
            key={key}
            id={`answer-${key}`}
            field={consularFile.fields[key]}
            value={values[key]}
            words={`fields.consular-file.${key}`}
            problems={problems[key] ?? []}
            onChange={(raw) => set(key, raw)}
          />
        ))}
      </div>
      {(file.applicants ?? []).map((applicant) => {
        const row = rows.find(({ id }) => id === applicant.id) ?? { id: applicant.id };
        const hidden = hiddenIn(row);
        return (
          <fieldset key={applicant.id} className={styles.person}>
            <legend className={look.strong}>
              {text('visaDesk.answerForm.person', {
                cover: words.cover(applicant.code),
                role: text(`choices.applicant-roles.${applicant.role}`),
              })}
            </legend>
            <Facts
              kind={consularFile.key}
              row="applicants"
              keys={['visaKind', 'entries', 'document', 'minor', 'otherParent']}
              record={applicant}
            />
            <div className={styles.pairs}>
              {Object.entries(consularFile.fields.answers.settings.row ?? {})
                .filter(([part]) => !hidden.includes(part))
                .map(([part, field]) => (
                  <FieldBox
                    key={part}
                    id={`answer-${applicant.id}-${part}`}
                    field={field}
                    value={(row as AnyRecord)[part]}
                    words={`fields.consular-file.answers.row.${part}`}
                    problems={rowProblems(applicant.id, part)}
                    onChange={(raw) => setPart(applicant.id, part, raw)}
                  />
                ))}
            </div>
          </fieldset>
        );
      })}
      <FieldBox
        id="answer-note"
        field={consularFile.fields.answerNote}
        value={values.answerNote}
        words="fields.consular-file.answerNote"
        problems={problems.answerNote ?? []}
        onChange={(raw) => set('answerNote', raw)}
      />
    </DialogFrame>
  );
}

/** The same parts apply as in the row of the request itself. */
function hiddenIn(row: AnyRecord): readonly string[] {
  const hidden = visaFields.applicants.settings.hidesInRow?.(row) ?? [];
  return hidden.filter((part) => ofApplicant.includes(part));
}

function withoutHidden(row: AnyRecord): AnyRecord {
  const hidden = hiddenIn(row);
  return Object.fromEntries(Object.entries(row).filter(([part]) => !hidden.includes(part)));
}
