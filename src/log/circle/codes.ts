/** By which code certain missions know somebody of ours: made once per person and set of recipients, never derived. */

import { audienceText } from '../../domain/circle/circle-fields.ts';
import { recipientsKey } from '../../domain/circle/crossing.ts';
import { codeFrom } from '../../domain/codes.ts';
import type { Code, MissionCode } from '../../domain/ids.ts';
import { type CircleCodeRecord, circleCode } from '../../domain/system/circle-code.ts';
import type { CircleGround } from './core.ts';
import { openShelf } from './shelf.ts';

export interface CircleCodes {
  /** The code these missions know; made now where there is none. */
  codeFor(about: Code, recipients: readonly MissionCode[]): Promise<Code>;
  /** The code they know, or the one that would be made for them: nothing is written. */
  proposed(about: Code, recipients: readonly MissionCode[]): Code;
  /** Whom of ours a code stands for. */
  ownOf(code: string): Code | undefined;
}

export async function openCircleCodes({ id, own, changed }: CircleGround): Promise<CircleCodes> {
  const shelf = await openShelf(own, circleCode, changed);

  function known(about: Code, recipients: readonly MissionCode[]): Code | undefined {
    const set = audienceText(recipients);
    const isIt = (record: CircleCodeRecord) =>
      record.about === about && record.circle === id && audienceText(record.recipients) === set;
    return shelf.all().find(({ record }) => isIt(record))?.record.code;
  }

  const proposals = new Map<string, Code>();
  function proposed(about: Code, recipients: readonly MissionCode[]): Code {
    const key = recipientsKey(about, id, recipients);
    const code = known(about, recipients) ?? proposals.get(key) ?? codeFrom(own.environment.random(5));
    proposals.set(key, code);
    return code;
  }

  return {
    proposed,
    ownOf: (code) =>
      shelf.all().find(({ record }) => record.circle === id && record.code === code)?.record.about,
    async codeFor(about, recipients) {
      const there = known(about, recipients);
      if (there) return there;
      // Two colleagues who share at the same moment meet under one key: the code of the faster one stands.
      const code = proposed(about, recipients);
      const record = { about, circle: id, code, recipients: [...new Set(recipients)].sort() };
      const { record: stands } = await shelf.add(recipientsKey(about, id, recipients), record);
      return stands.code;
    },
  };
}
