/** Makes a self-signed certificate on the spot; none is kept. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** Base64 of the SHA-256 of its public key, by which Chromium can be told to trust it. */
  readonly spki: string;
}

/** A certificate of one day for these host names. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Focal Point tests' }], {
    algorithm: 'sha256',
    // A key of this kind is made in a millisecond, and every connection signs with it.
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) }],
  });
  const key = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(key).digest('base64');
  return { key: made.private, cert: made.cert, spki };
}
