/** Three missions in one circle: what one shares, the others read, act on and delete; what nobody agreed to goes nowhere. */

import { describe } from 'vitest';
import { whatIsAnswered } from './sharing/answers.ts';
import { whatBrokeOff } from './sharing/broken-off.ts';
import { sharingDesks } from './sharing/desks.ts';
import { whatIsLookedAt } from './sharing/looked-at.ts';
import { whatIsTakenBack } from './sharing/taken-back.ts';
import { whatCrosses } from './sharing/what-crosses.ts';

describe.each(['memory', 'the local tenant'] as const)('H2 · three missions over %s', (where) => {
  const at = sharingDesks(where);
  whatCrosses(at);
  whatIsLookedAt(at);
  whatIsTakenBack(at);
  whatBrokeOff(at);
  whatIsAnswered(at);
});
