/** One comparison with another mission: how far it is, whose turn it is, and who may be known to both. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { localNow } from '../../../domain/zoned.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type { MatchRun } from '../../../log/circle/contract/matching.ts';
import { useLog } from '../../log-context.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useMayCompare } from './may-compare.ts';
import { PossibleMatch } from './PossibleMatch.tsx';

const useStyles = makeStyles({
  run: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    overflowWrap: 'anywhere',
  },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

export function MatchRunItem(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly run: MatchRun;
}): ReactNode {
  const { circle, view, run } = props;
  const text = useText();
  const words = useWords();
  const { zone } = useLog().me.mission;
  const look = useLook();
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  const mission = view.missions.find(({ code }) => code === run.with)?.name ?? run.with;
  const turn = run.state === 'waits-for-us' ? run.turn : undefined;
  const isAllowed = useMayCompare();
  const read = run.state === 'done' || run.matches.length > 0;
  return (
    <li className={styles.run} data-run={run.run}>
      <p className={look.text}>
        <span className={look.strong}>{mission}</span>
        {` · ${text(run.begunBy === run.with ? 'matching.begunByThem' : 'matching.begunByUs', {
          day: words.day(localNow(run.at, zone).day),
        })}`}
      </p>
      <p className={look.text}>
        {text(`matching.states.${run.state}`, { mission })}
        {run.lapses ? ` ${text('matching.lapses', { day: words.day(localNow(run.lapses, zone).day) })}` : ''}
      </p>
      {run.compared === undefined ? null : (
        <p className={look.quiet}>
          {text('matching.compared', { count: run.compared })}
          {run.left ? ` ${text('matching.left', { count: run.left })}` : ''}
        </p>
      )}
      {turn && isAllowed ? (
        <div>
          <Button
            size="small"
            appearance="primary"
            className={styles.touch}
            disabled={!view.unlocked}
            onClick={() => setAsked(true)}
          >
            {text(`matching.turns.${turn}.button`)}
          </Button>
        </div>
      ) : null}
      {read && run.matches.length === 0 ? <p className={look.text}>{text('matching.noMatch')}</p> : null}
      {run.matches.length > 0 ? (
        <ul className={look.list}>
          {run.matches.map((match) => (
            <PossibleMatch
              key={match.id}
              circle={circle}
              run={run}
              match={match}
              mission={mission}
              unlocked={view.unlocked}
            />
          ))}
        </ul>
      ) : null}
      {isAsked && turn ? (
        <FormDialog
          title={text(`matching.turns.${turn}.title`, { mission })}
          save={text(`matching.turns.${turn}.button`)}
          saving={text('matching.working')}
          blocked={false}
          alert
          onSave={async () => {
            await circle.matching.take(run.run);
            setAsked(false);
          }}
          onClose={() => setAsked(false)}
        >
          {() => <p className={look.text}>{text(`matching.turns.${turn}.means`, { mission })}</p>}
        </FormDialog>
      ) : null}
    </li>
  );
}
