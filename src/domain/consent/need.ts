/** The closed words of consent, and what a record needs the gate to clear. */

import type { Code, EntryId } from '../ids.ts';

export const consentActions = [
  'quiet-contact',
  'demarche',
  'trial',
  'prison',
  'visa',
  'support',
  'publicity',
  'company',
  'un-regional',
] as const;
export type ConsentAction = (typeof consentActions)[number];

/** Closed audiences; the open ones carry an id after the colon: `mission:<code>`, `circle:<id>`, `ngo:<code>`. */
export const closedAudiences = [
  'embassy',
  'ministry',
  'host-authority',
  'court',
  'prison',
  'company',
  'un-regional',
  'public',
] as const;
export type Audience =
  | (typeof closedAudiences)[number]
  | `mission:${string}`
  | `circle:${string}`
  | `ngo:${string}`;

/** From least to most: a consent to one covers those before it. */
export const identityLevels = ['none', 'initials', 'full-name'] as const;
export type IdentityLevel = (typeof identityLevels)[number];

export const dataCategories = [
  'contact',
  'health',
  'family',
  'immigration',
  'legal',
  'sexual-orientation',
  'religion',
  'images',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** What one of the audiences learns beside what all of them do. */
export interface ToldMore {
  readonly to: Audience;
  readonly categories: readonly DataCategory[];
}

/** What a step on a record needs. A step that needs nothing says so; there is no third possibility. */
export type Need = { readonly kind: 'none' } | ConsentNeed;

export interface ConsentNeed {
  readonly kind: 'consent';
  readonly action: ConsentAction;
  readonly audiences: readonly Audience[];
  readonly identity: IdentityLevel;
  readonly categories: readonly DataCategory[];
  /** Whom of the audiences it tells of more than the others: the readers of a report that holds what the step does not tell. */
  readonly more?: readonly ToldMore[];
  /** Codes of the persons concerned, groups and cases not yet resolved to their members. */
  readonly persons: readonly Code[];
  /**
   * `consent`: each person must have agreed. `no-refusal`: done as a matter of principle (a public hearing);
   * only a recorded refusal or withdrawal blocks.
   */
  readonly basis: 'consent' | 'no-refusal';
  /**
   * Among `persons`, whoever takes this step themselves (their own application): towards this embassy they need say no
   * further yes, and only a recorded refusal or withdrawal blocks.
   */
  readonly theirOwn?: readonly Code[];
  /** Hex SHA-256 of the exact public text, where there is one. */
  readonly textDigest?: string;
  /** The proceeding this belongs to, for consents valid for one proceeding. */
  readonly proceeding?: EntryId;
  /** What the step is aimed at (a hearing): the same step towards another one is another step. */
  readonly occasion?: EntryId;
  /**
   * `ahead`: planned, asked, announced, shared: refused without consent.
   * `past`: it has happened and is recorded as it was; never refused, but asks why there was no consent.
   */
  readonly tense: 'ahead' | 'past';
}

export const noNeed: Need = { kind: 'none' };

/** The categories that this audience learns of. */
export function categoriesTowards(
  { categories, more }: Pick<ConsentNeed, 'categories' | 'more'>,
  audience: Audience,
): readonly DataCategory[] {
  const further = more?.flatMap((one) => (one.to === audience ? one.categories : [])) ?? [];
  return further.length === 0 ? categories : [...new Set([...categories, ...further])];
}

/** `more` in words that can be compared, whatever the order of its parts. */
export function furtherTold({ more }: Pick<ConsentNeed, 'more'>): readonly string[] {
  return [
    ...new Set(more?.flatMap(({ to, categories }) => categories.map((category) => `${to} ${category}`))),
  ].sort();
}

export function isAudience(value: unknown): value is Audience {
  return (
    typeof value === 'string' &&
    ((closedAudiences as readonly string[]).includes(value) ||
      /^(mission|circle|ngo):[a-z0-9-]{1,40}$/.test(value))
  );
}

/** Public, or towards those who can do harm: a passed review date blocks these, and asks for a fully informed consent. */
export function isTowardsAuthorities(audience: Audience): boolean {
  return audience === 'host-authority' || audience === 'court' || audience === 'prison';
}
