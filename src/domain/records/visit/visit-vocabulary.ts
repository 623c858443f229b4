/** The closed answers of visits: where, what was answered, how freely one could talk, what the standard rules ask for. */

export const visitTypes = [
  'prison',
  'remand-centre',
  'police',
  'military',
  'psychiatric',
  'hospital-under-guard',
  'house-arrest',
  'family',
] as const;
export type VisitType = (typeof visitTypes)[number];

export const visitAnswers = [
  'granted',
  'with-conditions',
  'refused',
  'withdrawn',
  'cancelled-at-gate',
  'no-reply',
] as const;
export type VisitAnswer = (typeof visitAnswers)[number];

export const visitGrounds = [
  'investigation',
  'security',
  'not-a-relative',
  'not-a-national',
  'quarantine',
  'no-legal-basis',
  'none-given',
  'other',
] as const;

export const visitAuthorities = [
  'ministry',
  'prison-administration',
  'prosecutor',
  'judge',
  'police',
] as const;

/** Whom a report of a visit may go to; `their-side` are those who stand up for them and learn nothing new. */
export const reportReaders = [
  'capital',
  'other-mission',
  'ngo',
  'un-regional',
  'host-authority',
  'prison',
  'court',
  'their-side',
] as const;

/** What a report may leave out of what the answers of a visit tell. */
export const reportLeavesOut = ['health', 'family', 'religion'] as const;

/** The standard minimum rules for the treatment of prisoners, by theme; the words of each item show its numbers. */
export const prisonRules = [
  'admission',
  'separation',
  'accommodation',
  'hygiene',
  'food',
  'exercise',
  'health-care',
  'discipline',
  'restraints',
  'searches',
  'complaints',
  'outside-contact',
  'legal-adviser',
  'books-religion',
  'property',
  'notification',
  'inquiry',
  'inspection',
  'unsentenced',
] as const;
