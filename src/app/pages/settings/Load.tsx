/** Who carries how much that is urgent, so that nobody is left alone with it; asking for relief is one step. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { type ReactNode, useState } from 'react';
import { useLog, useView } from '../../log-context.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { HandOver } from '../today/later-hand-over.ts';
import { loadOf, type Share } from './load-of.ts';

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
  share: { display: 'grid', justifyItems: 'end', flexShrink: 0 },
});

export function Load(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const { people, nobodys, mine } = loadOf(view, log.me, log.today());
  if (people.length < 2) return null;
  return (
    <section className={styles.part} aria-label={text('today.load.title')}>
      <h2 className={look.heading}>{text('today.load.title')}</h2>
      <p className={look.quiet}>{text('today.load.hint')}</p>
      <div className={mergeClasses(look.card, styles.rows)}>
        <ul className={look.list}>
          {people.map(({ person, ...share }) => (
            <Line key={person.objectId} name={person.name} {...share} />
          ))}
          {nobodys.count + nobodys.cases > 0 ? <Line name={text('today.load.nobody')} {...nobodys} /> : null}
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

function Line(props: Share & { readonly name: string }): ReactNode {
  const text = useText();
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <span className={styles.name}>{props.name}</span>
      <span className={styles.share}>
        <span>{text('today.load.count', { count: props.count })}</span>
        {props.cases > 0 ? <span>{text('today.load.cases', { count: props.cases })}</span> : null}
      </span>
    </li>
  );
}
