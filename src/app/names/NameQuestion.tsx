/** Asks what to do with names that stand in a text: take them out, or let them stand. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FormDialog } from '../shell/FormDialog.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';

export interface Finding {
  readonly where?: string;
  /** As it stands in the text. */
  readonly word: string;
}

/** So many fit under each other; a list that is taken in may hold hundreds. */
const SHOWN = 20;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export function NameQuestion(props: {
  readonly findings: readonly Finding[];
  /** The entry says that it names nobody, so nobody's consent was asked. */
  readonly namesNobody: boolean;
  onAnswer(goesOn: boolean): void;
}): ReactNode {
  const { findings, namesNobody, onAnswer } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return (
    <FormDialog
      alert
      title={text('forms.names.title')}
      save={text(namesNobody ? 'forms.names.somebodyElse' : 'forms.names.goOn')}
      giveUp={text('forms.names.change')}
      blocked={false}
      reluctant
      onSave={async () => onAnswer(true)}
      onClose={() => onAnswer(false)}
    >
      {() => (
        <>
          <p className={look.text}>{text('forms.names.what', { count: findings.length })}</p>
          <ul className={styles.list}>
            {findings.slice(0, SHOWN).map(({ where, word }) => (
              <li key={`${where ?? ''} ${word}`}>
                {where ? `${where}: ` : ''}
                <bdi className={look.strong}>{word}</bdi>
              </li>
            ))}
          </ul>
          {findings.length > SHOWN ? (
            <p className={look.quiet}>{text('forms.names.more', { count: findings.length - SHOWN })}</p>
          ) : null}
          <p className={look.text}>{text(namesNobody ? 'forms.names.nobody' : 'forms.names.means')}</p>
        </>
      )}
    </FormDialog>
  );
}
