/** Enters or changes who stands behind a code: says who will read it, keeps nothing when it closes, hides when the window is left. */

import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Code } from '../../../domain/ids.ts';
import { may } from '../../../domain/roles.ts';
import type { IdentityRecord } from '../../../domain/system/identity.ts';
import { inOneList } from '../../../locales/isolates.ts';
import { useProblemWords } from '../../fields/problem-words.ts';
import { keepLast } from '../../lock/last-words.ts';
import { useLog } from '../../log-context.tsx';
import { DialogFrame } from '../../shell/DialogFrame.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { type IdentityField, identityFields, identityFrom, typedFrom } from './identity-form.ts';

/** Browsers send what is typed to spelling and writing services, and remember it, unless each input says no. */
const quiet = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  writingsuggestions: 'false',
} as const;

interface EnterNamesProps {
  readonly code: Code;
  readonly identity: IdentityRecord | undefined;
  /** Whether the window was left: nothing is shown until the person goes on. */
  readonly covered: boolean;
  /** Journals that the person looks again. Rejects when that could not be noted. */
  onUncover(): Promise<void>;
  /** `saved` is what the book holds now; undefined when nothing was saved. */
  onClose(saved?: IdentityRecord): void;
}

export function EnterNames(props: EnterNamesProps): ReactNode {
  const { code, identity, covered, onUncover, onClose } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const say = useProblemWords();
  const [opened] = useState(() => typedFrom(identity, words.locale));
  const [typed, setTyped] = useState(opened);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (covered) setFailure(undefined);
  }, [covered]);

  const checked = identityFrom(typed, code, words.locale, log.today());
  const problems = tried && !checked.ok ? checked.problems : {};
  const isChanged = identityFields.some((field) => typed[field] !== opened[field]);
  // Names are never kept as a draft: whoever loads the tab anew reads that they are lost.
  useEffect(() => keepLast(() => Promise.resolve(!isChanged)), [isChanged]);
  const readers = log.me.mission.people.filter((person) => may(person, 'show-names')).map(({ name }) => name);

  async function doing(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
    } catch (cause) {
      setFailure(cause);
    } finally {
      setBusy(false);
    }
  }
  async function save(): Promise<void> {
    setTried(true);
    if (!checked.ok) return;
    const { record } = checked;
    await doing(async () => {
      await log.saveIdentity(code, record);
      onClose(record);
    });
  }
  function frame(field: IdentityField): {
    readonly label: string;
    readonly required: boolean;
    readonly hint?: string;
    readonly validationMessage?: string;
  } {
    const found = problems[field] ?? [];
    const hint = field === 'birthDate' || field === 'document' ? text(`defenders.names.hints.${field}`) : '';
    return {
      label: text(`defenders.names.fields.${field}`),
      required: field === 'fullName',
      ...(hint ? { hint } : {}),
      ...(found.length > 0
        ? { validationMessage: found.map((problem) => say(problem, 'fields.identity')).join(' ') }
        : {}),
    };
  }
  function change(field: IdentityField, value: string): void {
    setTyped((before) => ({ ...before, [field]: value }));
  }
  return (
    <DialogFrame
      title={text(identity ? 'defenders.names.changeTitle' : 'defenders.names.enterTitle', {
        cover: words.cover(code),
      })}
      // What was typed goes by the button alone, not by Escape or a click beside.
      busy={busy || isChanged}
      onClose={() => onClose()}
      actions={
        <>
          {covered ? (
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void doing(onUncover)}>
              {text(busy ? 'defenders.names.asking' : 'defenders.names.goOn')}
            </Button>
          ) : (
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
              {text(busy ? 'defenders.names.saving' : 'defenders.names.save')}
            </Button>
          )}
          <Button disabledFocusable={busy} onClick={() => onClose()}>
            {text('defenders.names.cancel')}
          </Button>
        </>
      }
    >
      {covered ? (
        <p className={look.text}>{text('defenders.names.covered')}</p>
      ) : (
        <>
          <p className={look.text}>
            {text('defenders.names.readers', {
              who: inOneList(readers, words.locale),
            })}
          </p>
          {identityFields.map((field) => (
            <Field key={field} {...frame(field)}>
              {field === 'contactPoints' ? (
                <Textarea
                  textarea={quiet}
                  resize="vertical"
                  value={typed[field]}
                  onChange={(_, data) => change(field, data.value)}
                />
              ) : (
                <Input input={quiet} value={typed[field]} onChange={(_, data) => change(field, data.value)} />
              )}
            </Field>
          ))}
        </>
      )}
      {failure !== undefined && (
        <FailureNotice cause={failure} onRetry={() => void (covered ? doing(onUncover) : save())} />
      )}
    </DialogFrame>
  );
}
