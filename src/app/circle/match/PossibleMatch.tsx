/** Somebody of ours whom the other mission may know: shall both know? A no is for good, a yes asks for consent. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { formatCode, isCode } from '../../../domain/codes.ts';
import type { Code } from '../../../domain/ids.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle } from '../../../log/circle/circle.ts';
import type { MatchRun } from '../../../log/circle/contract/matching.ts';
import type { CircleOutcome, SentCode } from '../../../log/circle/contract/sharing.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { Stopped } from '../OutcomeNotice.tsx';

const useStyles = makeStyles({
  match: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

type Match = MatchRun['matches'][number];

/** What both said, as one word of the texts. */
function standing({ we, they, circleCode }: Match): string {
  if (we === 'no' || they === 'no') return we === 'no' ? 'weSaidNo' : 'theySaidNo';
  if (we === 'yes' && they === 'yes') return circleCode === undefined ? 'both' : 'lifted';
  if (we === 'yes') return 'weSaidYes';
  return they === 'yes' ? 'theySaidYes' : 'open';
}

export function PossibleMatch(props: {
  readonly circle: Circle;
  readonly run: MatchRun;
  readonly match: Match;
  readonly mission: string;
  readonly unlocked: boolean;
}): ReactNode {
  const { circle, run, match, mission, unlocked } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const cover = words.cover(match.own);
  const code = isCode(match.circleCode) ? formatCode(match.circleCode) : '';
  const isOpen = match.we === 'open' && match.they !== 'no' && may(log.me, 'act');
  return (
    <li className={styles.match}>
      <p className={look.text}>
        <a
          className={mergeClasses(look.link, look.strong)}
          href={hrefOf({ page: 'defenders', id: match.own })}
        >
          {cover}
        </a>{' '}
        <span className={look.count}>{formatCode(match.own)}</span>
        {` · ${text('matching.possible')}`}
      </p>
      <p className={look.text}>{text(`matching.said.${standing(match)}`, { mission, cover, code })}</p>
      {match.circleCode === undefined ? null : (
        <Link circle={circle} own={match.own} code={{ from: run.with, code: match.circleCode }} />
      )}
      {isOpen ? (
        <div className={look.row}>
          <Button size="small" className={styles.touch} disabled={!unlocked} onClick={() => setAnswer('yes')}>
            {text('matching.answer.yes.button')}
          </Button>
          <Button size="small" className={styles.touch} disabled={!unlocked} onClick={() => setAnswer('no')}>
            {text('matching.answer.no.button')}
          </Button>
        </div>
      ) : null}
      {answer ? (
        <Answer
          answer={answer}
          cover={cover}
          mission={mission}
          onAnswer={() => circle.matching.lift(run.run, match.id, answer === 'yes')}
          onClose={() => setAnswer(undefined)}
        />
      ) : null}
    </li>
  );
}

/** Their code stands for this defender from now on, wherever they use it. */
function Link(props: { readonly circle: Circle; readonly own: Code; readonly code: SentCode }): ReactNode {
  const { circle, own, code } = props;
  const log = useLog();
  const text = useText();
  const styles = useStyles();
  const [state, setState] = useState<'open' | 'busy' | 'linked'>('open');
  const [failure, setFailure] = useState<unknown>();
  if (!may(log.me, 'record')) return null;
  async function link(): Promise<void> {
    setState('busy');
    setFailure(undefined);
    try {
      await circle.sharing.link(code, own);
      setState('linked');
    } catch (cause) {
      setFailure(cause);
      setState('open');
    }
  }
  return (
    <>
      <div role="status">{state === 'linked' ? text('matching.linked') : ''}</div>
      {state === 'linked' ? null : (
        <div>
          <Button
            size="small"
            className={styles.touch}
            disabledFocusable={state === 'busy'}
            onClick={() => void link()}
          >
            {text('matching.link')}
          </Button>
        </div>
      )}
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={() => void link()} />}
    </>
  );
}

function Answer(props: {
  readonly answer: 'yes' | 'no';
  readonly cover: string;
  readonly mission: string;
  readonly onAnswer: () => ReturnType<Circle['matching']['lift']>;
  readonly onClose: () => void;
}): ReactNode {
  const { answer, cover, mission, onAnswer, onClose } = props;
  const text = useText();
  const look = useLook();
  const [stopped, setStopped] = useState<CircleOutcome>();
  return (
    <FormDialog
      title={text(`matching.answer.${answer}.title`, { mission, cover })}
      save={text(`matching.answer.${answer}.button`)}
      blocked={false}
      alert
      onSave={async () => {
        const outcome = await onAnswer();
        if (outcome.outcome === 'done') onClose();
        else setStopped(outcome);
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <p className={look.text}>{text(`matching.answer.${answer}.means`, { mission, cover })}</p>
          <Stopped outcome={stopped} onAnswered={() => setStopped(undefined)} />
        </>
      )}
    </FormDialog>
  );
}
