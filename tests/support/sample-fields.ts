/** One field of every kind, for laws that hold for all of them. */

import * as z from 'zod/mini';
import { checklist } from '../../src/domain/fields/checklist.ts';
import { choice, choices, code } from '../../src/domain/fields/choice.ts';
import { optional } from '../../src/domain/fields/define-field.ts';
import { document } from '../../src/domain/fields/document.ts';
import type { Field } from '../../src/domain/fields/field.ts';
import { number, yesNo } from '../../src/domain/fields/number.ts';
import { defender, defenders, entry, mission, person } from '../../src/domain/fields/reference.ts';
import { rows } from '../../src/domain/fields/rows.ts';
import { note, text } from '../../src/domain/fields/text.ts';
import { day, instant, localTime } from '../../src/domain/fields/time.ts';

export const sampleFields: Readonly<Record<string, Field>> = {
  text: text({ max: 60 }),
  note: note(),
  choice: choice('units', ['individual', 'group', 'community']),
  choices: choices('needs', ['visa', 'medical', 'schooling', 'income', 'other']),
  code: code('courts'),
  day: day(),
  'local-time': localTime(),
  instant: instant(),
  number: number({ min: -5, max: 40 }),
  'yes-no': yesNo(),
  person: person(),
  mission: mission(),
  defender: defender(),
  defenders: defenders(),
  entry: entry('hearing'),
  rows: rows({ what: text(), due: optional(day()), ticks: optional(choices('needs', ['visa', 'medical'])) }),
  checklist: checklist('fair-trial', ['equality', 'witnesses', 'appeal'], 'fair-trial-answers', [
    'respected',
    'concern',
  ]),
  document: document(z.object({ numbers: z.array(z.number()), label: z.exactOptional(z.string()) })),
};
