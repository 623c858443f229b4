/** Last step of an import: how far it is, how to stop it and go on, and what came of it. */

import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import type { ReactNode, Ref } from 'react';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { useText } from '../../words.tsx';
import { useFilesLook } from '../files-look.ts';
import type { RunState } from './run-import.ts';

export type Running = 'running' | 'stopping' | 'stopped' | 'done';

export function RunningImport(props: {
  readonly all: number;
  readonly state: RunState;
  readonly running: Running;
  readonly failure: unknown;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
  readonly onReport: () => void;
  readonly onAnother: () => void;
}): ReactNode {
  const { all, state, running, failure } = props;
  const text = useText();
  const look = useLook();
  const styles = useFilesLook();
  return (
    <section className={styles.part} aria-label={text('files.import.run.title')}>
      <h2 ref={props.heading} tabIndex={-1} className={look.heading} style={{ outlineStyle: 'none' }}>
        {text('files.import.run.title')}
      </h2>
      <ProgressBar
        value={state.done}
        max={Math.max(all, 1)}
        thickness="large"
        aria-label={text('files.import.run.title')}
      />
      <p className={look.text} role="status">
        {text(`files.import.run.${running}`, { done: state.done, all })}
      </p>
      <dl className={styles.counts}>
        {(
          [
            ['stored', state.stored],
            ['there', state.there],
            ['refused', state.refused.length],
          ] as const
        ).map(([which, count]) => (
          <div key={which}>
            <dt>{text(`files.import.run.counts.${which}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={props.onGoOn} />}
      {running === 'done' ? (
        <Notice
          tone="success"
          what={
            state.stored > 0
              ? text('files.import.run.finished.what', { count: state.stored })
              : text('files.import.run.finished.nothing')
          }
          means={text('files.import.run.finished.means')}
          {...(state.stored > 0 ? { next: text('files.import.run.finished.next') } : {})}
        />
      ) : (
        <p className={look.quiet}>{text('files.import.run.safe')}</p>
      )}
      <div className={styles.buttons}>
        {running === 'running' ? (
          <Button onClick={props.onStop}>{text('files.import.run.stop')}</Button>
        ) : null}
        {running === 'stopped' && failure === undefined ? (
          <Button appearance="primary" onClick={props.onGoOn}>
            {text('files.import.run.goOn')}
          </Button>
        ) : null}
        {running === 'done' || running === 'stopped' ? (
          <>
            <Button icon={<ArrowDownload20Regular aria-hidden="true" />} onClick={props.onReport}>
              {text('files.report.download')}
            </Button>
            <Button onClick={props.onAnother}>{text('files.import.run.another')}</Button>
          </>
        ) : null}
        {running === 'done' ? (
          <a className={look.link} href={hrefOf({ page: 'entries' })}>
            {text('files.import.run.see')}
          </a>
        ) : null}
      </div>
    </section>
  );
}
