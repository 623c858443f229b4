/** On the page of a defender: that a legal hold stands, why and until when. */

import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { ReactNode } from 'react';
import type { Code } from '../../domain/ids.ts';
import { holdOver, membersIn, standingHolds } from '../../domain/keeping/retention.ts';
import { legalHold } from '../../domain/system/legal-hold.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';

export function HeldNotice(props: { readonly code: Code }): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const holds = standingHolds(view.entries.get(legalHold.key) ?? [], log.today());
  const hold = holds.length > 0 ? holdOver([props.code], holds, membersIn(view.entries)) : undefined;
  if (!hold) return null;
  const { reason, until } = hold.record;
  return (
    <p className={look.text}>
      <span className={look.chip}>
        <LockClosed20Regular aria-hidden="true" /> {text('life.holds.stands')}
      </span>{' '}
      {[reason, until && text('life.holds.until', { day: words.day(until) })].filter(Boolean).join(' · ')}
    </p>
  );
}
