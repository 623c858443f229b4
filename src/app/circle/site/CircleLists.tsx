/** The lists of a circle's site after a look at each: what is missing, what was tried, and what Graph does not tell. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { ListCheck } from '../../../log/circle/check.ts';
import { useLook } from '../../shell/look.ts';
import { type TextOf, useText } from '../../words.tsx';

const useStyles = makeStyles({
  rows: { paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS },
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(96px, 1fr) minmax(0, 4fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '@media (max-width: 480px)': { gridTemplateColumns: '16px minmax(0, 1fr)' },
  },
  said: { overflowWrap: 'anywhere', '@media (max-width: 480px)': { gridColumnStart: 2 } },
  icon: { display: 'flex', paddingBlockStart: tokens.spacingVerticalXXS },
});

const icons = { fine: CheckmarkCircle16Regular, open: Info16Regular, wrong: Warning16Regular } as const;

export function CircleLists(props: { readonly lists: readonly ListCheck[] }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const states = props.lists.map((list) => stateOf(list));
  const wrong = states.filter((state) => state === 'wrong').length;
  const untried = states.filter((state) => state === 'open').length;
  return (
    <>
      <p className={look.text} role="status">
        {wrong > 0 ? text('circleSite.wrong', { count: wrong }) : text('circleSite.nothingWrong')}{' '}
        {untried > 0 ? text('circleSite.untried', { count: untried }) : ''}
      </p>
      <div className={mergeClasses(look.card, styles.rows)}>
        {props.lists.map((list, index) => {
          const state = states[index] ?? 'open';
          const Icon = icons[state];
          return (
            <div key={list.list} className={styles.row} data-list={list.list} data-state={state}>
              <span className={styles.icon}>
                <Icon aria-hidden="true" />
              </span>
              <span className={look.strong} translate="no">
                {list.list}
              </span>
              <span className={styles.said}>{sentencesOf(list, text).join(' ')}</span>
            </div>
          );
        })}
      </div>
      <p className={look.text}>{text('circleSite.notTold')}</p>
    </>
  );
}

/** `open`: nothing wrong was found, and something could not be tried. */
function stateOf({ health, edit, versions }: ListCheck): keyof typeof icons {
  if (health.list === 'missing' || !health.writable || edit === 'allowed' || versions === 'kept')
    return 'wrong';
  return edit === 'no-row' || versions === 'no-row' ? 'open' : 'fine';
}

function sentencesOf({ health, edit, versions }: ListCheck, text: TextOf): readonly string[] {
  if (health.list === 'missing') return [text('circleSite.list.missing')];
  const { missingColumns, wrongColumns } = health;
  const columns = [
    missingColumns.length > 0 &&
      text('circleSite.list.columnsMissing', {
        count: missingColumns.length,
        columns: missingColumns.join(', '),
      }),
    wrongColumns.length > 0 &&
      text('circleSite.list.columnsWrong', { count: wrongColumns.length, columns: wrongColumns.join(', ') }),
  ].filter((said) => said !== false);
  return [
    ...(columns.length > 0 ? columns : [text('circleSite.list.whole')]),
    ...(edit ? [text(`circleSite.edit.${edit}`)] : []),
    ...(versions ? [text(`circleSite.versions.${versions}`)] : []),
  ];
}
