/** How close rows stand, as somebody chose it on this device. */

import { useCallback, useState } from 'react';
import { keepChoice, keptChoice } from '../../kept-choice.ts';

export type Density = 'roomy' | 'compact';

export function useDensity(): readonly [Density, (density: Density) => void] {
  const [density, setDensity] = useState<Density>(keptChoice('density') === 'compact' ? 'compact' : 'roomy');
  const choose = useCallback((next: Density) => {
    keepChoice('density', next === 'compact' ? next : undefined);
    setDensity(next);
  }, []);
  return [density, choose];
}
