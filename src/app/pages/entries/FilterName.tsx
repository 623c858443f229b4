/** Asks for the name of a filter. */

import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLog } from '../../log-context.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { type Filter, plain } from '../../table/filter.ts';
import { useText } from '../../words.tsx';
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
  const [entry] = useState(() => kept?.entry ?? log.newEntryId());
  const [name, setName] = useState(kept?.name ?? '');
  const given = name.replace(/\p{C}+/gu, ' ').trim();
  const problem =
    given === '' ? 'missing' : others.some((other) => plain(other) === plain(given)) ? 'taken' : undefined;

  async function keep(): Promise<void> {
    await log.keepFilter({ entry, name: given, choice: choiceOf(filter) });
    onClose();
  }
  return (
    <FormDialog
      title={kept ? text('entries.saved.renameTitle', { name: kept.name }) : text('entries.saved.title')}
      save={text('entries.saved.keep')}
      blocked={problem !== undefined}
      onSave={keep}
      onClose={onClose}
    >
      {(tried) => (
        <Field
          label={text('entries.saved.name')}
          hint={text('entries.saved.hint')}
          required
          {...(tried && problem ? { validationMessage: text(`entries.saved.${problem}`) } : {})}
        >
          <Input value={name} maxLength={LONGEST} onChange={(_, data) => setName(data.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
