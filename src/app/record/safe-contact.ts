/** How a defender may be reached without harm, as their record says it. */

import type { AnyRecord } from '../../domain/record-kind.ts';

export interface SafeContact {
  readonly onlyThemStart: boolean;
  readonly safe: readonly { readonly channel: string; readonly hint?: string }[];
  readonly never: readonly string[];
  readonly hours?: string;
  readonly codeWordHint?: string;
  readonly checkedOn?: string;
}

/** Undefined while nothing of it was ever noted. */
export function safeContactOf(record: AnyRecord | undefined): SafeContact | undefined {
  if (!record) return undefined;
  const { onlyThemStart, safeChannels, forbiddenChannels, safeHours, codeWordHint, contactCheckedOn } =
    record;
  const found: SafeContact = {
    onlyThemStart: onlyThemStart === true,
    safe: listOf(safeChannels).flatMap(channelOf),
    never: listOf(forbiddenChannels).filter((channel) => typeof channel === 'string'),
    ...(isWritten(safeHours) ? { hours: safeHours } : {}),
    ...(isWritten(codeWordHint) ? { codeWordHint } : {}),
    ...(isWritten(contactCheckedOn) ? { checkedOn: contactCheckedOn } : {}),
  };
  const says = found.onlyThemStart || found.safe.length > 0 || found.never.length > 0;
  return says || found.hours || found.codeWordHint ? found : undefined;
}

function channelOf(row: unknown): SafeContact['safe'] {
  if (typeof row !== 'object' || row === null || !('channel' in row) || typeof row.channel !== 'string')
    return [];
  const hint = 'hint' in row && isWritten(row.hint) ? { hint: row.hint } : {};
  return [{ channel: row.channel, ...hint }];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isWritten(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
