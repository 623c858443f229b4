/** What an honest mission refuses in a blind comparison, and what stays hidden. */

import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import type { EntryId, MissionCode } from '../../../src/domain/ids.ts';
import {
  askMatch,
  finishMatch,
  type MatchReply,
  type MatchTerms,
  replyMatch,
  settleMatch,
} from '../../../src/sealing/match.ts';
import { domainOf, inputPoint, Point, pointsFrom, pointsText } from '../../../src/sealing/match-points.ts';
import { crossed, runMatch, matchTerms as terms } from '../../support/match-law.ts';

const nino = 'mtisdze nino|1986';
const igor = 'igor shcherbakov|1971';
const anna = 'anna lund|1990';
const bytesOf = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

/** The list with one point in the place of another. */
function withPoint(points: string, place: number, point: string): string {
  const bytes = Buffer.from(points, 'base64url');
  Buffer.from(point, 'base64url').copy(bytes, place * 32);
  return bytes.toString('base64url');
}

function swapped(points: string): string {
  const [first, second, ...rest] = pointsFrom(points, terms.size);
  return pointsText([second ?? Point.ZERO, first ?? Point.ZERO, ...rest]);
}

describe('H4 · a blind comparison', () => {
  it('tells both sides who both know, by place, and nobody else', async () => {
    const { pairs, settled } = await runMatch(terms, [nino, anna], [igor, nino]);
    expect(pairs.map(({ input }) => input)).toEqual([0]);
    expect(settled.map(({ input }) => input)).toEqual([1]);
    expect(settled[0]).toMatchObject({ ask: pairs[0]?.ask, reply: pairs[0]?.reply });
  });

  it('is as long for nobody as for many', async () => {
    const none = await runMatch(terms, [], []);
    const many = await runMatch(terms, [nino, igor, anna], [nino, igor, anna, 'a|1', 'b|1', 'c|1']);
    for (const part of ['ask', 'reply', 'result'] as const)
      expect(JSON.stringify(none[part])).toHaveLength(JSON.stringify(many[part]).length);
    expect(none.pairs).toEqual([]);
  });

  it('counts somebody with two equal spellings once, and refuses more than there are places', async () => {
    const { pairs } = await runMatch(terms, [nino, nino], [nino]);
    expect(pairs).toHaveLength(1);
    const many = Array.from({ length: terms.size + 1 }, (_, index) => `person ${index}|1986`);
    await expect(askMatch(terms, many)).rejects.toThrow(TypeError);
  });

  it('shares no point with any other run of the same people', async () => {
    const one = crossed(await runMatch(terms, [nino, anna], [igor, nino]), terms.size);
    const other = crossed(await runMatch(terms, [nino, anna], [igor, nino]), terms.size);
    expect([...one].filter((point) => other.has(point))).toEqual([]);
    expect(one.size).toBe(4 * terms.size - 1);
  });

  it.each<[string, Partial<MatchTerms>]>([
    ['circle', { circle: 'oskel' }],
    ['asker', { asker: 'corvia' as MissionCode }],
    ['replier', { replier: 'corvia' as MissionCode }],
    ['run', { run: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId }],
    ['size', { size: 7 }],
  ])('hashes the same name to another point in another %s', (_what, change) => {
    const here = inputPoint(nino, domainOf(terms));
    const there = inputPoint(nino, domainOf({ ...terms, ...change }));
    expect(here.equals(there)).toBe(false);
  });
});

describe('H4 · one mission, or the host, alone', () => {
  it('cannot try a name: the asker needs the replier’s key', async () => {
    const { ask, secret } = await askMatch(terms, [nino]);
    const forged: MatchReply = { ...ask, back: ask.points, proof: 'A'.repeat(86) };
    await expect(finishMatch(terms, secret, ask, forged)).rejects.toThrow('echoed');
    const own = await replyMatch(terms, ask, [nino]);
    const { pairs } = await finishMatch(terms, secret, ask, own.reply);
    // Playing both sides tells what one knew before.
    expect(pairs).toHaveLength(1);
  });

  it('cannot take up a run with another secret than the one that began it', async () => {
    const run = await runMatch(terms, [nino], [nino]);
    const other = await runMatch(terms, [nino], [nino]);
    const { ask, reply, result } = run;
    await expect(finishMatch(terms, other.askSecret, ask, reply)).rejects.toThrow('echoed');
    await expect(settleMatch(terms, other.replySecret, ask, reply, result)).rejects.toThrow('echoed');
  });
});

describe('H4 · what is refused', () => {
  it.each<[string, string]>([
    ['the identity', '00'.repeat(32)],
    ['the field’s prime, another zero', `ed${'ff'.repeat(30)}7f`],
    ['a number above the field', 'ff'.repeat(32)],
    ['an odd, so negative, number', `01${'00'.repeat(31)}`],
    ...ED25519_TORSION_SUBGROUP.map((hex, index): [string, string] => [
      `a point of small order (${index})`,
      hex,
    ]),
  ])('%s in an ask', async (_what, hex) => {
    const { ask } = await askMatch(terms, [nino]);
    const points = withPoint(ask.points, 2, bytesOf(hex));
    await expect(replyMatch(terms, { ...ask, points }, [nino])).rejects.toThrow('not-a-point');
    await expect(replyMatch(terms, { ...ask, key: bytesOf(hex) }, [nino])).rejects.toThrow('not-a-point');
  });

  it('a point that stands twice, one too few, one too many, and text that is no points', async () => {
    const { ask } = await askMatch(terms, [nino]);
    const [first = Point.ZERO, ...rest] = pointsFrom(ask.points, terms.size);
    const refused = (points: string) => expect(replyMatch(terms, { ...ask, points }, [])).rejects;
    await refused(pointsText([first, first, ...rest.slice(1)])).toThrow('doubled');
    await refused(pointsText(rest)).toThrow('size');
    await refused(pointsText([...rest, first, Point.BASE])).toThrow('size');
    await refused(`${ask.points.slice(0, -1)}*`).toThrow('size');
  });

  it('a reply or a result that was edited anywhere', async () => {
    const { ask, reply, result, askSecret, replySecret } = await runMatch(terms, [nino, anna], [nino]);
    const stranger = pointsText([inputPoint('somebody', 'elsewhere')]);
    const edited: MatchReply[] = [
      { ...reply, points: withPoint(reply.points, 0, stranger) },
      { ...reply, points: swapped(reply.points) },
      { ...reply, back: withPoint(reply.back, 0, stranger) },
      { ...reply, back: swapped(reply.back) },
      { ...reply, key: stranger },
      { ...reply, proof: `${reply.proof.slice(43)}${reply.proof.slice(0, 43)}` },
      { ...reply, proof: '' },
    ];
    for (const each of edited)
      await expect(finishMatch(terms, askSecret, ask, each)).rejects.toThrow(/proof/);
    for (const back of [swapped(result.back), withPoint(result.back, 0, stranger)])
      await expect(settleMatch(terms, replySecret, ask, reply, { ...result, back })).rejects.toThrow('proof');
    const asked = { ...ask, points: swapped(ask.points) };
    await expect(settleMatch(terms, replySecret, asked, reply, result)).rejects.toThrow('proof');
  });

  it('a reply, a result or an ask of another run, also of the same two missions', async () => {
    const one = await runMatch(terms, [nino], [nino]);
    const other = await runMatch(terms, [nino], [nino]);
    await expect(finishMatch(terms, one.askSecret, one.ask, other.reply)).rejects.toThrow('proof');
    await expect(settleMatch(terms, one.replySecret, one.ask, one.reply, other.result)).rejects.toThrow(
      'proof',
    );
    const later = { ...terms, run: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId };
    await expect(finishMatch(later, one.askSecret, one.ask, one.reply)).rejects.toThrow('proof');
  });

  it('a reply that sends our own points back as theirs', async () => {
    const { ask, secret } = await askMatch(terms, [nino]);
    const { reply } = await replyMatch(terms, ask, [anna]);
    const echoed = { ...reply, points: withPoint(reply.points, 3, ask.points.slice(0, 43)) };
    await expect(finishMatch(terms, secret, ask, echoed)).rejects.toThrow('echoed');
  });
});
