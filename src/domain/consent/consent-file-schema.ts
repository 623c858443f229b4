/** Reads consent files from stored text: closed values only, so that what we do not know is refused, never guessed. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { isCode } from '../codes.ts';
import { type Code, type Day, type EntryId, type Instant, isDay, isEntryId, isInstant } from '../ids.ts';
import {
  type ConsentFile,
  type Decision,
  givers,
  informedElements,
  outcomes,
  type Speaker,
  type Ticket,
} from './consent-file.ts';
import { type Audience, consentActions, dataCategories, identityLevels, isAudience } from './need.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const word = z.string().check(z.regex(/^\S{1,200}$/));
const day = z.custom<Day>(isDay);
const instant = z.custom<Instant>(isInstant);
const entryId = z.custom<EntryId>(isEntryId);
const code = z.custom<Code>(isCode);
const audience = z.custom<Audience>(isAudience);
const audiences = z.array(audience).check(z.maxLength(100));
const categories = z.array(z.enum(dataCategories));

const person = z.strictObject({ objectId: text(80), tenantId: text(80), name: text(255) });

const grant = z.strictObject({
  action: z.enum(consentActions),
  audiences,
  identity: z.enum(identityLevels),
  categories,
  text: z.exactOptional(
    z.strictObject({
      mode: z.enum(['exact', 'points', 'any']),
      digest: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
      may: z.exactOptional(text(2000)),
      mustNot: z.exactOptional(text(2000)),
    }),
  ),
  members: z.exactOptional(z.record(text(60), z.array(text(60)))),
});

const validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('until'), day }),
  z.strictObject({ kind: z.literal('proceeding'), entry: entryId, day }),
  z.strictObject({ kind: z.literal('while-detained'), day }),
  z.strictObject({ kind: z.literal('once'), day }),
]);

const effect = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('now') }),
  z.strictObject({ when: z.literal('if-arrested') }),
  z.strictObject({ when: z.literal('if-unreachable'), hours: z.int().check(z.gte(1), z.lte(8760)) }),
  z.strictObject({ when: z.literal('if-missing') }),
  z.strictObject({ when: z.literal('if-killed') }),
]);

/** One decision as stored. Unknown keys fail too: a newer app may have meant them as a limit. */
export const decisionSchema: z.ZodMiniType<Decision> = z.strictObject({
  id: word,
  outcome: z.enum(outcomes),
  giver: z.enum(givers),
  giverRef: text(80),
  giverCode: z.exactOptional(code),
  freeToSpeak: z.enum(['yes', 'no', 'unclear']),
  howWeKnow: z.enum(['known-to-us', 'introduced', 'document-seen', 'not-confirmed']),
  whyNotDefender: z.exactOptional(
    z.enum(['detained', 'missing', 'unreachable', 'incapacitated', 'minor', 'deceased', 'other']),
  ),
  grants: z.array(grant).check(z.maxLength(100)),
  refuses: z.array(grant).check(z.maxLength(100)),
  effect,
  validity: z.exactOptional(validity),
  reviewOn: z.exactOptional(day),
  limits: z.exactOptional(text(4000)),
  channel: text(80),
  language: z.exactOptional(text(40)),
  interpreter: z.exactOptional(z.enum(['none', 'sworn', 'trusted', 'family'])),
  informed: z.array(z.enum(informedElements)),
  evidence: z.exactOptional(
    z.strictObject({
      form: z.enum(['oral', 'written', 'audio', 'message', 'public-appeal']),
      where: z.exactOptional(text(500)),
    }),
  ),
  witness: z.exactOptional(z.enum(['second-officer', 'read-back'])),
  childView: z.exactOptional(text(2000)),
  liftsRefusal: z.exactOptional(text(2000)),
  statistics: z.boolean(),
  by: person,
  at: instant,
  source: z.exactOptional(entryId),
});

export const ticketSchema: z.ZodMiniType<Ticket> = z.strictObject({
  id: word,
  entry: entryId,
  kind: text(60),
  action: z.enum(consentActions),
  audiences,
  identity: z.enum(identityLevels),
  categories,
  more: z.exactOptional(z.array(z.strictObject({ to: audience, categories })).check(z.maxLength(100))),
  textDigest: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  occasion: z.exactOptional(entryId),
  under: text(2000),
  by: person,
  at: instant,
  until: instant,
  state: z.enum(['placed', 'used', 'released', 'recalled']),
});

export const speakerSchema: z.ZodMiniType<Speaker> = z.strictObject({
  giver: z.enum(givers),
  giverRef: text(80),
  giverCode: z.exactOptional(code),
  proof: z.exactOptional(text(500)),
  from: z.exactOptional(day),
  to: z.exactOptional(day),
  limits: z.exactOptional(text(2000)),
  doNotInvolve: z.exactOptional(z.boolean()),
});

/** The whole file; also the shape of an archive of superseded rows. */
export const consentFileSchema: z.ZodMiniType<ConsentFile> = z.strictObject({
  about: code,
  decisions: z.array(decisionSchema),
  tickets: z.array(ticketSchema),
});
