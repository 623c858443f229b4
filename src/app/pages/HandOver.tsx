/** Gives one duty or several to a colleague; they see it among theirs at once. */

import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { inPlaceOf, isAway } from '../../domain/directory.ts';
import type { Duty } from '../../domain/duties/duty.ts';
import { mayWrite } from '../../domain/roles.ts';
import { InputGroup } from '../fields/InputGroup.tsx';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { useText } from '../words.tsx';
import { DutySentence, useDutySentence } from './DutySentence.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: tokens.spacingVerticalM },
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
  const styles = useStyles();
  const sentence = useDutySentence();
  useFocusBack();
  const { me } = log;
  const today = log.today();
  const colleagues = me.mission.people
    .filter((person) => mayWrite(person, 'contact') && (person.to === undefined || person.to >= today))
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
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const person = colleagues.find(({ objectId }) => objectId === to);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!person || picked.size === 0) {
      flushSync(() => setTried(true));
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], input[type="checkbox"]')?.focus();
      return;
    }
    setSaving(true);
    setFailure(undefined);
    const { objectId, tenantId, name } = person;
    try {
      for (const duty of duties.filter(({ id }) => picked.has(id)))
        await log.closeDuty({
          duty: duty.id,
          outcome: 'handed-over',
          on: today,
          to: { objectId, tenantId, name },
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        });
      onDone();
    } catch (cause) {
      setFailure(cause);
      setSaving(false);
    }
  }
  const [only] = duties;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface>
        <form ref={form} onSubmit={(event) => void save(event)} noValidate>
          <DialogBody>
            <DialogTitle>{props.title ?? text('today.handOver.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              {only && duties.length === 1 ? <DutySentence duty={only} /> : null}
              {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
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
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={saving || colleagues.length === 0}>
                {text(saving ? 'shell.saving' : 'today.handOver.save')}
              </Button>
              <Button onClick={onCancel}>{text('shell.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
