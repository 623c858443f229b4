/** Reads the claims we compare from an access token; checking its signature is the server's task. */

export interface TokenClaims {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name?: string;
  /** Server's clock, ms since 1970. */
  readonly expiresAt: number;
  readonly issuedAt?: number;
}

/** The claims of a JWT, or undefined when the text is no JWT or lacks tenant, person or end of validity. */
export function readClaims(token: string): TokenClaims | undefined {
  const payload = token.split('.')[1];
  if (!payload) return undefined;
  let claims: unknown;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof claims !== 'object' || claims === null) return undefined;
  const { tid, oid, name, exp, iat } = claims as Record<string, unknown>;
  if (typeof tid !== 'string' || typeof oid !== 'string' || typeof exp !== 'number') return undefined;
  return {
    tenantId: tid,
    objectId: oid,
    ...(typeof name === 'string' ? { name } : {}),
    expiresAt: exp * 1000,
    ...(typeof iat === 'number' ? { issuedAt: iat * 1000 } : {}),
  };
}
