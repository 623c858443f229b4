/** What a record kind says about sharing its entries with other missions of a circle. */

import type { ConsentAction } from '../consent/need.ts';
import type { circleStates, coarseKinds } from './coarse.ts';

/** What everybody in a circle may know of an entry: one of eight words, and how far it is. */
export type Coarse = (typeof coarseKinds)[number];
export type CircleState = (typeof circleStates)[number];

// Bivariant like the kind itself, so that code serving all kinds can ask.
export interface SharingRules<R> {
  readonly coarse: Coarse;
  /** Fields whose free text goes along once they are picked; all other words stay. */
  readonly words?: readonly string[];
  /** Fields that never go along. */
  readonly stays?: readonly string[];
  /** What they must have agreed to, where the record itself asks the gate for nothing. */
  readonly action?: ConsentAction;
  /** How far it is; `open` where absent. */
  state?(record: R): CircleState;
  /** Known to everybody anyway (a court's list): by code, without identity, only a refusal stands in the way. */
  isPublic?(record: R): boolean;
}
