/** Above what waits for the head of mission: agree, send back or decline, in one click or with a reason. */

import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DecisionAnswer } from '../../../domain/kind-hooks.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { may } from '../../../domain/roles.ts';
import type { SaveOutcome } from '../../../log/writing/saving.ts';
import { ConsentLine } from '../../consent/ConsentLine.tsx';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { Facts } from '../../visas/Facts.tsx';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM },
  said: { display: 'grid', outlineStyle: 'none' },
  noPrint: { '@media print': { display: 'none' } },
  // Three side by side at 320 px.
  touch: {
    '@media (max-width: 480px)': {
      minBlockSize: '44px',
      minInlineSize: 'auto',
      paddingInline: tokens.spacingHorizontalM,
    },
  },
});

/** What came of the last answer. */
type Said =
  | { readonly what: 'decided'; readonly answer: DecisionAnswer }
  | { readonly what: Exclude<SaveOutcome['outcome'], 'saved'> }
  | { readonly what: 'failed'; readonly cause: unknown; readonly answer: DecisionAnswer };

/** Nothing for an entry that waits for no decision and of which none was just taken. Needs the texts of consent. */
export function DecisionStep(props: { readonly entry: Entry }): ReactNode {
  const { entry } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const [asking, setAsking] = useState<Exclude<DecisionAnswer, 'agreed'>>();
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState<Said>();
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);
  const decision = entry.newer ? undefined : kindByKey(entry.kind)?.decision;
  const isDue = decision?.isDue(entry.record) === true;
  if (!decision || (!isDue && !said)) return null;

  async function answer(given: DecisionAnswer, why?: string): Promise<void> {
    if (!decision) return;
    setSaving(true);
    setSaid(undefined);
    const { kind, id, version, record } = entry;
    const values = decision.take(record, given, {
      by: log.me.person,
      on: log.today(),
      ...(why === undefined ? {} : { why }),
    });
    try {
      const { outcome } = await log.save({
        kind,
        entry: entry.entry,
        values,
        base: { id, version, record },
        besideForm: true,
      });
      setSaid(outcome === 'saved' ? { what: 'decided', answer: given } : { what: outcome });
      setAsking(undefined);
    } catch (cause) {
      setSaid({ what: 'failed', cause, answer: given });
    }
    setSaving(false);
  }
  const need = log.need({ kind: entry.kind, entry: entry.entry, values: entry.record });
  const by = decision.decideBy(entry.record);
  return (
    <section
      className={mergeClasses(look.card, styles.part, styles.noPrint)}
      aria-label={text('entries.decision.title')}
    >
      {isDue ? <h3 className={look.heading}>{text('entries.decision.title')}</h3> : null}
      {isDue && by ? (
        <p className={look.quiet}>{text('entries.decision.by', { day: words.day(by) })}</p>
      ) : null}
      {isDue && !may(log.me, 'approve') ? (
        <p className={look.text}>{text('entries.decision.waits')}</p>
      ) : null}
      {isDue && may(log.me, 'approve') ? (
        <>
          <Facts kind={entry.kind} keys={decision.reads} record={entry.record} />
          {need.kind === 'consent' ? <ConsentLine need={need} /> : null}
          {asking ? (
            <Reason
              answer={asking}
              isSaving={isSaving}
              onGive={(why) => void answer(asking, why)}
              onCancel={() => setAsking(undefined)}
            />
          ) : (
            <div className={look.row}>
              <Button
                appearance="primary"
                className={styles.touch}
                disabledFocusable={isSaving}
                onClick={() => void answer('agreed')}
              >
                {text('entries.decision.agreed')}
              </Button>
              <Button
                className={styles.touch}
                disabledFocusable={isSaving}
                onClick={() => setAsking('sent-back')}
              >
                {text('entries.decision.sent-back')}
              </Button>
              <Button
                className={styles.touch}
                disabledFocusable={isSaving}
                onClick={() => setAsking('declined')}
              >
                {text('entries.decision.declined')}
              </Button>
            </div>
          )}
        </>
      ) : null}
      <div ref={status} tabIndex={-1} className={styles.said} role="status">
        {said?.what === 'failed' ? (
          <FailureNotice cause={said.cause} onRetry={() => setSaid(undefined)} />
        ) : said?.what === 'decided' ? (
          <Notice tone="success" what={text(`entries.decision.done.${said.answer}`)} />
        ) : said ? (
          <Notice
            tone="warning"
            what={text(`entries.decision.not.${said.what}.what`)}
            next={text(`entries.decision.not.${said.what}.next`)}
          />
        ) : null}
      </div>
    </section>
  );
}

function Reason(props: {
  readonly answer: Exclude<DecisionAnswer, 'agreed'>;
  readonly isSaving: boolean;
  onGive(why: string): void;
  onCancel(): void;
}): ReactNode {
  const { answer, isSaving, onGive, onCancel } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const box = useRef<HTMLElement | null>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <Field
        label={text(`entries.decision.why.${answer}`)}
        hint={text('forms.noNames')}
        required
        {...(isMissing && why.trim() === '' ? { validationMessage: text('entries.decision.sayWhy') } : {})}
      >
        <Textarea
          ref={(found: HTMLElement | null) => {
            box.current = found;
          }}
          value={why}
          maxLength={255}
          resize="vertical"
          onChange={(_, data) => setWhy(data.value)}
        />
      </Field>
      <div className={look.row}>
        <Button
          appearance="primary"
          className={styles.touch}
          disabledFocusable={isSaving}
          onClick={() => {
            if (why.trim() !== '') onGive(why.trim().replace(/\s+/g, ' '));
            else {
              setMissing(true);
              box.current?.focus();
            }
          }}
        >
          {text(`entries.decision.${answer}`)}
        </Button>
        <Button className={styles.touch} onClick={onCancel}>
          {text('entries.decision.cancel')}
        </Button>
      </div>
    </>
  );
}
