/** How the missions came to know each other's keys: made, signed by the heads, compared at a meeting; one still to be. */

import type { MissionCode } from '../../../domain/ids.ts';
import { demoPeople, roleName } from '../../people.ts';
import { type Act, inCircle } from '../act.ts';

/** Focal point first, then the head; further colleagues who send. */
const teams: Readonly<Record<string, readonly string[]>> = {
  aldermark: ['ines', 'greta', 'tomas'],
  brenland: ['joris', 'casimir', 'anouk'],
  corvia: ['lucia', 'dario'],
  'western-union': ['helena', 'anton'],
};
const founders = Object.keys(teams);
const newcomers = ['kaja', 'rein'];

const MEETING = -64;

export function circleKeys(): readonly Act[] {
  return [...foundersKeys(), ...keysOf(newcomers, -6)];
}

/** Without those of the mission that joined last. */
export function foundersKeys(): readonly Act[] {
  return [
    ...Object.values(teams).flatMap((team) => keysOf(team, MEETING - 3)),
    ...founders.map((mission) => {
      const [focalPoint = ''] = teams[mission] ?? [];
      const missions = founders.filter((other) => other !== mission);
      return inCircle(focalPoint, MEETING, `${mission} verifies`, { do: 'verify', missions });
    }),
    ...founders.map((mission) => directoryOf(mission)),
  ];
}

function keysOf([focalPoint = '', head = '', ...others]: readonly string[], day: number): readonly Act[] {
  const ownKey = (who: string) => inCircle(who, day, `key of ${who}`, { do: 'own-key' });
  return [
    inCircle(focalPoint, day, `keys made by ${focalPoint}`, { do: 'make-keys' }),
    ...[focalPoint, head, ...others].map(ownKey),
    inCircle(head, day, `cards signed by ${head}`, { do: 'sign-cards' }),
  ];
}

function directoryOf(mission: string): Act {
  const [focalPoint = ''] = teams[mission as MissionCode] ?? [];
  const people = demoPeople
    .filter(({ ministry, role }) => ministry === mission && (role === 'focal-point' || role === 'deputy'))
    .map((person) => ({ name: person.name, role: roleName(person), mail: person.mail }));
  return inCircle(focalPoint, MEETING + 1, `directory of ${mission}`, { do: 'directory', people });
}
