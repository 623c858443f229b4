/** Why a circle is not open or not heard any more, in words: what happened, what it means, and who can do what about it. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Instant } from '../../../domain/ids.ts';
import type { CircleTrouble as Trouble } from '../../../log/circle/circle.ts';
import { Notice } from '../../shell/Notice.tsx';
import { siteAddress } from '../../start/site-address.ts';
import { useText, useWords } from '../../words.tsx';

/** `site` is written as the configuration has it. */
export function CircleTrouble(props: {
  readonly trouble: Trouble;
  readonly site: string;
  /** It was open before: what is shown is as old as that. */
  readonly asOf?: Instant | undefined;
  readonly onAgain: () => Promise<void>;
}): ReactNode {
  const { trouble, site, asOf, onAgain } = props;
  const text = useText();
  const { instant } = useWords();
  const [busy, setBusy] = useState(false);
  const words = `circleTrouble.${trouble}`;
  async function again(): Promise<void> {
    setBusy(true);
    await onAgain();
    setBusy(false);
  }
  return (
    <Notice
      role="status"
      tone="warning"
      what={text(`${words}.what`)}
      means={asOf ? text('circleTrouble.asOf', { at: instant(asOf) }) : text(`${words}.means`)}
      next={text(`${words}.next`, { site: siteAddress(site) })}
      actions={
        <Button size="small" disabled={busy} onClick={() => void again()}>
          {text(trouble === 'signed-out' ? 'start.signIn' : 'shell.retry')}
        </Button>
      }
    />
  );
}
