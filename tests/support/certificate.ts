/** Makes a self-signed certificate on the spot; none is kept. */
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
}

/** A certificate of one day for these host names. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Focal Point tests' }], {
    algorithm: 'sha256',
    // A key of this kind is made in a millisecond, and every connection signs with it.
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) }],
  });
  return { key: made.private, cert: made.cert };
}
