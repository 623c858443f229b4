/** The closed answers that a visa request and its bundle at the consular desk share. */

export const visaKinds = [
  'schengen-uniform',
  'schengen-ltv',
  'airport-transit',
  'national-long-stay',
  'humanitarian-permit',
  'other-short-visa',
  'emergency-travel-document',
  'asylum-or-resettlement',
] as const;
export type VisaKind = (typeof visaKinds)[number];

export const visaEntries = ['single', 'two', 'multiple'] as const;

export const visaUrgencies = ['24-hours', '72-hours', '15-days', 'routine'] as const;
export type VisaUrgency = (typeof visaUrgencies)[number];

export const visaStages = ['asked', 'appointment', 'lodged', 'admissible', 'decided'] as const;
export type VisaStage = (typeof visaStages)[number];

export const visaDeciders = ['our-consulate', 'representing-state', 'capital', 'interior'] as const;

export const applicantRoles = ['defender', 'spouse', 'child', 'dependant', 'other'] as const;

/** Whose word the application is: their own, their guardian's, or somebody's who applies for them. */
export const applicationVoices = ['own', 'guardian', 'for-them'] as const;

export const travelDocuments = [
  'valid',
  'expiring',
  'none',
  'seized',
  'refused-by-state',
  'alien-passport',
] as const;

export const otherParentAnswers = [
  'agreed-in-writing',
  'agreed-orally',
  'sole-custody',
  'not-asked',
  'cannot-be-asked',
  'refused',
] as const;

export const visaDecisions = [
  'issued',
  'refused',
  'withdrawn',
  'moved-to-other-state',
  'lapsed',
  'issued-too-late',
] as const;

/** The reasons of the standard form of refusal, in its order. */
export const refusalGrounds = [
  'false-document',
  'purpose-not-justified',
  'means-not-shown',
  'stayed-90-days',
  'alert-in-sis',
  'threat-to-public-order',
  'insurance-missing',
  'information-unreliable',
  'return-in-doubt',
  'not-an-emergency-at-the-border',
  'other',
] as const;

export const visaDocuments = [
  'form',
  'photo',
  'travel-document',
  'biometrics',
  'insurance',
  'means',
  'purpose',
  'residence',
  'other-parent',
  'fee',
] as const;
