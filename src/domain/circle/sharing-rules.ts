/** What a record kind says about sharing its entries with other missions of a circle. */

import type { ConsentAction, DataCategory } from '../consent/need.ts';
import type { circleStates, coarseKinds } from './coarse.ts';

/** What everybody in a circle may know of an entry: one of eight words, and how far it is. */
export type Coarse = (typeof coarseKinds)[number];
export type CircleState = (typeof circleStates)[number];

/** What a part tells of: always, where one of these answers (or a row or item of that name) stands in it, or as the record says. */
export type Tells<R> =
  | DataCategory
  | Readonly<Record<string, DataCategory>>
  | { as(record: R): readonly DataCategory[] }['as'];

// Bivariant like the kind itself, so that code serving all kinds can ask.
export interface SharingRules<R> {
  readonly coarse: Coarse;
  /** Fields whose free text goes along once they are picked; all other words stay. */
  readonly words?: readonly string[];
  /** Fields that never go along. */
  readonly stays?: readonly string[];
  /**
   * By field, the categories of data that it tells of; `*` is what any part of it tells. Consent must cover them when the
   * part is chosen; whoever shares can add others and take none away.
   */
  readonly categories?: { readonly [part in (keyof R & string) | '*']?: Tells<R> };
  /** What they must have agreed to, where the record itself asks the gate for nothing. */
  readonly action?: ConsentAction;
  /** How far it is; `open` where absent. */
  state?(record: R): CircleState;
  /** Known to everybody anyway (a court's list): by code, without identity, only a refusal stands in the way. */
  isPublic?(record: R): boolean;
}
