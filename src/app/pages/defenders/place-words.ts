/** A place of detention in words: its name and what kind of place it is, as far as either is known. */

import type { Stay } from '../../../domain/custody.ts';
import type { Words } from '../../../domain/fields/field.ts';

export function placeInWords(stay: Stay, words: Words): string {
  const kind = stay.heldIn && words.text(`choices.facility-kinds.${stay.heldIn}`);
  return [stay.facility, kind].filter(Boolean).join(' · ');
}
