/** What stopped something on its way into the circle, in words, with the ways on; nothing where it went through. */

import { type ReactNode, useEffect, useRef } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import type { CircleOutcome, ShareBlock } from '../../log/circle/contract/sharing.ts';
import { RefusalPanel } from '../consent/RefusalPanel.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';
import type { Sending } from './use-outcome.tsx';

/** Where it is settled: the set-up of keys, the passphrase, the verification of a mission, what of its acts does not fit. */
const settledIn: Partial<Record<ShareBlock, 'keys' | 'verify'>> = {
  locked: 'keys',
  'no-keys': 'keys',
  'recipient-not-verified': 'verify',
  'owner-in-doubt': 'verify',
};

/** Its question for the words of a locked key belongs to it. */
export function OutcomeNotice(props: { readonly sending: Sending; readonly source?: EntryId }): ReactNode {
  const { asking, busy, failure, outcome, again } = props.sending;
  const place = useRef<HTMLDivElement>(null);
  const stopped = failure !== undefined || (outcome !== undefined && outcome.outcome !== 'done');
  useEffect(() => {
    // A long form may be scrolled past it.
    if (stopped && !busy) place.current?.scrollIntoView({ block: 'nearest' });
  }, [stopped, busy]);
  return (
    <>
      {asking}
      {stopped ? (
        <div ref={place}>
          {failure === undefined ? null : <FailureNotice cause={failure} onRetry={again} />}
          <Stopped outcome={outcome} onAnswered={again} {...(props.source ? { source: props.source } : {})} />
        </div>
      ) : null}
    </>
  );
}

export function Stopped(props: {
  readonly outcome: CircleOutcome | undefined;
  readonly source?: EntryId;
  /** Consent was recorded: the step may be tried again. */
  readonly onAnswered: () => void;
}): ReactNode {
  const { outcome } = props;
  const text = useText();
  switch (outcome?.outcome) {
    case undefined:
    case 'done':
      return null;
    case 'refused':
      return (
        <RefusalPanel
          verdict={outcome.verdict}
          {...(props.source ? { source: props.source } : {})}
          onAnswered={props.onAnswered}
        />
      );
    case 'blocked':
      return <Blocks why={outcome.why} />;
    case 'invalid':
      return (
        <Notice
          role="alert"
          tone="error"
          what={text('circle.invalid.what')}
          next={text('circle.invalid.next')}
        />
      );
  }
}

/** Each thing that stands in the way, and where it is settled. */
export function Blocks(props: { readonly why: readonly ShareBlock[] }): ReactNode {
  const text = useText();
  const look = useLook();
  return (
    <>
      {props.why.map((why) => {
        const id = settledIn[why];
        return (
          <Notice
            key={why}
            role="alert"
            tone="warning"
            what={text(`circle.blocks.${why}.what`)}
            next={text(`circle.blocks.${why}.next`)}
            {...(id
              ? {
                  actions: (
                    <a className={look.link} href={hrefOf({ page: 'settings', id })}>
                      {text(id === 'keys' ? 'circle.toKeys' : 'circle.needs.to.verify')}
                    </a>
                  ),
                }
              : {})}
          />
        );
      })}
    </>
  );
}
