/** Takes a mistaken entry out of the log, with a reason; says what stands in the way where it cannot be. */

import { Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useState } from 'react';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { may, mayWrite } from '../../domain/roles.ts';
import type { RemoveOutcome } from '../../log/life/life.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';
import { DecideDialog } from './DecideDialog.tsx';

export function RemoveEntry(props: { readonly entry: Entry; readonly onRemoved: () => void }): ReactNode {
  const { entry, onRemoved } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<RemoveOutcome>();
  if (isAnonymised(entry)) return <Notice tone="info" what={text('life.anonymous')} />;
  if (entry.newer || !mayWrite(log.me, entry.kind) || !may(log.me, 'record')) return null;
  return (
    <>
      <div>
        <Button
          appearance="subtle"
          icon={<Delete20Regular aria-hidden="true" />}
          onClick={() => setAsked(true)}
        >
          {text('life.remove.button')}
        </Button>
      </div>
      <div role="status">
        {refused?.outcome === 'held' ? (
          <Notice
            tone="warning"
            what={text('life.remove.held.what')}
            next={text('life.remove.held.next')}
            actions={
              <a className={look.link} href={hrefOf({ page: 'settings', id: 'retention' })}>
                {text('settings.sections.retention')}
              </a>
            }
          />
        ) : null}
        {refused?.outcome === 'needed' ? (
          <Notice
            tone="warning"
            what={text('life.remove.needed.what', { count: refused.by })}
            next={text('life.remove.needed.next')}
          />
        ) : null}
        {refused?.outcome === 'decided' ? (
          <Notice
            tone="warning"
            what={text('life.remove.decided.what', { who: refused.who.name })}
            next={text('life.remove.decided.next')}
          />
        ) : null}
      </div>
      {isAsked ? (
        <DecideDialog
          title={text('life.remove.title')}
          reason={text('life.remove.reason')}
          confirm={text('life.remove.confirm')}
          onConfirm={async ({ reason }) => {
            const outcome = await (await log.life()).remove(entry.entry, reason);
            if (outcome.outcome === 'removed') onRemoved();
            else setRefused(outcome);
          }}
          onClose={() => setAsked(false)}
        >
          <p className={look.text}>{text('life.remove.means')}</p>
        </DecideDialog>
      ) : null}
    </>
  );
}
