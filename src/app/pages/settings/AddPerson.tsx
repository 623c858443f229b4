/** Puts somebody on the list who may read it but not write in it: they copy a line from their screen, it is pasted here. */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { personIn } from '../../../domain/person-line.ts';
import type { Person } from '../../../domain/record-kind.ts';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalS, maxInlineSize: '560px' },
});

export function AddPerson(props: {
  readonly isSaving: boolean;
  readonly isListed: (person: Person) => boolean;
  readonly onAdd: (person: Person) => void;
}): ReactNode {
  const { isSaving, isListed, onAdd } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [line, setLine] = useState('');
  const [problem, setProblem] = useState<'wrong' | 'there'>();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const person = personIn(line);
    const found = !person ? 'wrong' : isListed(person) ? 'there' : undefined;
    setProblem(found);
    if (!person || found) return;
    onAdd(person);
    setLine('');
    setOpen(false);
  }

  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{text('settings.people.add.open')}</Button>
      </div>
    );
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={text('settings.people.add.label')}
        hint={text('settings.people.add.hint')}
        {...(problem
          ? {
              validationMessage: text(`settings.people.add.${problem}`),
              validationState: 'error' as const,
            }
          : {})}
      >
        <Input value={line} autoComplete="off" onChange={(_, data) => setLine(data.value)} />
      </Field>
      <div className={look.row}>
        <Button type="submit" appearance="primary" disabled={isSaving}>
          {text('settings.people.add.save')}
        </Button>
        <Button onClick={() => setOpen(false)}>{text('shell.cancel')}</Button>
      </div>
    </form>
  );
}
