/** Identifiers: stable ones derived from a natural key, so that the same world always has the same ids. */
import { createHash } from 'node:crypto';

/** A GUID that depends on nothing but `parts`. */
export function stableGuid(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
