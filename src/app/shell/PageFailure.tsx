/** A part of the app that cannot be fetched any more: what was typed is kept before the tab is loaded anew, or they read that it is lost. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { keepLastWords, reloadOnceKept } from '../lock/last-words.ts';
import { useText } from '../words.tsx';
import { Notice } from './Notice.tsx';

export function PageFailure(): ReactNode {
  const text = useText();
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void keepLastWords().then((kept) => setLost(!kept));
  }, []);
  async function reload(): Promise<void> {
    setBusy(true);
    setLost(!(await reloadOnceKept(lost, () => location.reload())));
    setBusy(false);
  }
  return (
    <Notice
      role="alert"
      tone="error"
      what={text('errors.page.what')}
      means={text('errors.page.means')}
      next={text(lost ? 'errors.page.lost' : 'errors.page.next')}
      actions={
        <Button size="small" disabledFocusable={busy} onClick={() => void reload()}>
          {text(busy ? 'shell.keeping' : lost ? 'shell.reloadAnyway' : 'shell.reload')}
        </Button>
      }
    />
  );
}
