/** The ways in which a page may stand before somebody: colours, width, direction of reading. */
import type { PersonOptions } from './tab.ts';

/** A theme changes nothing but colours, so only what speaks of colours is asked again. */
const ofColours = ['color-contrast', 'link-in-text-block'];

export interface Look {
  readonly key: 'light' | 'dark' | 'contrast' | 'phone' | 'right-to-left';
  readonly name: string;
  readonly options: PersonOptions;
  readonly rules?: readonly string[];
}

export const looks: readonly Look[] = [
  { key: 'light', name: 'in light', options: { theme: 'default' } },
  { key: 'dark', name: 'in dark', options: { theme: 'dark' }, rules: ofColours },
  { key: 'contrast', name: 'in high contrast', options: { theme: 'contrast' }, rules: ofColours },
  {
    key: 'phone',
    name: 'on a phone of 320 pixels',
    options: { width: '320', viewport: { width: 360, height: 780 } },
  },
  { key: 'right-to-left', name: 'from right to left', options: { lang: 'ar-sa' } },
];
