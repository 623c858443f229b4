/** How a place reads: as it was written, or the region that stands in its place. */

import type { Words } from './fields/field.ts';
import { regionStored } from './regions.ts';

export function placeIn(text: string, words: Words): string {
  const region = regionStored(text);
  return region ? words.text(`choices.regions.${region}`) : text;
}
