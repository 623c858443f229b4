/** Says why something did not leave the mission, and what to do. */

import type { ReactNode } from 'react';
import type { NotHandedOutWhy } from '../../log/writing/hand-out.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import type { PrintHandle } from './use-print.ts';

export function NotHandedOut(props: { readonly why: NotHandedOutWhy }): ReactNode {
  const text = useText();
  return (
    <Notice
      role="alert"
      tone="warning"
      what={text(`files.refused.${props.why}.what`)}
      next={text(`files.refused.${props.why}.next`)}
    />
  );
}

/** What became of a try to print, where it did not print. */
export function NotPrinted(props: { readonly print: PrintHandle }): ReactNode {
  const { refused, failure, print } = props.print;
  return (
    <>
      {refused ? <NotHandedOut why={refused} /> : null}
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={print} />}
    </>
  );
}
