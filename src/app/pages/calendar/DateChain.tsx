/** How a date moved: every date before and after it, with what became of each and why. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { chainOf } from '../../chain.ts';
import { listedDay } from '../../day-words.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, display: 'grid', rowGap: '2px' },
  part: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  off: { textDecorationLine: 'line-through' },
});

/** Nothing for an entry that never moved. */
export function DateChain(props: { readonly entry: Entry }): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const title = useId();
  const chain = chainOf(view, props.entry);
  if (chain.length < 2) return null;
  return (
    <section className={styles.part} aria-labelledby={title}>
      <h3 id={title} className={look.heading}>
        {text('calendarPage.chain.title')}
      </h3>
      <ol className={styles.list}>
        {chain.map((entry) => {
          const kind = kindByKey(entry.kind);
          const day = kind?.day(entry.record);
          const mark = kind?.calendar?.(entry.record)[0];
          const why = kind?.chain?.(entry.record).why;
          const said = day ? listedDay(day, log.today(), words.locale) : '';
          const here = entry.entry === props.entry.entry;
          return (
            <li key={entry.entry} aria-current={here ? 'true' : undefined} className={look.text}>
              <span className={mergeClasses(look.capital, mark?.off && styles.off, here && look.strong)}>
                {here ? (
                  said
                ) : (
                  <a className={look.link} href={hrefOf({ page: 'entries', id: entry.entry })}>
                    {said}
                  </a>
                )}
              </span>
              {[
                mark && ` · ${text(`calendar.${entry.kind}.${mark.word}`)}`,
                why && `: ${why}`,
                here && ` (${text('calendarPage.chain.here')})`,
              ]}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
