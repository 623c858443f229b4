/** Before and after the lists of a site are made: who can make them, and what only an owner sets in SharePoint. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnyKind } from '../../domain/record-kind.ts';
import { recordKinds } from '../../domain/registry.ts';
import { identity } from '../../domain/system/identity.ts';
import { mission } from '../../domain/system/mission.ts';
import { systemKinds } from '../../domain/system-kinds.ts';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import { siteAddress } from './site-address.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalS },
  steps: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  lists: { overflowWrap: 'anywhere' },
});

const kinds: readonly AnyKind[] = [...recordKinds, ...systemKinds];

export function SetUp(
  props:
    | {
        readonly at: 'not-set-up';
        readonly site: string;
        readonly refused?: true;
        readonly onRetry: () => void;
        readonly onSetUp: () => void;
      }
    | { readonly at: 'was-set-up'; readonly site: string; readonly onNext: () => void },
): ReactNode {
  const text = useText();
  const look = useLook();
  const isDone = props.at === 'was-set-up';
  const isRefused = !isDone && props.refused === true;
  const words = isDone ? 'start.wasSetUp' : isRefused ? 'start.notSetUp' : 'start.setUp';
  return (
    <>
      <h1 className={look.title}>{text('start.title')}</h1>
      <Notice
        role="status"
        tone={isDone ? 'success' : isRefused ? 'warning' : 'info'}
        what={text(`${words}.what`)}
        means={text(`${words}.means`)}
        next={text(`${words}.next`)}
      />
      <p className={look.quiet}>{text('start.site', { site: siteAddress(props.site) })}</p>
      {isDone || isRefused ? <ByHand /> : null}
      <div className={look.row}>
        {isDone ? (
          <Button appearance="primary" size="large" onClick={props.onNext}>
            {text('start.wasSetUp.button')}
          </Button>
        ) : (
          <>
            <Button appearance={isRefused ? 'secondary' : 'primary'} size="large" onClick={props.onSetUp}>
              {text('start.setUp.button')}
            </Button>
            <Button appearance={isRefused ? 'primary' : 'secondary'} size="large" onClick={props.onRetry}>
              {text('shell.retry')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** Graph cannot set these on behalf of a person, so an owner does, once. */
function ByHand(): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const steps = [
    { words: 'names', lists: [identity] },
    { words: 'people', lists: [mission] },
    { words: 'desk', lists: kinds.filter((kind) => kind.unheard) },
    {
      words: 'others',
      lists: kinds.filter((kind) => kind !== identity && kind !== mission && !kind.unheard),
    },
    { words: 'versions', lists: kinds.filter((kind) => kind.versionless) },
  ];
  return (
    <section className={styles.part} aria-labelledby="by-hand">
      <h2 id="by-hand" className={look.heading}>
        {text('start.byHand.title')}
      </h2>
      <p className={look.text}>{text('start.byHand.why')}</p>
      <ol className={styles.steps}>
        {steps.map(({ words, lists }) => (
          <li key={words}>
            {text(`start.byHand.${words}`)}
            <br />
            <span className={styles.lists} translate="no">
              {lists.map(({ list }) => list).join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
