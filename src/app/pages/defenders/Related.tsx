/** Members of a group, or the people around a defender: each with a code and a page of their own. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import type { DefenderFacts } from './defender-facts.ts';

const useStyles = makeStyles({ part: { display: 'grid', rowGap: tokens.spacingVerticalS } });

export function Related(props: { readonly facts: DefenderFacts }): ReactNode {
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const { related } = props.facts;
  if (related.length === 0) return null;
  return (
    <section className={styles.part} aria-label={text('defenders.parts.related')}>
      <h2 className={look.heading}>{text('defenders.parts.related')}</h2>
      <ul className={look.list}>
        {related.map(({ code, relation }) => (
          <li key={`${code}${relation ?? ''}`}>
            <a
              className={mergeClasses(look.link, look.strong)}
              href={hrefOf({ page: 'defenders', id: code })}
            >
              {words.cover(code)}
            </a>{' '}
            <span className={look.quiet}>
              {relation ? text(`choices.relations.${relation}`) : text('defenders.member')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
