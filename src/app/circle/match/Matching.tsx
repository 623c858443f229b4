/** "Same person?": whether another mission knows somebody whom we know, without a name leaving either of them. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { localNow } from '../../../domain/zoned.ts';
import type { Circle, CircleMission, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { KeysFirst } from '../KeysFirst.tsx';
import { UnlockDialog } from '../keys/UnlockDialog.tsx';
import { MatchRunItem } from './MatchRunItem.tsx';
import { useMayCompare } from './may-compare.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  limits: { maxInlineSize: '72ch', margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  words: { maxInlineSize: '72ch' },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
  mission: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  name: { minInlineSize: 0, overflowWrap: 'anywhere' },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

const limits = ['guesses', 'seen', 'spelling', 'proof', 'years'] as const;

export function Matching(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const failure = useGoingOn(circle, view.unlocked);
  const runs = circle.matching.runs;
  const isAllowed = useMayCompare();
  const [isUnlocking, setUnlocking] = useState(false);
  return (
    <section className={styles.page} aria-labelledby="same-person">
      <div className={styles.part}>
        <h2 id="same-person" className={look.title}>
          {text('matching.title')}
        </h2>
        <p className={mergeClasses(look.text, styles.words)}>{text('matching.does')}</p>
        <details>
          <summary className={mergeClasses(look.text, styles.summary)}>
            {text('matching.limits.title')}
          </summary>
          <ul className={mergeClasses(look.text, styles.limits)}>
            {limits.map((limit) => (
              <li key={limit}>{text(`matching.limits.${limit}`)}</li>
            ))}
          </ul>
        </details>
      </div>
      {failure === undefined ? null : <FailureNotice cause={failure} />}
      {view.unlocked || !isAllowed ? null : (
        <Notice
          tone="info"
          what={text('matching.locked.what')}
          next={text('matching.locked.next')}
          actions={
            view.keys === 'ready' ? (
              <Button size="small" className={styles.touch} onClick={() => setUnlocking(true)}>
                {text('keys.unlock.do')}
              </Button>
            ) : (
              <KeysFirst view={view} />
            )
          }
        />
      )}
      {isUnlocking ? (
        <UnlockDialog circle={circle} onUnlocked={() => undefined} onClose={() => setUnlocking(false)} />
      ) : null}
      <div className={styles.part}>
        <h3 className={look.heading}>{text('matching.runs')}</h3>
        {runs.length === 0 ? <p className={look.quiet}>{text('matching.none')}</p> : null}
        <ul className={look.list}>
          {runs.map((run) => (
            <MatchRunItem key={run.run} circle={circle} view={view} run={run} />
          ))}
        </ul>
      </div>
      {isAllowed ? (
        <Begin circle={circle} view={view} />
      ) : (
        <p className={look.quiet}>{text('matching.notYourRole')}</p>
      )}
    </section>
  );
}

/** Sends what broke off and the codes that were agreed to, once the key is open and whenever both have agreed anew. */
function useGoingOn(circle: Circle, unlocked: boolean): unknown {
  const [failure, setFailure] = useState<unknown>();
  const done = useRef<string>(undefined);
  const agreed = circle.matching.runs
    .flatMap(({ matches }) => matches.filter(({ we, they }) => we === 'yes' && they === 'yes'))
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (!unlocked || done.current === agreed) return;
    done.current = agreed;
    circle.matching.goOn().then(() => setFailure(undefined), setFailure);
  }, [circle, unlocked, agreed]);
  return failure;
}

const verified: readonly string[] = ['in-person', 'predecessor', 'vouched'];

function Begin(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [asked, setAsked] = useState<CircleMission>();
  const missions = view.missions.filter(
    ({ connected, removed, pin }) => connected && !removed && verified.includes(pin),
  );
  return (
    <div className={styles.part}>
      <h3 className={look.heading}>{text('matching.begin.title')}</h3>
      {missions.length === 0 ? (
        <Notice
          tone="info"
          what={text('matching.nobody.what')}
          next={text('matching.nobody.next')}
          actions={
            <a className={look.link} href={hrefOf({ page: 'settings', id: 'verify' })}>
              {text('matching.nobody.link')}
            </a>
          }
        />
      ) : null}
      <ul className={look.list}>
        {missions.map((mission) => (
          <MissionToAsk key={mission.code} circle={circle} mission={mission} onAsk={setAsked} view={view} />
        ))}
      </ul>
      {asked ? (
        <FormDialog
          title={text('matching.begin.ask', { mission: asked.name })}
          save={text('matching.begin.button')}
          saving={text('matching.working')}
          blocked={false}
          alert
          onSave={async () => {
            await circle.matching.begin(asked.code);
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          {() => <p className={look.text}>{text('matching.begin.means', { mission: asked.name })}</p>}
        </FormDialog>
      ) : null}
    </div>
  );
}

function MissionToAsk(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly mission: CircleMission;
  readonly onAsk: (mission: CircleMission) => void;
}): ReactNode {
  const { circle, view, mission, onAsk } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const { zone } = useLog().me.mission;
  const next = circle.matching.nextAllowed(mission.code);
  return (
    <li className={styles.mission}>
      <span className={mergeClasses(look.text, styles.name)}>{mission.name}</span>
      {next === undefined ? (
        <Button
          size="small"
          className={styles.touch}
          disabled={!view.unlocked}
          aria-label={text('matching.begin.ask', { mission: mission.name })}
          onClick={() => onAsk(mission)}
        >
          {text('matching.begin.open')}
        </Button>
      ) : (
        <span className={look.quiet}>
          {text('matching.next', { day: words.day(localNow(next, zone).day) })}
        </span>
      )}
    </li>
  );
}
