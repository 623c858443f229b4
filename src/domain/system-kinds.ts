/** Every kind the product keeps for itself, those included that only the circle's parts read, which arrive after the first page. */

import type { AnyKind } from './record-kind.ts';
import { firstSystemKinds } from './registry.ts';
import { circleCode } from './system/circle-code.ts';
import { circleLink } from './system/circle-link.ts';
import { matchRun } from './system/match-run.ts';
import { missionKey } from './system/mission-key.ts';
import { pin } from './system/pin.ts';
import { seen } from './system/seen.ts';
import { signingKey } from './system/signing-key.ts';

export const systemKinds: readonly AnyKind[] = [
  ...firstSystemKinds,
  circleCode,
  circleLink,
  matchRun,
  missionKey,
  pin,
  seen,
  signingKey,
];
