/** The laws of envelopes, run so many times: only who is addressed opens, and nothing that was changed is accepted. */

import fc from 'fast-check';
import type { Instant } from '../../../src/domain/ids.ts';
import {
  type AudienceKey,
  audienceKeyEntry,
  audienceKeyIn,
  newAudienceKey,
} from '../../../src/sealing/audience-key.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../../src/sealing/bytes.ts';
import { canonical, type Json } from '../../../src/sealing/canonical.ts';
import { openEnvelope } from '../../../src/sealing/open.ts';
import type { Row } from '../../../src/sealing/opening.ts';
import type { Standing } from '../../../src/sealing/standing.ts';
import {
  clearedForNobody,
  inTouch,
  newCircle,
  newEntry,
  now,
  openingOf,
  type Post,
  post,
  recipients,
  standingFor,
  type TestMission,
} from './test-circle.ts';

interface Member {
  readonly mission: TestMission;
  readonly standing: Standing;
}

async function membersOf(count: number): Promise<readonly [Member, ...Member[]]> {
  const missions = Object.values(
    await newCircle(Array.from({ length: count }, (_, nth) => `mission-${nth}`)),
  );
  const members = await Promise.all(
    missions.map(async (mission) => ({ mission, standing: await standingFor(mission, missions) })),
  );
  return members as [Member, ...Member[]];
}

const carrying = { type: 'audience-key', concerns: () => [] };

/** A new audience key, in the envelope that brings it. */
async function carrier(from: Member, to: readonly string[], at: Instant = now) {
  const { key, body } = await newAudienceKey(recipients(from.standing, to), at.slice(0, 7));
  const more = { payload: carrying, body: body as unknown as Json, cleared: clearedForNobody() };
  return {
    key,
    sent: await post(from.mission, from.standing, to, { ...more, entry: audienceKeyEntry(key.id), at }),
  };
}

export interface AudienceTally {
  readonly seed: number;
  readonly opened: number;
  readonly shut: number;
}

/** In a circle of 27: each random audience opens it and nobody else does; in turn both forms. @throws with seed and case */
export async function checkAudienceLaw(audiences: number, seed: number): Promise<AudienceTally> {
  const members = await membersOf(27);
  const tally = { seed, opened: 0, shut: 0 };
  const chosen = fc.tuple(fc.nat(26), fc.subarray(members.map(({ mission }) => mission.code as string)));
  for (const [nth, [sender, to]] of fc.sample(chosen, { numRuns: audiences, seed }).entries()) {
    const from = members[sender] as Member;
    const brought = nth % 2 === 1 ? await carrier(from, to) : undefined;
    const direct = brought?.sent ?? (await sendFrom(from, to));
    const under = brought && (await sendFrom(from, to, { audienceKey: brought.key }));
    for (const member of members) {
      const isMeant = member === from || to.includes(member.mission.code);
      const keys = await opensAs(member, direct, isMeant, new Map());
      if (under !== undefined) await opensAs(member, under, isMeant, keys);
      tally[isMeant ? 'opened' : 'shut'] += 1;
    }
  }
  return tally;
}

const sendFrom = (from: Member, to: readonly string[], more: object = {}): Promise<Post> =>
  post(from.mission, from.standing, to, { payload: inTouch, cleared: clearedForNobody(), ...more });

/** @returns the audience key it brought. @throws unless it opens exactly for who is meant, whatever the row shows */
async function opensAs(
  { mission, standing }: Member,
  { envelope, row }: Post,
  isMeant: boolean,
  audienceKeys: ReadonlyMap<string, AudienceKey>,
): Promise<ReadonlyMap<string, AudienceKey>> {
  const shown: Row = isMeant ? row : { ...row, audience: [...row.audience, mission.code].sort() };
  const got = await openEnvelope(envelope, openingOf(mission, standing, shown, { audienceKeys }));
  if (got.ok !== isMeant)
    throw new Error(`${mission.code}: ${JSON.stringify(got)}, row ${JSON.stringify(row)}`);
  const key = got.ok ? await audienceKeyIn(got.payload) : undefined;
  return new Map(key === undefined ? [] : [[key.id, key]]);
}

interface Victim extends Member {
  readonly audienceKeys: ReadonlyMap<string, AudienceKey>;
}

/** `count` envelopes to one victim, half of them under one audience key, with revisions 1 to 3. */
async function sentTo(count: number): Promise<{ victim: Victim; posts: readonly Post[] }> {
  const [me, from, ...others] = (await membersOf(5)) as [Member, Member, ...Member[]];
  const to = [me, ...others.slice(0, 2)].map(({ mission }) => mission.code);
  const { key, sent } = await carrier(from, to);
  const got = await openEnvelope(sent.envelope, openingOf(me.mission, me.standing, sent.row));
  const theirs = got.ok ? await audienceKeyIn(got.payload) : undefined;
  if (theirs === undefined) throw new Error('no audience key');
  const posts: Post[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const more = { entry: newEntry(), rev: (nth % 3) + 1, seq: nth + 1, body: { nth } };
    posts.push(await sendFrom(from, to, nth % 2 === 0 ? more : { ...more, audienceKey: key }));
  }
  const victim = { ...me, audienceKeys: new Map([[theirs.id, theirs]]) };
  for (const each of posts) if (!(await accepts(victim, each))) throw new Error('an honest one was refused');
  return { victim, posts };
}

async function accepts(
  { mission, standing, audienceKeys }: Victim,
  { envelope, row }: Omit<Post, 'digest'>,
): Promise<boolean> {
  return (await openEnvelope(envelope, openingOf(mission, standing, row, { audienceKeys }))).ok;
}

/** One change at a place: which envelope, where in it, how. */
const change = fc.record({
  nth: fc.nat(49),
  how: fc.constantFrom(
    'replace' as const,
    'delete' as const,
    'insert' as const,
    'bit' as const,
    'field' as const,
  ),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  with: fc.constantFrom(...'ABCXYZabcxyz0189-_=+/"{}[]:, \n\u0000é'),
  bit: fc.nat(7),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The envelope with this change, which may be none. */
function changed(text: string, each: Change): string {
  const place = Math.floor(each.at * text.length);
  if (each.how === 'bit') return withBitFlipped(text, each);
  if (each.how === 'field') return withoutMember(text, each);
  const rest = each.how === 'insert' ? place : place + 1;
  return `${text.slice(0, place)}${each.how === 'delete' ? '' : each.with}${text.slice(rest)}`;
}

/** One bit of the bytes behind one of the encoded strings, encoded again as it should be. */
function withBitFlipped(text: string, { at, bit }: Change): string {
  const strings = [...text.matchAll(/"([A-Za-z0-9_-]{16,})"/g)];
  const string = strings[Math.floor(at * strings.length)];
  const encoded = string?.[1] ?? '';
  if (encoded.length % 4 === 1) return text;
  const bytes = fromBase64url(encoded);
  const place = Math.floor(((at * strings.length) % 1) * bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
  return text.replace(encoded, toBase64url(bytes));
}

/** Without one member of the envelope, or with it twice. */
function withoutMember(text: string, { at, bit }: Change): string {
  const value = JSON.parse(text) as Record<string, unknown>;
  const names = Object.keys(value);
  const name = names[Math.floor(at * names.length)] ?? '';
  if (bit % 2 === 0) return text.replace('{', `{"${name}":${canonical(value[name])},`);
  delete value[name];
  return canonical(value);
}

/** @returns how many changed envelopes were tried. @throws with seed and change when one was accepted */
export async function checkMutationLaw(mutations: number, seed: number): Promise<number> {
  const { victim, posts } = await sentTo(50);
  let tried = 0;
  for (const each of fc.sample(change, { numRuns: mutations, seed })) {
    const honest = posts[each.nth] as Post;
    const envelope = changed(honest.envelope, each);
    if (envelope === honest.envelope) continue;
    tried += 1;
    if (await accepts(victim, { envelope, row: honest.row }))
      throw new Error(`seed ${seed}: accepted ${JSON.stringify(each)}`);
  }
  return tried;
}

const parts = ['aad', 'ciphertext', 'iv', 'protected', 'recipients', 'tag'] as const;

/** Every pair of `count` envelopes with one part exchanged. @returns how many were tried. @throws when one was accepted */
export async function checkSwapLaw(count: number): Promise<number> {
  const { victim, posts } = await sentTo(count);
  let tried = 0;
  for (const one of posts)
    for (const other of posts.filter((each) => each !== one))
      for (const [what, envelope, row] of swapsOf(one, other)) {
        if (envelope === one.envelope && row === one.row) continue;
        tried += 1;
        if (await accepts(victim, { envelope, row })) throw new Error(`accepted with another ${what}`);
      }
  return tried;
}

function* swapsOf(one: Post, other: Post): Generator<readonly [string, string, Row]> {
  const [mine, theirs] = [JSON.parse(one.envelope), JSON.parse(other.envelope)];
  yield ['envelope', other.envelope, one.row];
  for (const part of parts) {
    const { [part]: _, ...rest } = mine;
    const taken = theirs[part] === undefined ? rest : { ...mine, [part]: theirs[part] };
    yield [part, canonical(taken), one.row];
  }
  const [own, foreign] = [bindingIn(mine.aad), bindingIn(theirs.aad)];
  for (const word of ['rev', 'commit', 'entry', 'recipients']) {
    const { [word]: _, ...rest } = own;
    const bound = foreign[word] === undefined ? rest : { ...own, [word]: foreign[word] };
    yield [word, canonical({ ...mine, aad: toBase64url(utf8(canonical(bound))) }), one.row];
  }
}

const bindingIn = (aad: string): Record<string, unknown> => JSON.parse(fromUtf8(fromBase64url(aad)));
