/** Two columns before something is shared: what the missions named will read, and what stands in clear for everybody. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import type { MissionCode } from '../../../domain/ids.ts';
import type { CircleView } from '../../../log/circle/circle.ts';
import type { SharePlan, SharePreview } from '../../../log/circle/contract/sharing.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useMissionWords } from '../mission-words.ts';
import { bodyLines } from './shared-lines.ts';
import type { ShareLooking } from './use-share-look.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  column: { padding: tokens.spacingHorizontalM, minInlineSize: 0, overflowWrap: 'anywhere' },
  inside: { borderInlineStartWidth: '3px', borderInlineStartColor: tokens.colorCompoundBrandStroke },
  lines: {
    marginInline: 0,
    marginBlock: `${tokens.spacingVerticalS} 0`,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
});

const indexKeys = ['coarse', 'from', 'week', 'state', 'audience', 'code'] as const;

export function SharePreviewColumns(props: {
  readonly preview: SharePreview;
  readonly looking: ShareLooking;
  readonly plan: SharePlan;
  readonly view: CircleView;
  /** Somebody pressed the button, and looking is all that is left to do. */
  readonly tried: boolean;
  /** Nothing is put together before consent covers it. */
  readonly refused: boolean;
}): ReactNode {
  const { preview, looking, plan, view } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const missions = useMissionWords(view);
  const lines = looking.looked ? bodyLines(looking.looked.body, words) : [];
  const { index } = preview;
  const inside = useRef<HTMLElement>(null);
  const shown: Readonly<Record<(typeof indexKeys)[number], string>> = {
    coarse: text(`circle.coarse.${index.coarse}`),
    from: missions.name(index.from as MissionCode),
    week: index.week,
    state: text(`circle.rowStates.${index.state}`),
    audience: missions.names(index.audience.split(' ').filter(Boolean) as MissionCode[]),
    code: index.code === '' ? text('circle.share.noCode') : index.code,
  };
  return (
    <div className={styles.columns}>
      <section
        ref={inside}
        tabIndex={-1}
        className={mergeClasses(look.card, styles.column)}
        aria-label={text('circle.share.inside')}
      >
        <h3 className={look.heading}>
          {plan.to.length > 0
            ? text('circle.share.insideFor', { missions: missions.names(plan.to) })
            : text('circle.share.inside')}
        </h3>
        <NotLooked
          looking={looking}
          tried={props.tried}
          refused={props.refused}
          onShow={() => {
            looking.showName();
            // The button goes with what it said; the keyboard must not leave the window, which hides the name again.
            inside.current?.focus();
          }}
        />
        <dl className={styles.lines} data-inside>
          {lines.map(({ key, label, value }) => (
            <div key={key}>
              <dt className={look.quiet}>{label}</dt>
              <dd className={mergeClasses(styles.value, key === 'check' && look.quiet)} dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={mergeClasses(look.card, styles.column)} aria-label={text('circle.share.index')}>
        <h3 className={look.heading}>{text('circle.share.index')}</h3>
        <dl className={styles.lines}>
          {indexKeys.map((key) => (
            <div key={key}>
              <dt className={look.quiet}>{text(`circle.share.indexKeys.${key}`)}</dt>
              <dd className={styles.value}>{shown[key]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

/** Why there is nothing to read yet, and what to do about it. */
function NotLooked(props: {
  readonly looking: ShareLooking;
  readonly tried: boolean;
  readonly refused: boolean;
  readonly onShow: () => void;
}): ReactNode {
  const { looked, problems, failure, waitsForName, isLooking, again } = props.looking;
  const text = useText();
  const look = useLook();
  if (failure !== undefined) return <FailureNotice cause={failure} onRetry={again} />;
  if (problems)
    return (
      <Notice
        role="alert"
        tone="error"
        what={text('circle.invalid.what')}
        next={text('circle.invalid.next')}
      />
    );
  if (waitsForName)
    return (
      <>
        {props.tried ? (
          <Notice
            role="alert"
            tone="warning"
            what={text('circle.share.readFirst.what')}
            next={text('circle.share.readFirst.next')}
          />
        ) : null}
        <div className={look.row}>
          <span className={look.text}>{text('circle.share.nameMeans')}</span>
          <Button size="small" onClick={props.onShow} {...(props.tried ? { 'data-missing': true } : {})}>
            {text('circle.share.showName')}
          </Button>
        </div>
      </>
    );
  if (looked) return null;
  return (
    <p className={look.quiet} role="status" {...(props.tried ? { tabIndex: -1, 'data-missing': true } : {})}>
      {text(
        isLooking
          ? 'circle.share.looking'
          : props.refused
            ? 'circle.share.lookWhenCovered'
            : 'circle.share.lookLater',
      )}
    </p>
  );
}
