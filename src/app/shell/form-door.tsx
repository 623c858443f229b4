/** Opens the one form from anywhere: a new entry, the next step of another, or a change. */

import { createContext, useContext } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import type { AnyRecord } from '../../domain/record-kind.ts';
import type { KeptDraft } from '../../log/writing/saving.ts';

export type FormRequest =
  /** A new entry of a kind, with what is already known. */
  | { readonly what: 'new'; readonly kind: string; readonly values?: AnyRecord; readonly section?: string }
  /** `values` stand in the form instead of what is stored; `section` is unfolded at once. */
  | {
      readonly what: 'change';
      readonly entry: EntryId;
      readonly values?: AnyRecord;
      readonly section?: string;
    }
  | { readonly what: 'draft'; readonly kept: KeptDraft };

export type OpenForm = (request: FormRequest) => void;

const FormDoor = createContext<OpenForm | undefined>(undefined);

export const FormDoorProvider = FormDoor;

/** Opens the form in a drawer (wide) or as a page (narrow). */
export function useOpenForm(): OpenForm {
  const open = useContext(FormDoor);
  if (!open) throw new TypeError('this part of the screen stands outside the shell');
  return open;
}
