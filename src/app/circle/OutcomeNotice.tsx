/** What stopped something on its way into the circle, in words, with the ways on; nothing where it went through. */

import type { ReactNode } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import type { CircleOutcome, ShareBlock } from '../../log/circle/circle.ts';
import { RefusalPanel } from '../consent/RefusalPanel.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';

/** What is settled under keys: the set-up, the passphrase, the verification of a mission. */
const ofKeys: ReadonlySet<ShareBlock> = new Set(['locked', 'no-keys', 'recipient-not-verified']);

export function OutcomeNotice(props: {
  readonly outcome: CircleOutcome | undefined;
  readonly source?: EntryId;
  readonly onAgain: () => void;
  readonly onChooseAnother?: () => void;
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
          onAnswered={props.onAgain}
          onChooseAnother={props.onChooseAnother ?? (() => undefined)}
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
          next={text('circle.invalid.next', { fields: Object.keys(outcome.problems).join(', ') })}
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
      {props.why.map((why) => (
        <Notice
          key={why}
          tone="warning"
          what={text(`circle.blocks.${why}.what`)}
          next={text(`circle.blocks.${why}.next`)}
          {...(ofKeys.has(why)
            ? {
                actions: (
                  <a className={look.link} href={hrefOf({ page: 'settings', id: 'keys' })}>
                    {text('circle.toKeys')}
                  </a>
                ),
              }
            : {})}
        />
      ))}
    </>
  );
}
