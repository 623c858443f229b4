/** What people compare to know whose key it is, and the signed word of who compared it. */

import { type Day, isDay, isMissionCode, type MissionCode } from '../domain/ids.ts';
import { sha256 } from './bytes.ts';
import { canonical, parseCanonical } from './canonical.ts';
import { isShortText } from './cards.ts';
import { isKid, type UnlockedKey } from './keys.ts';
import { readCompact, signCompact, type Unverified } from './sign.ts';

/** Whose number it is: a mission by the key of its head. */
export interface HeadOf {
  readonly circle: string;
  readonly mission: MissionCode;
  readonly headKid: string;
}

/** 60 digits in 12 groups, the same on both sides of the table. */
export function fingerprint({ circle, mission, headKid }: HeadOf): string {
  const bytes = sha256(canonical({ circle, mission, headKid }));
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** 60n;
  return String(number)
    .padStart(60, '0')
    .replace(/\d{5}(?=\d)/g, '$& ');
}

/** What the QR code says. */
export function qrText(head: HeadOf): string {
  return `FP1 ${head.mission} ${fingerprint(head).replaceAll(' ', '')}`;
}

/** What a scanned code says; undefined for any other code. */
export function readQr(text: string): { readonly mission: MissionCode; readonly digits: string } | undefined {
  const [, mission, digits] = /^FP1 (\S+) (\d{60})$/.exec(text.trim()) ?? [];
  return isMissionCode(mission) && digits !== undefined ? { mission, digits } : undefined;
}

/** "We compared the number, in person": the head of that mission has this key. */
export type Pin = {
  readonly circle: string;
  readonly mission: MissionCode;
  readonly kid: string;
  readonly on: Day;
};

export function makePin({ circle, mission, kid, on }: Pin, signer: UnlockedKey): Promise<string> {
  return signCompact(canonical({ suite: 'fp1', type: 'pin', circle, mission, kid, on }), 'fp-pin', signer);
}

/** What a pin says, not yet that one of us signed it; undefined for a text that is no pin. */
export function readPin(jws: string): { readonly pin: Pin; readonly signed: Unverified } | undefined {
  try {
    const signed = readCompact(jws, 'fp-pin');
    const { suite, type, circle, mission, kid, on, ...more } = parseCanonical(signed.payload) as Record<
      string,
      unknown
    >;
    const isPin = suite === 'fp1' && type === 'pin' && Object.keys(more).length === 0;
    return isPin && isShortText(circle) && isMissionCode(mission) && isKid(kid) && isDay(on)
      ? { pin: { circle, mission, kid, on }, signed }
      : undefined;
  } catch {
    return undefined;
  }
}
