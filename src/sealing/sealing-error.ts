/** What can go wrong with keys and sealed texts for reasons outside the code, by name. */

export type SealingFault =
  | 'wrong-passphrase'
  | 'wrong-recovery-code'
  | 'damaged-key'
  | 'bad-signature'
  | 'bad-card'
  | 'too-large';

export class SealingError extends Error {
  readonly code: SealingFault;

  constructor(code: SealingFault, options?: ErrorOptions) {
    super(code, options);
    this.name = 'SealingError';
    this.code = code;
  }
}
