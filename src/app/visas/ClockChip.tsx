/** The mark of a visa's clock that counts today: which one, when, and how near. */

import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type ClockFacts, visaClock } from '../../domain/records/visa/visa-clock.ts';
import { daysLeft } from '../duty-words.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';

export function ClockChip(props: { readonly facts: ClockFacts }): ReactNode {
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const { next } = visaClock(props.facts, log.today());
  if (!next) return <span className={look.chip}>{text('visaDesk.clock.decided')}</span>;
  const left = daysLeft({ due: next.day, waits: false }, log.today());
  return (
    <span
      className={mergeClasses(
        look.chip,
        left.tone === 'late' && look.chipUrgent,
        left.tone === 'soon' && look.chipSoon,
      )}
    >
      {text('visaDesk.clock.line', {
        mark: text(`visaDesk.clock.${next.name}`),
        day: text(left.key, { count: left.days, day: words.day(next.day) }),
      })}
    </span>
  );
}
