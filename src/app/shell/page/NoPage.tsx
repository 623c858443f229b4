/** Why nothing is shown at an address, and the way out. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../../words.tsx';
import { useLook } from '../look.ts';
import { Notice } from '../Notice.tsx';
import { useGo } from '../navigation.ts';

export function NoPage(props: { readonly why: 'unknown' | 'closed' }): ReactNode {
  const { why } = props;
  const text = useText();
  const look = useLook();
  const go = useGo();
  return (
    <div className={look.page}>
      <h1 className={look.title}>{text(`shell.${why}.title`)}</h1>
      <Notice
        tone="info"
        what={text(`shell.${why}.what`)}
        means={text(`shell.${why}.means`)}
        next={text(`shell.${why}.next`)}
        actions={
          <Button size="small" onClick={() => go({ page: 'today' })}>
            {text('shell.unknown.today')}
          </Button>
        }
      />
    </div>
  );
}
