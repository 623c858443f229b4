/** Safe contact at the top of a form that records contact, with the way to note it where it is missing. */

import type { ReactNode } from 'react';
import type { Code } from '../../domain/ids.ts';
import { aboutOf } from '../../domain/record-kind.ts';
import { personKind } from '../../domain/registry.ts';
import { mayWrite } from '../../domain/roles.ts';
import { useLog, useView } from '../log-context.tsx';
import type { FormRequest } from '../shell/form-door.tsx';
import { SafeContactStrip } from './SafeContactStrip.tsx';

export function FormSafeContact(props: {
  readonly code: Code;
  readonly named: boolean;
  onOpen(request: FormRequest): void;
}): ReactNode {
  const { code, named, onOpen } = props;
  const add = useSafeContactForm(code, onOpen);
  return <SafeContactStrip code={code} named={named} {...(add ? { onAdd: add } : {})} />;
}

/** Opens the defender's own form where safe contact stands; undefined for who may not write it. */
export function useSafeContactForm(
  code: Code,
  open: (request: FormRequest) => void,
): (() => void) | undefined {
  const log = useLog();
  const own = useView()
    .entries.get(personKind.key)
    ?.find(({ record }) => aboutOf(record) === code);
  if (!mayWrite(log.me, personKind.key)) return undefined;
  const section = 'safe-contact';
  return () =>
    open(
      own
        ? { what: 'change', entry: own.entry, section }
        : { what: 'new', kind: personKind.key, values: { about: code }, section },
    );
}
