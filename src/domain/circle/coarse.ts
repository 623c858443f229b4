/** What everybody in a circle may know of an entry: roughly of what sort it is, and how it stands. */

export const coarseKinds = [
  'contact',
  'trial',
  'visit',
  'visa',
  'measure',
  'request',
  'case',
  'circle',
] as const;

export const circleStates = ['open', 'no-observer', 'observer', 'answered', 'closed', 'retracted'] as const;
