/** What every control is given: one field, its raw value, and where on the form it stands. */

import { createContext, type ReactNode, useContext } from 'react';
import type { Field, Problem } from '../../domain/fields/field.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { AnyRecord } from '../../domain/record-kind.ts';

export interface ControlProps {
  readonly field: Field;
  /** As typed: not yet checked, perhaps not even of the field's shape. */
  readonly value: unknown;
  /** `undefined` empties the field. */
  onChange(raw: unknown): void;
  /** Where its words stand, e.g. `fields.contact.channel`. */
  readonly words: string;
  readonly problems: readonly Problem[];
}

export type Control = (
  props: ControlProps & {
    /** The frame of a control, for one that holds others. */
    readonly Box: FieldFrame;
  },
) => ReactNode;

export interface FieldFrameProps extends ControlProps {
  readonly id: string;
  /** What could harm although the value is sound; a problem of the value goes first. */
  readonly cautions?: readonly string[];
  /** Needed now, although the field itself may be empty. */
  readonly needed?: boolean;
  /** Called when the focus leaves the field for good. */
  readonly onLeave?: () => void;
}

export type FieldFrame = (props: FieldFrameProps) => ReactNode;

/** The form around a control. */
export interface Surrounding {
  readonly kind: string;
  readonly entry: EntryId;
  readonly values: AnyRecord;
  /** Opens a form for something this one refers to; answers with its entry once saved, undefined when given up. */
  startNew(kind: string, values: AnyRecord): Promise<EntryId | undefined>;
}

export const SurroundingContext = createContext<Surrounding | undefined>(undefined);

/** Throws TypeError outside a form. */
export function useSurrounding(): Surrounding {
  const surrounding = useContext(SurroundingContext);
  if (!surrounding) throw new TypeError('this control stands outside a form');
  return surrounding;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Own members of a plain object; none for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}
