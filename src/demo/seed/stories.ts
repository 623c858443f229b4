/** Everything that happens in the seed. */

import type { Story } from './act.ts';
import { afterHearings } from './stories/after-hearings.ts';
import { beginnings } from './stories/beginnings.ts';
import { brenland } from './stories/brenland.ts';
import { circleKeys, foundersKeys } from './stories/circle-keys.ts';
import { circleWork } from './stories/circle-work.ts';
import { corvia } from './stories/corvia.ts';
import { dangers } from './stories/dangers.ts';
import { estmark } from './stories/estmark.ts';
import { exile } from './stories/exile.ts';
import { journalist } from './stories/journalist.ts';
import { journalistArrest } from './stories/journalist-arrest.ts';
import { journalistRemand } from './stories/journalist-remand.ts';
import { lawyer } from './stories/lawyer.ts';
import { measures } from './stories/measures.ts';
import { oskel } from './stories/oskel.ts';
import { oskelFamily } from './stories/oskel-family.ts';
import { oskelTrial } from './stories/oskel-trial.ts';
import { released } from './stories/released.ts';
import { tarvin } from './stories/tarvin.ts';
import { unionist } from './stories/unionist.ts';
import { visas } from './stories/visas.ts';
import { visits } from './stories/visits.ts';
import { westernUnion } from './stories/western-union.ts';

/** On one day, acts of an earlier story come first. */
export const stories: readonly Story[] = [
  beginnings,
  oskelFamily,
  oskel,
  oskelTrial,
  lawyer,
  tarvin,
  exile,
  released,
  unionist,
  measures,
  journalist,
  journalistArrest,
  journalistRemand,
  brenland,
  corvia,
  westernUnion,
  estmark,
  dangers,
  visas,
  visits,
  afterHearings,
  circleKeys,
  circleWork,
];

/** The fifth mission has just joined the others, who know each other's keys, and has none itself. */
export const beforeFirstKeys: readonly Story[] = [beginnings, estmark, foundersKeys];
