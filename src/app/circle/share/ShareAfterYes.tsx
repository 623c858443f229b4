/** After a yes to our request: sharing what they need to know is a step of its own, entry by entry, with its own consent. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { OpenRequest } from '../../../domain/circle/requests.ts';
import type { Code } from '../../../domain/ids.ts';
import { codesOf, type Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { allEntries } from '../../table/all-entries.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useMissionWords } from '../mission-words.ts';
import { ShareDialog } from './ShareDialog.tsx';

/** Newest entries that could be shared; older ones are found under Entries. */
const OFFERED = 3;

export function ShareAfterYes(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly request: OpenRequest;
  readonly about: Code | undefined;
}): ReactNode {
  const { circle, view, request, about } = props;
  const log = useLog();
  const mine = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const [sharing, setSharing] = useState<Entry>();
  const helping = request.answers.filter(({ says, ended }) => says !== 'no' && !ended);
  if (helping.length === 0 || !about || !may(log.me, 'act')) return null;
  // What was asked for first: a visa file before a contact, each the newest first.
  const isAsked = ({ kind, record }: Entry) => kindByKey(kind)?.asksOthers?.(record)?.asks === request.asks;
  const entries = allEntries(mine.entries, log.me.mission.zone)
    .filter((entry) => kindByKey(entry.kind)?.sharing && codesOf(entry.record).includes(about))
    .sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)))
    .slice(0, OFFERED);
  const proposed = helping.map(({ mission }) => mission);
  return (
    <div className={shared.part}>
      <p className={look.text}>{text('circle.afterYes.means', { missions: missions.names(proposed) })}</p>
      <div className={look.row}>
        {entries.map((entry) => (
          <Button key={entry.entry} size="small" className={shared.touch} onClick={() => setSharing(entry)}>
            {text('circle.afterYes.share', {
              what: `${text(`kinds.${entry.kind}.one`)} · ${kindByKey(entry.kind)?.summary(entry.record, words) ?? ''}`,
            })}
          </Button>
        ))}
      </div>
      {sharing ? (
        <ShareDialog
          circle={circle}
          view={view}
          entry={sharing}
          proposed={proposed}
          onClose={() => setSharing(undefined)}
        />
      ) : null}
    </div>
  );
}
