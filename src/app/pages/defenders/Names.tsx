/** The names behind a code while they may be seen, the way to change them, and who looked before. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Instant } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/record-kind.ts';
import type { IdentityRecord } from '../../../domain/system/identity.ts';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { identityFields } from './identity-form.ts';

const useStyles = makeStyles({
  box: {
    flexBasis: '100%',
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
  },
  value: { margin: 0, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
});

export interface Shown {
  readonly identity: IdentityRecord | undefined;
  readonly looked: readonly { readonly by: Person; readonly at: Instant }[];
}

export function Names(props: { readonly shown: Shown; onEnter(): void }): ReactNode {
  const { identity, looked } = props.shown;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={mergeClasses(look.card, styles.box)} aria-label={text('defenders.names.title')}>
      <p className={look.quiet}>{text('defenders.names.promise')}</p>
      {identity ? (
        <dl className={styles.facts}>
          {identityFields.map((field) =>
            identity[field] ? (
              <div key={field} style={{ display: 'contents' }}>
                <dt className={look.quiet}>{text(`defenders.names.fields.${field}`)}</dt>
                <dd className={styles.value}>
                  {field === 'birthDate' ? words.day(identity[field] ?? '') : identity[field]}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : (
        <p className={look.text}>{text('defenders.names.none')}</p>
      )}
      <div>
        <Button size="small" onClick={props.onEnter}>
          {text(identity ? 'defenders.names.change' : 'defenders.names.enter')}
        </Button>
      </div>
      <details>
        <summary className={look.quiet}>{text('defenders.names.looked', { count: looked.length })}</summary>
        <ul>
          {looked.map(({ by, at }) => (
            <li key={`${by.objectId}${at}`} className={look.quiet}>
              {by.name}, {words.instant(at)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
