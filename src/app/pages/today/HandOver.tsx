/** Gives one duty or several to a colleague; they see it among theirs at once. */

import { Checkbox, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { inPlaceOf, isAway } from '../../../domain/directory.ts';
import type { Duty } from '../../../domain/duties/duty.ts';
import { mayLog } from '../../../domain/roles.ts';
import { InputGroup } from '../../fields/InputGroup.tsx';
import { useLog } from '../../log-context.tsx';
import { textsOfClosing } from '../../names/spoken-texts.ts';
import { useNameCheck } from '../../names/use-name-check.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useText } from '../../words.tsx';
import { DutySentence, useDutySentence } from './DutySentence.tsx';

const useStyles = makeStyles({
  ticks: { display: 'grid' },
});

/** Several duties can be picked from; one is given as it is. */
export function HandOver(props: {
  readonly duties: readonly Duty[];
  /** The title, where this is more than handing one thing over. */
  readonly title?: string;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { duties, onCancel, onDone } = props;
  const log = useLog();
  const text = useText();
  const names = useNameCheck();
  const styles = useStyles();
  const sentence = useDutySentence();
  const { me } = log;
  const today = log.today();
  const colleagues = me.mission.people
    .filter((person) => mayLog(person) && (person.to === undefined || person.to >= today))
    .filter(({ objectId }) => duties.length > 1 || objectId !== duties[0]?.owner?.objectId)
    .filter(({ objectId }) => duties.length === 1 || objectId !== me.person.objectId);
  const [to, setTo] = useState(() => {
    const owner = me.mission.people.find(({ objectId }) => objectId === duties[0]?.owner?.objectId);
    // Whose turn it is while its owner is away.
    const standIn = owner && isAway(owner, today) && inPlaceOf(me.mission.people, owner.objectId, today);
    return colleagues.find(({ objectId }) => standIn && objectId === standIn.objectId)?.objectId ?? '';
  });
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(duties.map(({ id }) => id)));
  const [reason, setReason] = useState('');
  const person = colleagues.find(({ objectId }) => objectId === to);

  async function save(): Promise<void> {
    if (!person || !(await names.mayGoOn(textsOfClosing({ reason })))) return;
    const { objectId, tenantId, name } = person;
    for (const duty of duties.filter(({ id }) => picked.has(id)))
      await log.closeDuty({
        duty: duty.id,
        outcome: 'handed-over',
        on: today,
        to: { objectId, tenantId, name },
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      });
    onDone();
  }
  const [only] = duties;
  return (
    <FormDialog
      title={props.title ?? text('today.handOver.title')}
      save={text('today.handOver.save')}
      blocked={!person || picked.size === 0}
      unsavable={colleagues.length === 0}
      onSave={save}
      onClose={onCancel}
    >
      {(tried) => (
        <>
          {names.asking}
          {only && duties.length === 1 ? <DutySentence duty={only} /> : null}
          {duties.length > 1 ? (
            <Field
              label={text('today.handOver.which')}
              {...(tried && picked.size === 0 ? { validationMessage: text('today.handOver.pick') } : {})}
            >
              <InputGroup className={styles.ticks}>
                {duties.map((duty) => (
                  <Checkbox
                    key={duty.id}
                    label={sentence(duty)}
                    checked={picked.has(duty.id)}
                    onChange={(_, data) => {
                      const others = [...picked].filter((id) => id !== duty.id);
                      setPicked(new Set(data.checked ? [...others, duty.id] : others));
                    }}
                  />
                ))}
              </InputGroup>
            </Field>
          ) : null}
          {colleagues.length === 0 ? (
            <p>{text('today.handOver.nobody')}</p>
          ) : (
            <>
              <Field
                label={text('today.handOver.to')}
                required
                {...(tried && !person ? { validationMessage: text('today.handOver.toMissing') } : {})}
              >
                <Select value={to} onChange={(_, data) => setTo(data.value)}>
                  <option value="" disabled>
                    {text('today.closing.choose')}
                  </option>
                  {colleagues.map(({ objectId, name }) => (
                    <option key={objectId} value={objectId}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label={text('today.handOver.word')} hint={text('today.closing.reasonHint')}>
                <Input value={reason} maxLength={255} onChange={(_, data) => setReason(data.value)} />
              </Field>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
