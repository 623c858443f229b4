/** What could not be done in a circle yet, in words, with what to do next and a try at once; nothing where all is done. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { EntryId } from '../../../domain/ids.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { useText } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useTask } from '../use-task.ts';

type Undone = CircleView['undone'][number];

export function CircleUndone(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useCircleLook();
  const task = useTask();
  if (view.undone.length === 0) return null;
  const canTry = view.undone.some(({ what }) => what !== 'emptied');
  const kinds = [...new Map(view.undone.map((one) => [`${one.what} ${whyOf(one) ?? ''}`, one])).values()];
  return (
    <section className={styles.part} aria-label={text('circle.undone.title')}>
      {kinds.map((one) => {
        const why = whyOf(one);
        const isOurTurn = why !== undefined || one.what === 'emptied';
        const source = isOurTurn ? sourceOf(view, one) : undefined;
        return (
          <Notice
            key={`${one.what} ${why ?? ''}`}
            role="status"
            tone="warning"
            what={text(`circle.undone.${one.what}.what`)}
            means={text(`circle.undone.${one.what}.means`)}
            next={text(nextFor(one, why))}
            {...(source
              ? {
                  actions: (
                    <a className={look.link} href={hrefOf({ page: 'entries', id: source })}>
                      {text('circle.undone.open')}
                    </a>
                  ),
                }
              : {})}
          />
        );
      })}
      {canTry ? (
        <div>
          <Button
            className={styles.touch}
            disabledFocusable={task.busy}
            onClick={() => task.run(() => circle.refresh())}
          >
            {text(task.busy ? 'circle.undone.trying' : 'circle.undone.again')}
          </Button>
        </div>
      ) : null}
      {task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />}
    </section>
  );
}

function nextFor({ what }: Undone, why: string | undefined): string {
  if (what === 'emptied') return 'circle.undone.emptied.next';
  return why ? `circle.blocks.${why}.next` : 'circle.undone.next';
}

/** What somebody can settle; anything else passes by itself. */
function whyOf({ cause }: Undone): string | undefined {
  return cause instanceof Error && cause.name === 'CannotSend' && 'why' in cause
    ? String(cause.why)
    : undefined;
}

function sourceOf(view: CircleView, { share }: Undone): EntryId | undefined {
  return view.shares.find(({ entry }) => entry === share)?.record.source as EntryId | undefined;
}
