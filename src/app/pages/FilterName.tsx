/** Asks for the name of a filter. */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { type Filter, plain } from '../table/filter.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useText } from '../words.tsx';
import { choiceOf, type KeptFilter } from './saved-filters.ts';

const LONGEST = 60;

export function FilterName(props: {
  readonly filter: Filter;
  /** The one that is given another name; absent for a new one. */
  readonly kept: KeptFilter | undefined;
  /** Names this person already uses. */
  readonly others: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { filter, kept, others, onClose } = props;
  const log = useLog();
  const text = useText();
  useFocusBack();
  const [entry] = useState(() => kept?.entry ?? log.newEntryId());
  const [name, setName] = useState(kept?.name ?? '');
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const given = name.replace(/\p{C}+/gu, ' ').trim();
  const problem =
    given === '' ? 'missing' : others.some((other) => plain(other) === plain(given)) ? 'taken' : undefined;

  async function keep(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (problem) {
      setTried(true);
      form.current?.querySelector('input')?.focus();
      return;
    }
    setSaving(true);
    setFailure(undefined);
    try {
      await log.keepFilter({ entry, name: given, choice: choiceOf(filter) });
      onClose();
    } catch (cause) {
      setFailure(cause);
      setSaving(false);
    }
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form ref={form} onSubmit={(event) => void keep(event)} noValidate>
          <DialogBody>
            <DialogTitle>
              {kept ? text('entries.saved.renameTitle', { name: kept.name }) : text('entries.saved.title')}
            </DialogTitle>
            <DialogContent>
              {failure ? <FailureNotice cause={failure} onRetry={() => void keep()} /> : null}
              <Field
                label={text('entries.saved.name')}
                hint={text('entries.saved.hint')}
                required
                {...(tried && problem ? { validationMessage: text(`entries.saved.${problem}`) } : {})}
              >
                <Input value={name} maxLength={LONGEST} onChange={(_, data) => setName(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={saving}>
                {text(saving ? 'shell.saving' : 'entries.saved.keep')}
              </Button>
              <Button onClick={onClose}>{text('shell.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
