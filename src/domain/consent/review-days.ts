/** How long what somebody agreed to stands before it is asked again, unless they said otherwise. */

/** Days until the review of a consent, of one to name somebody in public, and of a wish given in advance. */
export const REVIEW_DAYS = 90;
export const NAMED_PUBLIC_REVIEW_DAYS = 30;
export const WISH_REVIEW_DAYS = 365;
/** Days until a consent ends where nothing else was said. */
export const VALIDITY_DAYS = 180;
