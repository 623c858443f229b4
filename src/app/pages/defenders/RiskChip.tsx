/** A level of risk in a word; the colour only repeats it. */

import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { riskLevels } from '../../../domain/records/vocabulary.ts';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

export function RiskChip(props: { readonly level: unknown }): ReactNode {
  const text = useText();
  const look = useLook();
  const level = riskLevels.find((known) => known === props.level);
  if (!level) return <span className={look.quiet}>{text('defenders.noRisk')}</span>;
  const tone =
    level === 'critical' || level === 'high'
      ? look.chipUrgent
      : level === 'medium'
        ? look.chipSoon
        : undefined;
  return (
    <span>
      <span className={mergeClasses(look.chip, tone)}>{text(`choices.risk-levels.${level}`)}</span>
    </span>
  );
}
