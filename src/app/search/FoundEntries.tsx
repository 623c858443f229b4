/** Entries that a search found, by kind; one kind can be chosen to see more of it. */

import { makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Code } from '../../domain/ids.ts';
import { codesOf } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { listedDay } from '../day-words.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { dayOfEntry } from '../table/filter.ts';
import { filterToAddress } from '../table/filter-address.ts';
import { useText, useWords } from '../words.tsx';
import type { FoundOfKind } from './search-index.ts';

const useStyles = makeStyles({
  group: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  kinds: {
    border: 'none',
    margin: 0,
    padding: 0,
    '& button': { minInlineSize: 0 },
    '@media (max-width: 480px)': { '& button': { minBlockSize: '44px' } },
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    minBlockSize: '24px',
    '@media (max-width: 480px)': { paddingBlock: tokens.spacingVerticalM },
  },
});

export function FoundEntries(props: {
  readonly groups: readonly FoundOfKind[];
  /** The one kind shown; all when undefined. */
  readonly chosen: string | undefined;
  readonly onChoose: (kind: string | undefined) => void;
  /** The only defender found, to whom the list behind the link keeps. */
  readonly defender: Code | undefined;
}): ReactNode {
  const { groups, chosen, onChoose, defender } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const label = useId();
  const { zone } = log.me.mission;
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      {groups.length > 1 ? (
        <fieldset aria-labelledby={label} className={mergeClasses(look.row, styles.kinds)}>
          <span id={label} className={look.quiet}>
            {text('shell.search.kinds')}
          </span>
          <ToggleButton size="small" checked={chosen === undefined} onClick={() => onChoose(undefined)}>
            {text('shell.search.everyKind', { count })}
          </ToggleButton>
          {groups.map((group) => (
            <ToggleButton
              key={group.kind}
              size="small"
              checked={chosen === group.kind}
              onClick={() => onChoose(group.kind)}
            >
              {text('shell.search.kind', { kind: text(`kinds.${group.kind}.many`), count: group.count })}
            </ToggleButton>
          ))}
        </fieldset>
      ) : null}
      {groups
        .filter((group) => chosen === undefined || group.kind === chosen)
        .map((group) => {
          const filter = filterToAddress({ kind: group.kind, ...(defender ? { defender } : {}) });
          return (
            <section key={group.kind} className={styles.group}>
              <h2 className={look.heading}>{text(`kinds.${group.kind}.many`)}</h2>
              <ul className={look.list}>
                {group.entries.map((entry) => (
                  <li key={entry.entry} className={styles.item}>
                    <a className={look.link} href={hrefOf({ page: 'entries', id: entry.entry })}>
                      {kindByKey(entry.kind)?.summary(entry.record, words)}
                    </a>
                    <span className={look.quiet}>
                      {[
                        ...codesOf(entry.record).slice(0, 1).map(words.cover),
                        listedDay(dayOfEntry(entry, zone), log.today(), words.locale),
                      ].join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
              {group.entries.length < group.count ? (
                <div>
                  <a className={look.link} href={hrefOf({ page: 'entries', ...(filter ? { filter } : {}) })}>
                    {text('shell.search.inEntries')}
                  </a>
                </div>
              ) : null}
            </section>
          );
        })}
    </>
  );
}
