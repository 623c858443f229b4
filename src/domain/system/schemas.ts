/** Schemas of the small values that system documents are made of. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { plainText } from '../fields/document.ts';
import { type Day, isDay, isMissionCode, type MissionCode } from '../ids.ts';

export function daySchema(): z.ZodMiniType<Day> {
  return z.custom<Day>(isDay);
}

/** Members of a person; anything else that came along is dropped. */
export const personMembers = {
  objectId: plainText(64),
  tenantId: plainText(64),
  name: plainText(255),
};

export const word = plainText(80);
export const line = plainText(255);

/** Missions by code, each once. */
export function missionList(): z.ZodMiniType<readonly MissionCode[]> {
  return z
    .array(z.custom<MissionCode>(isMissionCode))
    .check(z.refine((all) => new Set(all).size === all.length));
}
