/** A shared hearing or visit in words: when, where, who goes. */

import {
  mustStepIn,
  type Observer,
  signedConfirmations,
  twoLeads,
} from '../../../domain/circle/observers.ts';
import type { SharedHearing } from '../../../domain/circle/shared-hearings.ts';
import type { Words } from '../../../domain/fields/field.ts';
import { comma } from '../../../domain/fields/signs.ts';
import { isDay } from '../../../domain/ids.ts';
import { kindByKey } from '../../../domain/registry.ts';
import type { CircleEntry, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useText, useWords } from '../../words.tsx';
import { useMissionWords } from '../mission-words.ts';

export interface HearingWords {
  /** `Hearing tomorrow, 10:00, Oskel District Court`. */
  when(hearing: SharedHearing): string;
  /** `Embassy of Brenland: leads, confirmed`. */
  observer(observer: Observer): string;
  /** Counted aloud; a word that was only reported is counted apart. */
  count(hearing: SharedHearing): string;
  /** What must be said aloud; undefined while all is well. */
  alert(hearing: SharedHearing): string | undefined;
  /** Undefined unless two lead. */
  leads(hearing: SharedHearing): string | undefined;
}

/** `given`: words for other readers than whoever looks at the screen now. */
export function useHearingWords(view: CircleView, given?: Words): HearingWords {
  const text = useText();
  const shown = useWords();
  const words = given ?? shown;
  const missions = useMissionWords(view);
  const own = useLog().me.mission.code;
  return {
    when({ what, day, time, zone, place }) {
      const here = time && zone ? words.here?.(day, time, zone) : undefined;
      const at = [words.day(day), time].filter(Boolean).join(' ');
      return [`${text(`circle.what.${what}`)} ${at}${here ? ` (${here})` : ''}`, place]
        .filter(Boolean)
        .join(comma(words.locale));
    },
    observer: ({ mission, part, state, who, reportedBy }) =>
      [
        `${missions.name(mission)}: ${text(`circle.parts.${part}`)}, ${text(`circle.states.${state}`)}`,
        who,
        reportedBy && text('circle.reportedBy', { mission: missions.within(reportedBy) }),
      ]
        .filter(Boolean)
        .join(' · '),
    count({ observers }) {
      const signed = signedConfirmations(observers).length;
      const reported = observers.filter(
        ({ state, reportedBy }) => state === 'confirmed' && reportedBy !== undefined,
      ).length;
      if (signed + reported === 0) return text('circle.hearings.noObserver');
      return [
        signed > 0 ? text('circle.hearings.signed', { count: signed }) : '',
        reported > 0 ? text('circle.hearings.reported', { count: reported }) : '',
      ]
        .filter((part) => part !== '')
        .join(comma(words.locale));
    },
    alert({ observers, state, alert }) {
      if (state === 'ahead' && mustStepIn(observers, own)) return text('circle.alerts.step-in');
      return alert && text(`circle.alerts.${alert}`);
    },
    leads({ observers }) {
      const leads = twoLeads(observers);
      return leads.length > 1
        ? text('circle.hearings.twoLeads', { missions: missions.names(leads) })
        : undefined;
    },
  };
}

/** `Hearing, Thu 26 Nov`; only what stands in clear where the content is not shown. */
export function useWhat(): (row: CircleEntry) => string {
  const text = useText();
  const words = useWords();
  return ({ coarse, content }) => {
    if (content?.type === 'in-touch') return text('circle.inTouch.row');
    const { kind, day } = content?.body ?? {};
    const known =
      typeof kind === 'string' && kindByKey(kind) ? `kinds.${kind}.one` : `circle.coarse.${coarse}`;
    return [text(known), isDay(day) ? words.day(day) : '']
      .filter((part) => part !== '')
      .join(comma(words.locale));
  };
}
