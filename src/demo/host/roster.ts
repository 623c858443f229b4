/** The people and places the host page shows, as the demo's server lists them. */

export interface HostPerson {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly role: string;
  /** Slug of the person's ministry. */
  readonly ministry: string;
}

export interface HostMinistry {
  readonly slug: string;
  readonly name: string;
  readonly tenantId: string;
  /** What the people are grouped under: the mission's name, or the ministry's where it has none. */
  readonly group: string;
  /** Address of this ministry's build of the tab, ending in a slash. */
  readonly tab: string;
}

/** The site that missions share, and who owns it at its host. */
export interface HostCircle {
  readonly tenantId: string;
  /** `host:/sites/path`. */
  readonly site: string;
  /** Of the host's administrator. */
  readonly mail: string;
}

export interface Roster {
  readonly clientId: string;
  readonly circle: HostCircle;
  readonly ministries: readonly HostMinistry[];
  readonly people: readonly HostPerson[];
}

/** A person with the ministry they belong to. */
export interface Signed {
  readonly person: HostPerson;
  readonly ministry: HostMinistry;
}

/** Fetches the roster. Rejects with an Error in plain words when the server does not answer. */
export async function fetchRoster(): Promise<Roster> {
  const answer = await fetch('demo/people.json');
  if (!answer.ok) throw new Error(`The list of people could not be read (HTTP ${answer.status}).`);
  return (await answer.json()) as Roster;
}

/** The person of that key, else the first in the list. Throws when the list is empty or names an unknown ministry. */
export function personOf(roster: Roster, key: string | undefined): Signed {
  const person = roster.people.find((each) => each.key === key) ?? roster.people[0];
  const ministry = roster.ministries.find((each) => each.slug === person?.ministry);
  if (!person || !ministry) throw new Error('The list of people is incomplete.');
  return { person, ministry };
}
