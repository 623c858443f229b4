/** Entries in the order of their days, each a link to itself. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { listedDay } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { KindIcon } from '../../shell/kinds.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { ConsentMarkText } from '../../table/ConsentMarkText.tsx';
import { consentMarkOf } from '../../table/consent-mark.ts';
import { dayOfEntry } from '../../table/filter.ts';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalSNudge,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground3 },
  meta: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});

const AT_FIRST = 12;

export function Timeline(props: {
  readonly entries: readonly Entry[];
  readonly empty: string;
  /** All of them at once: whoever shows them decides how many. */
  readonly whole?: boolean;
}): ReactNode {
  const text = useText();
  const words = useWords();
  const log = useLog();
  const look = useLook();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (props.entries.length === 0) return <p className={look.quiet}>{props.empty}</p>;
  const shown = all || props.whole ? props.entries : props.entries.slice(0, AT_FIRST);
  const hidden = props.entries.length - shown.length;
  return (
    <>
      <ol className={mergeClasses(look.list, look.card)}>
        {shown.map((entry) => (
          <li key={entry.entry} className={styles.item} data-entry={entry.entry}>
            <span className={styles.icon}>
              <KindIcon kind={entry.kind} />
            </span>
            <div>
              <div className={mergeClasses(look.quiet, styles.meta)}>
                <span className={look.capital}>
                  {listedDay(dayOfEntry(entry, log.me.mission.zone), log.today(), words.locale)}
                </span>
                <span>{text(`kinds.${entry.kind}.one`)}</span>
                <ConsentMarkText mark={consentMarkOf(entry, log)} />
              </div>
              <a className={look.link} href={hrefOf({ page: 'entries', id: entry.entry })}>
                {kindByKey(entry.kind)?.summary(entry.record, words)}
              </a>
            </div>
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {text('defenders.showAll', { count: hidden })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
