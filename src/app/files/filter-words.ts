/** Says a filter of the list of entries in words, for files and paper. */

import type { Words } from '../../domain/fields/field.ts';
import { missionInWords } from '../../domain/fields/reference.ts';
import { kindByKey } from '../../domain/registry.ts';
import { type Filter, isEmptyFilter, statusField } from '../table/filter.ts';

export function filterInWords(filter: Filter, words: Words): string {
  const { text } = words;
  if (isEmptyFilter(filter)) return text('files.filter.none');
  const parts = [
    filter.kind && `${text('entries.filters.kind')}: ${text(`kinds.${filter.kind}.many`)}`,
    filter.defender && `${text('entries.filters.defender')}: ${words.cover(filter.defender)}`,
    filter.period && text('entries.filters.lastDays', { count: Number(filter.period) }),
    filter.status && `${text('entries.columns.status')}: ${statusInWords(filter, words)}`,
    filter.state && text(`entries.filters.states.${filter.state}`),
    filter.mission && `${text('entries.filters.mission')}: ${missionInWords(filter.mission)}`,
    filter.mine && text('entries.filters.mine'),
    filter.text?.trim() && text('files.filter.text', { said: filter.text.trim() }),
  ];
  return parts.filter(Boolean).join(' · ');
}

function statusInWords(filter: Filter, words: Words): string {
  const field = kindByKey(filter.kind ?? '')?.fields[statusField(filter.kind) ?? ''];
  return field ? words.text(`choices.${field.settings.choices?.set ?? ''}.${filter.status}`) : '';
}
