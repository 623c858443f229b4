/** JSON Web Tokens shaped as Entra's: signed, verified, and remembered once verified. */
import { sign, verify } from 'node:crypto';
import type { Core, PersonRow } from '../core.ts';
import type { SigningKey } from './keys.ts';

export const graphAudience = 'https://graph.microsoft.com';
const tokenSeconds = 4500;

export interface AccessClaims {
  aud: string;
  iss: string;
  tid: string;
  oid: string;
  scp: string;
  appid: string;
  name: string;
  iat: number;
  nbf: number;
  exp: number;
}

export type TokenProblem = 'malformed' | 'signature' | 'audience' | 'expired' | 'early';

export interface TokenBook {
  access(person: PersonRow, clientId: string, scopes: string[]): { token: string; expiresIn: number };
  id(person: PersonRow, clientId: string, nonce: string | undefined): string;
  /** The claims of a Graph access token, or why it does not hold at the tenant's time. */
  read(token: string): AccessClaims | TokenProblem;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function identityProvider(person: PersonRow): object {
  return person.kind === 'Guest' ? { idp: `https://sts.windows.net/${person.home_tenant}/` } : {};
}

/** Issues and reads tokens with one key; times follow the tenant's clock. */
export function tokenBook(core: Core, key: SigningKey): TokenBook {
  const verified = new Map<string, AccessClaims>();

  function signed(claims: object): string {
    const text = `${part({ typ: 'JWT', alg: 'RS256', kid: key.kid })}.${part(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), key.privateKey).toString('base64url')}`;
  }

  function decode(token: string): AccessClaims | 'malformed' | 'signature' {
    const known = verified.get(token);
    if (known !== undefined) return known;
    const [head, body, signature, more] = token.split('.');
    if (head === undefined || body === undefined || signature === undefined || more !== undefined)
      return 'malformed';
    let claims: AccessClaims;
    try {
      const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: unknown };
      if (header.alg !== 'RS256') return 'signature';
      claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as AccessClaims;
    } catch {
      return 'malformed';
    }
    const text = Buffer.from(`${head}.${body}`);
    if (!verify('sha256', text, key.publicKey, Buffer.from(signature, 'base64url'))) return 'signature';
    if (verified.size > 500) verified.clear();
    verified.set(token, claims);
    return claims;
  }

  return {
    access(person, clientId, scopes) {
      const now = Math.floor(core.clock.now() / 1000);
      const token = signed({
        aud: graphAudience,
        iss: `https://sts.windows.net/${person.tenant}/`,
        iat: now,
        nbf: now,
        exp: now + tokenSeconds,
        appid: clientId,
        azp: clientId,
        ...identityProvider(person),
        name: person.name,
        oid: person.oid,
        preferred_username: person.upn,
        scp: scopes.join(' '),
        sub: person.oid,
        tid: person.tenant,
        upn: person.upn,
        ver: '1.0',
      });
      return { token, expiresIn: tokenSeconds - 1 };
    },
    id(person, clientId, nonce) {
      const now = Math.floor(core.clock.now() / 1000);
      return signed({
        aud: clientId,
        iss: `${core.origin}/${person.tenant}/v2.0`,
        iat: now,
        nbf: now,
        exp: now + tokenSeconds,
        ...identityProvider(person),
        name: person.name,
        ...(nonce === undefined ? {} : { nonce }),
        oid: person.oid,
        preferred_username: person.kind === 'Guest' ? person.mail : person.upn,
        sub: person.oid,
        tid: person.tenant,
        ver: '2.0',
      });
    },
    read(token) {
      const claims = decode(token);
      if (typeof claims === 'string') return claims;
      const now = Math.floor(core.clock.now() / 1000);
      if (claims.aud !== graphAudience) return 'audience';
      if (now >= claims.exp) return 'expired';
      if (now + 300 < claims.nbf) return 'early';
      return claims;
    },
  };
}
