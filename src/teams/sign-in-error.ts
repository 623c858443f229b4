/** Why there is no token, as one of ten closed codes the app has words for. */

export type SignInErrorCode =
  /** The person must click to sign in. */
  | 'interaction-required'
  /** The person closed the sign-in window. */
  | 'cancelled'
  /** The host gave a token of another tenant, twice. */
  | 'wrong-tenant'
  | 'no-network'
  /** The organisation switched sign-in for embedded apps off. */
  | 'disabled'
  /** The host cannot sign in at present, or is too old to. */
  | 'unavailable'
  /** An administrator of that tenant has not approved the app. */
  | 'consent-required'
  /** That tenant does not know this person: they are no guest there. */
  | 'not-invited'
  | 'not-in-teams'
  | 'unexpected';

/** A failed sign-in. Its message is for logs; it holds no name, no address and no token. */
export class SignInError extends Error {
  readonly code: SignInErrorCode;
  /** What Microsoft's support asks for. */
  readonly correlationId?: string;

  constructor(
    code: SignInErrorCode,
    detail: string,
    options: { correlationId?: string; cause?: unknown } = {},
  ) {
    super(`sign-in: ${code} (${detail})`, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'SignInError';
    this.code = code;
    if (options.correlationId) this.correlationId = options.correlationId;
  }
}
