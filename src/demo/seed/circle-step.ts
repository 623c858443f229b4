/** What the people of the cast do in the circle they share, step by step, as they would on screen. */

import type { DataCategory, IdentityLevel } from '../../domain/consent/need.ts';
import type { Code, Day, EntryId, MissionCode } from '../../domain/ids.ts';
import type { Circle, DirectoryPerson } from '../../log/circle/circle.ts';
import type { Answer, CircleOutcome, Request } from '../../log/circle/contract/sharing.ts';
import { derivedEntryId, type Environment } from '../../log/environment.ts';
import { demoPassphrase } from '../people.ts';
import { castEntry } from './cast.ts';

export type CircleStep =
  /** The mission's keys, with the sheet for the safe. */
  | { readonly do: 'make-keys' }
  | { readonly do: 'own-key' }
  | { readonly do: 'sign-cards' }
  /** Compares the numbers of these missions around a table. */
  | { readonly do: 'verify'; readonly missions: readonly string[] }
  | { readonly do: 'directory'; readonly people: readonly DirectoryPerson[] }
  /** Shares the entry that was logged under the key `of`. */
  | {
      readonly do: 'share';
      readonly of: string;
      readonly to: readonly string[];
      readonly parts: readonly string[];
      readonly identity?: IdentityLevel;
      readonly categories?: readonly DataCategory[];
      readonly until: Day;
    }
  | ({ readonly do: 'ask'; readonly to: readonly string[] } & Omit<Request, 'entry' | 'to'>)
  /** Answers the row that came of the step with the key `to`. */
  | ({ readonly do: 'answer'; readonly to: string } & Omit<Answer, 'entry' | 'to'>)
  | { readonly do: 'in-touch'; readonly about: Code; readonly to: readonly string[] };

/** @throws Error with the circle's own words when a step does not end as told */
export async function takeStep(
  circle: Circle,
  environment: Environment,
  key: string,
  step: CircleStep,
): Promise<void> {
  const entry = castEntry(key);
  const missions = (codes: readonly string[]) => codes as readonly MissionCode[];
  switch (step.do) {
    case 'make-keys':
      await circle.keys.createMissionKeys();
      return;
    case 'own-key':
      return circle.keys.createOwnKey(demoPassphrase);
    case 'sign-cards':
      await unlocked(circle);
      return circle.keys.signCards();
    case 'verify':
      await unlocked(circle);
      return circle.pins.verify(
        circle
          .view()
          .missions.filter(({ code }) => step.missions.includes(code))
          .map(({ code: mission, fingerprint = '' }) => ({ mission, fingerprint })),
      );
    case 'directory':
      await unlocked(circle);
      return done(await circle.registry.publishDirectory(step.people));
    case 'share': {
      await unlocked(circle);
      const { of, to, parts, until, identity = 'none', categories = [] } = step;
      const plan = {
        share: entry,
        source: castEntry(of),
        to: missions(to),
        parts,
        identity,
        categories,
        until,
      };
      const looked = await circle.sharing.look(plan);
      if (!looked || 'problems' in looked) throw new Error(`${key}: nothing that may be shared`);
      return done(await circle.sharing.share(plan, looked));
    }
    case 'ask': {
      await unlocked(circle);
      const { do: _, ...request } = step;
      return done(await circle.sharing.ask({ ...request, entry, to: missions(step.to) }));
    }
    case 'answer': {
      await unlocked(circle);
      const { do: _, ...answer } = step;
      return done(await circle.sharing.answer({ ...answer, entry, to: await rowOf(environment, step.to) }));
    }
    case 'in-touch':
      await unlocked(circle);
      return done(await circle.sharing.tellInTouch(step.about, missions(step.to)));
  }
}

/** The id under which the others see what came of a step. */
function rowOf(environment: Environment, key: string): Promise<EntryId> {
  return derivedEntryId(environment, `circle row ${castEntry(key)}`);
}

async function unlocked(circle: Circle): Promise<void> {
  if (!circle.view().unlocked) await circle.keys.unlock(demoPassphrase);
}

function done(outcome: CircleOutcome): void {
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
}
