/** Why an envelope is not believed, by name. */

export type OpenFault =
  | 'not-for-us'
  | 'sender-not-verified'
  | 'too-large'
  | 'malformed'
  | 'other-row'
  | 'no-key'
  | 'no-audience-key'
  | 'not-opened'
  | 'other-sender'
  | 'other-recipients'
  | 'other-payload'
  | 'signer-unknown'
  | 'other-time'
  | 'bad-signature'
  | 'old-revision'
  | 'two-texts';

/** Why it is refused; thrown while an envelope is opened, and told as its code. */
export class Refusal extends Error {
  readonly code: OpenFault;

  constructor(code: OpenFault) {
    super(code);
    this.code = code;
  }
}

export function orRefuse<T>(code: OpenFault, read: () => T): T {
  try {
    return read();
  } catch {
    throw new Refusal(code);
  }
}
