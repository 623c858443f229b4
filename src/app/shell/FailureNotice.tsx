/** Words for a failure, with a way on. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../words.tsx';
import { failureOf } from './failure.ts';
import { Notice } from './Notice.tsx';
import { PageFailure } from './PageFailure.tsx';

/** What happened, what it means, what to do, and the request's number for support. */
export function FailureNotice(props: { readonly cause: unknown; readonly onRetry?: () => void }): ReactNode {
  const text = useText();
  const { code, requestId, where } = failureOf(props.cause);
  if (code === 'page') return <PageFailure />;
  const facts = [
    where && text('shell.failure.where', { where }),
    requestId && text('shell.failure.request', { id: requestId }),
  ].filter(Boolean);
  return (
    <Notice
      role="alert"
      tone="error"
      what={text(`errors.${code}.what`)}
      means={text(`errors.${code}.means`)}
      next={[text(`errors.${code}.next`), ...facts].join(' ')}
      actions={
        <Button size="small" onClick={() => props.onRetry?.()}>
          {text('shell.retry')}
        </Button>
      }
    />
  );
}

/** For the one moment at which no language has arrived: English, and a button. */
export function WordlessFailure(props: { readonly onRetry: () => void }): ReactNode {
  return (
    <Notice
      role="alert"
      tone="error"
      what="Focal Point could not fetch its texts."
      means="Without them no page can be shown. Nothing was lost."
      next="Check the connection and try again."
      actions={
        <Button size="small" onClick={props.onRetry}>
          Try again
        </Button>
      }
    />
  );
}
