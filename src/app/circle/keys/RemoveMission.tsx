/** Removes a mission from the circle in one action, then says what had been shared with it and what the site's owner does. */

import { Button, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Code, Day } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import type { Circle, CircleMission } from '../../../log/circle/circle.ts';
import { DialogFrame } from '../../shell/DialogFrame.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useKeysLook } from './keys-look.ts';

export function RemoveMission(props: {
  readonly circle: Circle;
  readonly mission: CircleMission;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, mission, onClose } = props;
  const text = useText();
  const look = useLook();
  const [typed, setTyped] = useState('');
  const [shared, setShared] = useState<readonly Entry[]>();
  if (shared) return <Removed mission={mission} shared={shared} onClose={onClose} />;
  const isTyped = typed.trim().toLowerCase() === mission.code;
  return (
    <FormDialog
      alert
      title={text('keys.missions.removeOf', { mission: mission.name })}
      save={text('keys.missions.remove')}
      saving={text('keys.removing.working')}
      blocked={!isTyped}
      onSave={async () => setShared((await circle.registry.remove(mission.code)).shared)}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>{text('keys.removing.means')}</p>
          <Field
            label={text('keys.removing.type', { code: mission.code })}
            required
            {...(tried && !isTyped ? { validationMessage: text('keys.removing.typeWrong') } : {})}
          >
            <Input
              value={typed}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => setTyped(data.value)}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function Removed(props: {
  readonly mission: CircleMission;
  readonly shared: readonly Entry[];
  readonly onClose: () => void;
}): ReactNode {
  const { mission, shared, onClose } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useKeysLook();
  return (
    <DialogFrame
      alert
      title={text('keys.removed.title', { mission: mission.name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {text('keys.removed.close')}
        </Button>
      }
    >
      <div className={styles.part}>
        <p className={look.text}>{text('keys.removed.owner', { mission: mission.name })}</p>
        <p className={look.text}>{text('keys.removed.shared', { count: shared.length })}</p>
        <ul className={styles.list}>
          {shared.map(({ entry, record }) => (
            <li key={entry} className={look.text}>
              {[
                text(
                  typeof record.ofKind === 'string' ? `kinds.${record.ofKind}.one` : 'keys.coarse.request',
                ),
                typeof record.about === 'string' ? words.cover(record.about as Code) : '',
                text('keys.removed.until', { day: words.day(record.until as Day) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </li>
          ))}
        </ul>
        {shared.length > 0 ? <p className={look.text}>{text('keys.removed.ask')}</p> : null}
      </div>
    </DialogFrame>
  );
}
