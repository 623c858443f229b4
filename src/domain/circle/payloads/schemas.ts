/** Parts that several payloads are made of. */

import '../../jitless.ts';
import * as z from 'zod/mini';
import { isCode } from '../../codes.ts';
import { identityLevels } from '../../consent/need.ts';
import { plainText } from '../../fields/document.ts';
import {
  type Code,
  type Day,
  type EntryId,
  isDay,
  isEntryId,
  isMissionCode,
  type MissionCode,
} from '../../ids.ts';

export const day = () => z.custom<Day>(isDay);
export const entryId = () => z.custom<EntryId>(isEntryId);
export const circleCode = () => z.custom<Code>(isCode);
export const mission = () => z.custom<MissionCode>(isMissionCode);
export const line = () => plainText(255);
export const words = () => plainText(4000, true);
export const level = () => z.enum(identityLevels);
/** base64url of so many bytes. */
export const bytes = (length: number) =>
  z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$`)));
export const hexDigest = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));
