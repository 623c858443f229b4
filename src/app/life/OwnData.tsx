/** On the page of a defender: they ask what is written about them, or for it to be corrected or erased. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Code } from '../../domain/ids.ts';
import { subjectRequest } from '../../domain/records/subject-request.ts';
import { may } from '../../domain/roles.ts';
import { useLog } from '../log-context.tsx';
import { useOpenForm } from '../shell/form-door.tsx';
import { useText } from '../words.tsx';
import { useLifeLook } from './look.ts';

export function OwnData(props: { readonly code: Code }): ReactNode {
  const log = useLog();
  const text = useText();
  const styles = useLifeLook();
  const openForm = useOpenForm();
  if (!may(log.me, 'keep')) return null;
  return (
    <div className={styles.noPrint}>
      <Button
        className={styles.touch}
        onClick={() => openForm({ what: 'new', kind: subjectRequest.key, values: { about: props.code } })}
      >
        {text('life.requests.ask')}
      </Button>
    </div>
  );
}
