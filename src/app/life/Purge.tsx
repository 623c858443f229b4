/** What SharePoint still keeps after the app is done, for an owner to purge by hand: list, item, since when, done by whom. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../domain/ids.ts';
import { kindByKey } from '../../domain/registry.ts';
import { localNow } from '../../domain/zoned.ts';
import type { Life, Purge as ToPurge } from '../../log/life/life.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { LoadedPart } from './LoadedPart.tsx';
import { useLifeLook } from './look.ts';
import { useLoaded } from './use-life.ts';

const purges = (life: Life): Promise<readonly ToPurge[]> => life.purges();

/** The first and second recycle bin together keep what was deleted for so long. */
const BIN_DAYS = 93;

export function Purge(): ReactNode {
  const loaded = useLoaded(purges);
  const text = useText();
  const look = useLook();
  const styles = useLifeLook();
  return (
    <div className={styles.section}>
      <p className={look.text}>{text('life.purge.why')}</p>
      <ol className={look.text}>
        {(['versions', 'item', 'bin', 'tick'] as const).map((step) => (
          <li key={step}>{text(`life.purge.steps.${step}`, { days: BIN_DAYS })}</li>
        ))}
      </ol>
      <LoadedPart loaded={loaded}>
        {(found) =>
          found.length === 0 ? (
            <p className={look.text}>{text('life.purge.none')}</p>
          ) : (
            <>
              <div className={mergeClasses(look.row, styles.noPrint)}>
                <Button icon={<Print20Regular aria-hidden="true" />} onClick={() => print()}>
                  {text('life.purge.print')}
                </Button>
              </div>
              <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.purge.title')}>
                {found.map((purge) => (
                  <Row key={`${purge.kind}${purge.entry}`} purge={purge} onTicked={loaded.again} />
                ))}
              </ul>
            </>
          )
        }
      </LoadedPart>
    </div>
  );
}

function Row(props: { readonly purge: ToPurge; readonly onTicked: () => void }): ReactNode {
  const { purge, onTicked } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const where = text('life.purge.where', {
    list: kindByKey(purge.kind)?.list ?? purge.kind,
    item: purge.item,
  });
  async function tick(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      await (await log.life()).tickPurge(purge);
      onTicked();
    } catch (cause) {
      setFailure(cause);
    }
    setBusy(false);
  }
  return (
    <li className={styles.item} data-purge={purge.entry}>
      <div className={styles.said}>
        <span className={look.strong}>{where}</span>
        <span>{text(`life.purge.what.${purge.what}`)}</span>
        <span className={look.quiet}>
          {text('life.purge.since', { day: words.day(localNow(purge.since, log.me.mission.zone).day) })}
          {purge.done
            ? ` · ${text('life.purge.done', {
                who: purge.done.by.name,
                day: words.day(purge.done.on),
                bin: words.day(addDays(purge.done.on, BIN_DAYS)),
              })}`
            : ''}
        </span>
        {failure ? <FailureNotice cause={failure} onRetry={() => void tick()} /> : null}
      </div>
      {purge.done ? (
        <span className={look.chip}>
          <CheckmarkCircle20Regular aria-hidden="true" /> {text('life.purge.isDone')}
        </span>
      ) : (
        <Button
          size="small"
          className={styles.touch}
          disabled={isBusy}
          aria-label={text('life.purge.tickOf', { where })}
          onClick={() => void tick()}
        >
          {text('life.purge.tick')}
        </Button>
      )}
    </li>
  );
}
