/** The ways in which a page may stand before somebody: colours, width, direction of reading. */
import type { PersonOptions } from './tab.ts';

/** A theme changes nothing but colours, so only what speaks of colours is asked again. */
const ofColours = ['color-contrast', 'link-in-text-block'];

export interface Look {
  readonly name: string;
  readonly options: PersonOptions;
  readonly rules?: readonly string[];
}

export const looks: readonly Look[] = [
  { name: 'in light', options: { theme: 'default' } },
  { name: 'in dark', options: { theme: 'dark' }, rules: ofColours },
  { name: 'in high contrast', options: { theme: 'contrast' }, rules: ofColours },
  {
    name: 'on a phone of 320 pixels',
    options: { width: '320', viewport: { width: 360, height: 780 } },
  },
  { name: 'from right to left', options: { lang: 'ar-sa' } },
];
