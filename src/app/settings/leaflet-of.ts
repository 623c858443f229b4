/** What stands on the leaflet that a mission hands to whoever comes to it: its measures in plain words of one language. */

import {
  type Measure,
  type MeasureGroup,
  measureGroups,
  measureKeys,
  measures,
} from '../../domain/records/measures/measures.ts';
import type { ListedCode } from '../../domain/system/code-list.ts';
import type { Texts } from '../../locales/languages.ts';

export interface Leaflet {
  readonly title: string;
  readonly intro: string;
  readonly groups: readonly {
    readonly group: MeasureGroup;
    readonly title: string;
    readonly measures: readonly string[];
  }[];
  readonly notesTitle: string;
  readonly notes: readonly string[];
  readonly reach: string;
}

const notes = ['consent', 'limits', 'told', 'safe'] as const;

/** `texts` are those about files, in `language`; `codes` what the mission calls its measures, and which it hides. */
export function leafletOf(
  texts: Texts,
  language: string,
  codes: readonly ListedCode[],
  mission: { readonly name: string; readonly hostCountry: string },
): Leaflet {
  const text = (key: string): string => textAt(texts, key);
  const own = new Map(codes.map((code) => [code.key, code]));
  // A label in another language would not be read: then ours.
  const label = (measure: Measure): string =>
    own.get(measure)?.labels[language] || text(`files.leaflet.measures.${measure}`);
  const offeredIn = (group: MeasureGroup): readonly Measure[] =>
    measureKeys.filter((key) => measures[key].group === group && !own.get(key)?.retired);
  return {
    title: text('files.leaflet.title'),
    intro: text('files.leaflet.intro')
      .replace('{{mission}}', () => mission.name)
      .replace('{{country}}', () => mission.hostCountry),
    groups: measureGroups
      .map((group) => ({
        group,
        title: text(`files.leaflet.groups.${group}`),
        measures: [...new Set(offeredIn(group).map(label))],
      }))
      .filter(({ measures: offered }) => offered.length > 0),
    notesTitle: text('files.leaflet.notesTitle'),
    notes: notes.map((note) => text(`files.leaflet.notes.${note}`)),
    reach: text('files.leaflet.reach'),
  };
}

function textAt(texts: Texts, key: string): string {
  let found: string | Texts | undefined = texts;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? found : '';
}
