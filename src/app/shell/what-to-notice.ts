/** Decides which notices the state of things calls for. */

import type { Log, View } from '../../log/log.ts';
import { listsByHealth } from './open-lists.ts';
import { isRecordKind } from './record-kinds.ts';

export interface WhatToNotice {
  readonly code: 'offline' | 'slowed' | 'stopped' | 'clock' | 'read-only';
  readonly tone: 'info' | 'warning' | 'error';
  /** Keys of the record kinds that cannot be written. */
  readonly kinds: readonly string[];
  /** How far this machine's clock is off; whole minutes. */
  readonly minutes: number;
}

/** A clock that is off by less does no harm. */
const TOLERATED_SKEW_SECONDS = 120;

export function noticesOf(
  view: Pick<View, 'sync' | 'health'>,
  me: Pick<Log['me'], 'roles'>,
): readonly WhatToNotice[] {
  const notices: WhatToNotice[] = [];
  const { state, clockSkewSeconds } = view.sync;
  if (state === 'offline') notices.push({ code: 'offline', tone: 'warning', kinds: [], minutes: 0 });
  if (state === 'slowed') notices.push({ code: 'slowed', tone: 'info', kinds: [], minutes: 0 });
  if (state === 'stopped') notices.push({ code: 'stopped', tone: 'error', kinds: [], minutes: 0 });
  if (Math.abs(clockSkewSeconds) > TOLERATED_SKEW_SECONDS) {
    const minutes = Math.round(Math.abs(clockSkewSeconds) / 60);
    notices.push({ code: 'clock', tone: 'warning', kinds: [], minutes });
  }
  const broken = listsByHealth(view.health, me).broken.filter(({ kind }) => isRecordKind(kind));
  if (broken.length > 0)
    notices.push({ code: 'read-only', tone: 'warning', kinds: broken.map((kind) => kind.kind), minutes: 0 });
  return notices;
}
