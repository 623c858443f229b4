/** The closed answers that several record kinds share; the words of each set are `choices.<set>.<key>`. */

import type { DataCategory } from '../consent/need.ts';

export const units = [
  'individual',
  'group',
  'community',
  'organisation',
  'family-member',
  'colleague',
] as const;

export const channels = [
  'in-person',
  'secure-message',
  'secure-call',
  'e-mail',
  'phone',
  'letter',
  'through-lawyer-or-ngo',
  'event',
  'field-visit',
  'by-chance',
] as const;

export const riskLevels = ['low', 'medium', 'high', 'critical'] as const;

export const placeClasses = [
  'capital',
  'regional-town',
  'remote-or-rural',
  'online-only',
  'in-exile',
] as const;

export const claimSources = [
  'defender',
  'family',
  'colleague',
  'lawyer',
  'ngo-national',
  'ngo-international',
  'media',
  'social-media',
  'authority',
  'other-mission',
  'un-body',
] as const;

export const facilityKinds = [
  'police-station',
  'remand-centre',
  'prison',
  'military',
  'psychiatric',
  'hospital-under-guard',
  'at-home',
  'unknown',
] as const;

export const statuses = [
  'free',
  'at-risk',
  'in-hiding',
  'detained-without-charge',
  'pre-trial-detention',
  'house-arrest',
  'on-trial-at-liberty',
  'serving',
  'released',
  'acquitted',
  'exiled',
  'relocated',
  'returned',
  'missing',
  'killed',
] as const;

/** Where somebody is held tells that they are in medical hands, or that it is their family who is seen. */
export function categoriesOfPlace(kind: string | undefined): readonly DataCategory[] {
  if (kind === 'psychiatric' || kind === 'hospital-under-guard') return ['health'];
  return kind === 'family' ? ['family'] : [];
}
