/** Notes what was promised, where duties stand: the form opens with oneself as who keeps it. */

import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { ReactNode } from 'react';
import type { Code } from '../../../domain/ids.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { useLog } from '../../log-context.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { dutyByHand } from '../../shell/kinds.tsx';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

/** Nothing for somebody who may not note one. */
export function NotePromise(props: { readonly about?: Code }): ReactNode {
  const { about } = props;
  const log = useLog();
  const text = useText();
  const openForm = useOpenForm();
  const styles = useStyles();
  if (!mayWrite(log.me, dutyByHand)) return null;
  return (
    <Button
      size="small"
      className={styles.button}
      icon={<Add20Regular aria-hidden="true" />}
      onClick={() => openForm({ what: 'new', kind: dutyByHand, values: about ? { about } : {} })}
    >
      {text(`kinds.${dutyByHand}.log`)}
    </Button>
  );
}
