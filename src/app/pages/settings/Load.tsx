/** Who carries how much that is urgent, so that nobody is left alone with it; asking for relief is one step. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { type ReactNode, useState } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { HandOver } from '../../lazy-pages.ts';
import { useLog } from '../../log-context.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { loadOf } from './load-of.ts';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    minInlineSize: 0,
    '@media print': { display: 'none' },
  },
  rows: { paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase300,
  },
  name: { overflowWrap: 'anywhere' },
});

export function Load(props: { readonly duties: readonly Duty[] }): ReactNode {
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const { people, nobodys, mine } = loadOf(props.duties, log.me, log.today());
  if (people.length < 2) return null;
  return (
    <section className={styles.part} aria-label={text('today.load.title')}>
      <h2 className={look.heading}>{text('today.load.title')}</h2>
      <p className={look.quiet}>{text('today.load.hint')}</p>
      <div className={mergeClasses(look.card, styles.rows)}>
        <ul className={look.list}>
          {people.map(({ person, count }) => (
            <li key={person.objectId} className={styles.row}>
              <span className={styles.name}>{person.name}</span>
              <span>{text('today.load.count', { count })}</span>
            </li>
          ))}
          {nobodys > 0 ? (
            <li className={styles.row}>
              <span className={styles.name}>{text('today.load.nobody')}</span>
              <span>{text('today.load.count', { count: nobodys })}</span>
            </li>
          ) : null}
        </ul>
      </div>
      {mine.length > 0 ? (
        <div>
          <Button
            size="small"
            icon={<PeopleTeam20Regular aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            {text('today.load.relief')}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <LazyPart>
          <HandOver
            duties={mine}
            title={text('today.load.reliefTitle')}
            onCancel={() => setAsking(false)}
            onDone={() => setAsking(false)}
          />
        </LazyPart>
      ) : null}
    </section>
  );
}
