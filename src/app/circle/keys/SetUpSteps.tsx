/** A new mission's keys, step by step: one screen each, with what comes next in words. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowCircleRight20Regular } from '@fluentui/react-icons/svg/arrow-circle-right';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { type ReactNode, useState } from 'react';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { useTask } from '../use-task.ts';
import { HeadStep } from './HeadStep.tsx';
import { keyFault } from './key-words.ts';
import { useKeysLook } from './keys-look.ts';
import { PassphraseStep } from './PassphraseStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import { useNextStep } from './use-next-step.ts';

const steps = ['mission', 'own', 'head', 'verify'] as const;

export function SetUpSteps(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  /** The code of the sheet that was just made; held by the page, so that no arrival from outside takes it away. */
  readonly sheet: string | undefined;
  readonly onSheet: (code: string | undefined) => void;
}): ReactNode {
  const { circle, view, sheet } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  // The last step is taken with others, and told where the keys that are ready stand.
  const now = view.keys === 'none' || sheet !== undefined ? 0 : view.keys === 'no-own-key' ? 1 : 2;
  const heading = useNextStep<HTMLHeadingElement>(`${now} ${sheet !== undefined}`);
  return (
    <section className={styles.page} aria-label={text('keys.setUp.title')}>
      <p className={mergeClasses(look.text, styles.noPrint)}>{text('keys.setUp.why')}</p>
      <ol className={mergeClasses(styles.steps, styles.noPrint)} aria-label={text('keys.setUp.steps')}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={mergeClasses(
              styles.step,
              index === now ? styles.stepNow : index > now ? styles.stepLater : undefined,
            )}
            {...(index === now ? { 'aria-current': 'step' as const } : {})}
          >
            <StepIcon at={index < now ? 'done' : index === now ? 'now' : 'later'} />
            <span>{text(`keys.setUp.step.${step}`, { number: index + 1 })}</span>
          </li>
        ))}
      </ol>
      <div className={styles.part}>
        <h2 ref={heading} tabIndex={-1} className={mergeClasses(look.heading, styles.told, styles.noPrint)}>
          {text('keys.setUp.now', {
            number: now + 1,
            of: steps.length,
            step: text(`keys.setUp.title${now + 1}`),
          })}
        </h2>
        {now === 0 ? <MissionStep circle={circle} sheet={sheet} onSheet={props.onSheet} /> : null}
        {now === 1 ? <PassphraseStep circle={circle} /> : null}
        {now === 2 ? <HeadStep circle={circle} view={view} /> : null}
        <p className={mergeClasses(look.quiet, styles.noPrint)}>
          {text(now === 1 && circle.keys.isHead ? 'keys.setUp.next2Head' : `keys.setUp.next${now + 1}`)}
        </p>
      </div>
    </section>
  );
}

function StepIcon(props: { readonly at: 'done' | 'now' | 'later' }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const Icon =
    props.at === 'done'
      ? CheckmarkCircle20Regular
      : props.at === 'now'
        ? ArrowCircleRight20Regular
        : Circle20Regular;
  return (
    <span className={mergeClasses(styles.icon, props.at === 'done' ? styles.done : undefined)}>
      <Icon className={props.at === 'now' ? styles.ahead : ''} aria-hidden="true" />
      {props.at === 'done' ? <span className={look.spoken}>{text('keys.setUp.done')}</span> : null}
    </span>
  );
}

function MissionStep(props: {
  readonly circle: Circle;
  readonly sheet: string | undefined;
  readonly onSheet: (code: string | undefined) => void;
}): ReactNode {
  const { circle, sheet, onSheet } = props;
  const text = useText();
  const look = useLook();
  const styles = useKeysLook();
  const making = useTask();
  const [fault, setFault] = useState<string>();

  async function make(): Promise<void> {
    setFault(undefined);
    try {
      const { recoveryCode } = await circle.keys.createMissionKeys();
      onSheet(recoveryCode);
    } catch (cause) {
      const said = keyFault(text, cause);
      if (said === undefined) throw cause;
      setFault(said);
    }
  }

  if (sheet !== undefined) return <SheetStep code={sheet} onConfirmed={() => onSheet(undefined)} />;
  return (
    <div className={styles.card}>
      <p className={look.text}>{text('keys.setUp.mission')}</p>
      {fault === undefined ? null : <Notice tone="warning" role="alert" what={fault} />}
      {making.failure === undefined ? null : <FailureNotice cause={making.failure} onRetry={making.again} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          className={styles.touch}
          disabled={making.busy}
          onClick={() => making.run(make)}
        >
          {text(making.busy ? 'keys.setUp.making' : 'keys.setUp.make')}
        </Button>
      </div>
    </div>
  );
}
