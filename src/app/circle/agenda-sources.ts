/** Gathers what the agenda of a joint meeting is made of: the circle's rows, our shares, and reviews due of those we shared. */

import type { AgendaSources, DeletionOpen, ReviewDue } from '../../domain/circle/meeting-agenda.ts';
import type { OpenRequest } from '../../domain/circle/requests.ts';
import { type Code, type Day, isDay, isMissionCode } from '../../domain/ids.ts';
import { type AnyRecord, aboutOf } from '../../domain/record-kind.ts';
import type { CircleView } from '../../log/circle/circle.ts';
import type { View } from '../../log/log.ts';
import { isEntryShare } from './hearings/own-hearing.ts';

/** Duties that the circle may help with, and as what they stand on the agenda. */
const reviewDuties: Readonly<Record<string, ReviewDue['what']>> = {
  'risk-review': 'risk',
  'consent-review': 'consent',
  'consent-ending': 'consent',
};

export function agendaSources(
  circle: CircleView,
  view: View,
  requests: readonly OpenRequest[],
  today: Day,
): AgendaSources {
  const live = circle.shares.filter(
    ({ record }) => isEntryShare(record) && record.state === 'shared' && String(record.until) >= today,
  );
  const codes = new Map<Code, string | undefined>();
  for (const { record } of live) {
    const about = aboutOf(record);
    if (about) codes.set(about, typeof record.code === 'string' ? record.code : undefined);
  }
  const ends = live.flatMap(({ record }): ReviewDue[] => {
    const own = aboutOf(record);
    return own && isDay(record.until)
      ? [{ what: 'share-ends', own, day: record.until, ...codeIn(codes.get(own)) }]
      : [];
  });
  const due = view.duties.flatMap(({ kind, about, due: day }): ReviewDue[] => {
    const what = reviewDuties[kind];
    return what && about && codes.has(about) ? [{ what, own: about, day, ...codeIn(codes.get(about)) }] : [];
  });
  return {
    requests,
    hearings: circle.hearings,
    reviews: [...ends, ...due],
    deletions: circle.shares.flatMap(({ record }) => openDeletions(record)),
    missions: circle.missions,
    today,
  };
}

function openDeletions({ confirmations, code }: AnyRecord): readonly DeletionOpen[] {
  if (!Array.isArray(confirmations)) return [];
  return (confirmations as readonly AnyRecord[]).flatMap(({ mission, asked, deletedOn }) =>
    deletedOn === undefined && isMissionCode(mission) && isDay(asked)
      ? [{ mission, asked, ...codeIn(typeof code === 'string' ? code : undefined) }]
      : [],
  );
}

function codeIn(code: string | undefined): { readonly code?: string } {
  return code ? { code } : {};
}
