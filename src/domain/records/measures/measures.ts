/** What a mission can do for a defender: each measure, its group in the guidelines, and the consent action it needs. */

import type { ConsentAction } from '../../consent/need.ts';

export const measureGroups = [
  'general',
  'targeted-informal',
  'targeted-formal',
  'public',
  'company',
  'exceptional',
] as const;
export type MeasureGroup = (typeof measureGroups)[number];

interface MeasureFacts {
  readonly group: MeasureGroup;
  readonly action: ConsentAction;
}

/** Every measure by key. */
export const measures = {
  'informal-contact-with-authority': { group: 'targeted-informal', action: 'demarche' },
  'good-offices': { group: 'targeted-informal', action: 'demarche' },
  'raised-at-high-level-visit': { group: 'targeted-informal', action: 'demarche' },
  'dialogue-hosted': { group: 'targeted-informal', action: 'demarche' },
  'official-meeting': { group: 'targeted-formal', action: 'demarche' },
  'formal-enquiry': { group: 'targeted-formal', action: 'demarche' },
  demarche: { group: 'targeted-formal', action: 'demarche' },
  protest: { group: 'targeted-formal', action: 'demarche' },
  'visit-to-defender': { group: 'general', action: 'quiet-contact' },
  'invitation-to-mission': { group: 'general', action: 'quiet-contact' },
  'premises-offered': { group: 'general', action: 'support' },
  accompaniment: { group: 'targeted-informal', action: 'support' },
  'trial-observation': { group: 'targeted-formal', action: 'trial' },
  'prison-visit': { group: 'targeted-formal', action: 'prison' },
  'house-arrest-visit': { group: 'targeted-formal', action: 'prison' },
  'family-visit': { group: 'targeted-informal', action: 'quiet-contact' },
  award: { group: 'public', action: 'publicity' },
  statement: { group: 'public', action: 'publicity' },
  'press-release': { group: 'public', action: 'publicity' },
  'open-letter': { group: 'public', action: 'publicity' },
  'op-ed': { group: 'public', action: 'publicity' },
  'social-post': { group: 'public', action: 'publicity' },
  'company-contact': { group: 'company', action: 'company' },
  'un-or-regional-action': { group: 'targeted-formal', action: 'un-regional' },
  training: { group: 'general', action: 'support' },
  shelter: { group: 'exceptional', action: 'support' },
  visa: { group: 'exceptional', action: 'visa' },
  'asylum-route': { group: 'exceptional', action: 'visa' },
  'airport-return': { group: 'exceptional', action: 'support' },
  funds: { group: 'general', action: 'support' },
  equipment: { group: 'general', action: 'support' },
  'ngo-link': { group: 'general', action: 'support' },
  'psychosocial-help': { group: 'general', action: 'support' },
  'legal-aid': { group: 'general', action: 'support' },
  'digital-security-help': { group: 'general', action: 'support' },
  'medical-documentation': { group: 'general', action: 'support' },
  'family-parcels-and-travel': { group: 'general', action: 'support' },
} as const satisfies Readonly<Record<string, MeasureFacts>>;

export type Measure = keyof typeof measures;

/** Measures in the order in which a form offers them. */
export const measureKeys = Object.keys(measures) as readonly Measure[];

/** What a measure tells of whoever it is for. */
export const measuresTell = {
  visa: 'immigration',
  'asylum-route': 'immigration',
  'family-visit': 'family',
  'family-parcels-and-travel': 'family',
  'psychosocial-help': 'health',
  'medical-documentation': 'health',
  'legal-aid': 'legal',
} as const;
