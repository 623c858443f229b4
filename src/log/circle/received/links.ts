/** Which of our defenders a code of another mission stands for, as one of us said; never guessed. */

import type { Code, MissionCode } from '../../../domain/ids.ts';
import { circleLink } from '../../../domain/system/circle-link.ts';
import type { CircleGround } from '../core.ts';
import { openShelf } from '../shelf.ts';

export interface CircleLinks {
  linked(from: MissionCode, code: string): Code | undefined;
  /** @throws TypeError where the code is linked with somebody else */
  link(from: MissionCode, code: Code, own: Code | undefined): Promise<void>;
}

export async function openCircleLinks({ id, own, changed }: CircleGround): Promise<CircleLinks> {
  const shelf = await openShelf(own, circleLink, changed);
  return {
    linked: (from, code) =>
      shelf.all().find(({ record }) => record.circle === id && record.from === from && record.code === code)
        ?.record.about,
    link: (from, code, about) =>
      shelf.change(`circle-link ${id} ${from} ${code}`, (held) => {
        if (held?.about === about) return undefined;
        // A colleague said otherwise: two people are not one because somebody clicked later.
        if (held?.about && about) throw new TypeError('this code stands for somebody else here');
        return { circle: id, code, from, ...(about ? { about } : {}) };
      }),
  };
}
