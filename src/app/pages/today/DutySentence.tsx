/** A duty in one sentence, with the cover name in front; for dialogs and ticks. */

import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { dutyValues } from '../../duty-words.ts';
import { useLog } from '../../log-context.tsx';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({ sentence: { margin: 0 } });

export function DutySentence(props: { readonly duty: Duty }): ReactNode {
  const styles = useStyles();
  return <p className={styles.sentence}>{useDutySentence()(props.duty)}</p>;
}

export function useDutySentence(): (duty: Duty) => string {
  const text = useText();
  const words = useWords();
  const log = useLog();
  return (duty) =>
    [
      duty.about ? `${words.cover(duty.about)}: ` : '',
      text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, log.today())),
    ].join('');
}
