/** Fills the switchers of the host page: people grouped by mission with their roles, and the faults to play. */
import type { Roster } from './roster.ts';
import { troubles } from './troubles.ts';

export function fillPeople(select: HTMLSelectElement, roster: Roster): void {
  for (const ministry of roster.ministries) {
    const group = document.createElement('optgroup');
    group.label = ministry.group;
    for (const person of roster.people) {
      if (person.ministry === ministry.slug)
        group.append(new Option(`${person.name}, ${person.role}`, person.key));
    }
    if (group.children.length > 0) select.append(group);
  }
}

export function fillTroubles(select: HTMLSelectElement): void {
  for (const { key, label } of troubles) select.append(new Option(label, key));
}
