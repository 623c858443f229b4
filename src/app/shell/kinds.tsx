/** What the shell says about kinds of entries, asked of the kinds themselves. */

import { CalendarClock20Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import type { ReactNode } from 'react';
import { isCode } from '../../domain/codes.ts';
import type { AnyKind, AnyRecord } from '../../domain/record-kind.ts';
import { promise } from '../../domain/records/promise.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { mayWrite } from '../../domain/roles.ts';
import type { Log } from '../../log/log.ts';
import type { Route } from './routes.ts';

/** Kinds this person may log, in the order of the registry: the most frequent kind first. */
export function kindsToLog(log: Log): readonly AnyKind[] {
  return recordKinds.filter((kind) => mayWrite(log.me, kind.key));
}

/** What the large button logs in one click. */
export const firstKind = recordKinds[0].key;

/** What somebody owes by their own word, noted beside the duties that follow from entries. */
export const dutyByHand = promise.key;

/** What the page in view already tells a new entry: whom it is about, unless the kind makes somebody new. */
export function knownFromPage(kind: AnyKind, route: Route | undefined): AnyRecord {
  const { about } = kind.fields;
  const makesNew = about?.columns.some((column) => column.unique) ?? true;
  return route?.page === 'defenders' && isCode(route.id) && !makesNew ? { about: route.id } : {};
}

/** A mark for a kind; always beside its name, never instead of it. */
export function KindIcon(props: { readonly kind: string }): ReactNode {
  const kind = kindByKey(props.kind);
  const Icon = kind?.calendar
    ? CalendarClock20Regular
    : kind?.appendOnly
      ? History20Regular
      : DocumentText20Regular;
  return <Icon aria-hidden="true" />;
}
