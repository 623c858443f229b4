/** "We go" or "we cannot" in one click; where consent stands in the way, why, and the ways on. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { Verdict } from '../../../domain/consent/decision.ts';
import type { Going } from '../../../domain/kind-hooks.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { may, mayWrite } from '../../../domain/roles.ts';
import type { Me } from '../../../log/log.ts';
import { later } from '../../later.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useText } from '../../words.tsx';

const AnswerRefused = later(
  () => import('./AnswerRefused.tsx').then((file) => file.AnswerRefused),
  'pages',
  'forms',
  'consent',
);

const useStyles = makeStyles({
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXS,
  },
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

/** The question to this person's mission, where it is asked and they may answer. */
export function goingOf(entry: Entry | undefined, me: Me): Going | undefined {
  if (!entry || entry.newer || !mayWrite(me, entry.kind)) return undefined;
  return kindByKey(entry.kind)?.going?.(entry.record, me.mission.code);
}

/** `onAnswered` is told when the answer is in the log. */
export function HearingAnswer(props: {
  readonly entry: Entry;
  readonly going: Going;
  readonly onAnswered?: () => void;
  /** As high as the buttons it stands among. */
  readonly size?: 'medium';
}): ReactNode {
  const { entry, going, onAnswered, size = 'small' } = props;
  const log = useLog();
  const text = useText();
  const styles = useStyles();
  const openForm = useOpenForm();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<{ readonly cause: unknown; readonly goes: boolean }>();
  const [verdict, setVerdict] = useState<Verdict>();
  // One id through every try: a lost answer must not leave two rows behind.
  const row = useRef(log.newEntryId());

  async function answer(goes: boolean): Promise<void> {
    setSaving(true);
    setFailure(undefined);
    setVerdict(undefined);
    try {
      onAnswered?.();
      const outcome = await log.save({
        kind: entry.kind,
        entry: entry.entry,
        values: going.answered(goes, log.me.person, row.current),
        base: { id: entry.id, version: entry.version, record: entry.record },
        besideForm: true,
      });
      if (outcome.outcome === 'refused') setVerdict(outcome.verdict);
      // What one click cannot settle (somebody changed the same lines, a field is wrong) the form can.
      else if (outcome.outcome !== 'saved') openForm({ what: 'change', entry: entry.entry });
    } catch (cause) {
      setFailure({ cause, goes });
    }
    setSaving(false);
  }
  return (
    <span className={styles.ways}>
      {may(log.me, 'act') ? (
        <Button
          size={size}
          className={styles.button}
          disabledFocusable={saving}
          onClick={() => void answer(true)}
        >
          {text(saving ? 'shell.saving' : 'today.going.yes')}
        </Button>
      ) : null}
      <Button
        size={size}
        appearance="subtle"
        className={styles.button}
        disabledFocusable={saving}
        onClick={() => void answer(false)}
      >
        {text('today.going.no')}
      </Button>
      {failure ? <FailureNotice cause={failure.cause} onRetry={() => void answer(failure.goes)} /> : null}
      {verdict ? (
        <LazyPart>
          <AnswerRefused
            entry={entry}
            verdict={verdict}
            onAgain={() => void answer(true)}
            onClose={() => setVerdict(undefined)}
          />
        </LazyPart>
      ) : null}
    </span>
  );
}
