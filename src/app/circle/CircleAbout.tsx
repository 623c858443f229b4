/** On a defender's page: with whom they are shared, who was in touch lately, and telling others that we were. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { inTouchAbout } from '../../domain/circle/requests.ts';
import { isWeek, mondayOf, sundayOf, weekOf } from '../../domain/circle/week.ts';
import type { Code, MissionCode } from '../../domain/ids.ts';
import { aboutOf } from '../../domain/record-kind.ts';
import { may } from '../../domain/roles.ts';
import type { Circle, CircleView } from '../../log/circle/circle.ts';
import { shortDay } from '../day-words.ts';
import { useLog } from '../log-context.tsx';
import { FormDialog } from '../shell/FormDialog.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { useCircleLook } from './circle-look.ts';
import { nameOf } from './circle-name.ts';
import { isEntryShare } from './hearings/own-hearing.ts';
import { KeysFirst } from './KeysFirst.tsx';
import { useMissionWords } from './mission-words.ts';
import { MissionPicker } from './missions/MissionPicker.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { ShareLine } from './share/ShareLine.tsx';
import { useCircles, useCircleView } from './use-circles.ts';
import { useOutcome } from './use-outcome.tsx';

export function CircleAbout(props: { readonly code: Code }): ReactNode {
  const { circles } = useCircles();
  return circles?.map((circle) => <InCircle key={circle.id} circle={circle} code={props.code} />);
}

function InCircle(props: { readonly circle: Circle; readonly code: Code }): ReactNode {
  const { circle, code } = props;
  const view = useCircleView(circle);
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const [telling, setTelling] = useState(false);
  if (view.state !== 'ready') return null;
  const today = log.today();
  const shares = view.shares.filter(({ record }) => isEntryShare(record) && aboutOf(record) === code);
  const codes = new Set(view.entries.flatMap((row) => (row.linked === code && row.code ? [row.code] : [])));
  const touched = inTouchAbout(view.entries, codes, log.me.mission.code);
  const thisWeek = weekOf(today);
  return (
    <section className={shared.part} aria-label={text('circle.about.title', { circle: nameOf(circle) })}>
      <h2 className={look.heading}>{text('circle.about.title', { circle: nameOf(circle) })}</h2>
      {touched.length === 0 && shares.length === 0 ? (
        <p className={look.quiet}>{text('circle.about.nothing')}</p>
      ) : null}
      {touched.map(({ mission, week }) => (
        <p key={mission} className={look.text}>
          {week === thisWeek
            ? text('circle.inTouch.thisWeek', { mission: missions.name(mission) })
            : text('circle.inTouch.week', {
                mission: missions.name(mission),
                from: isWeek(week) ? shortDay(mondayOf(week), today, words.locale) : week,
                to: isWeek(week) ? shortDay(sundayOf(week), today, words.locale) : week,
              })}
        </p>
      ))}
      {shares.length > 0 ? (
        <ul className={look.list}>
          {shares.map((share) => (
            <ShareLine key={share.entry} circle={circle} view={view} share={share} />
          ))}
        </ul>
      ) : null}
      {may(log.me, 'act') ? (
        <div className={mergeClasses(look.row, shared.noPrint)}>
          <Button size="small" className={shared.touch} onClick={() => setTelling(true)}>
            {text('circle.inTouch.tell')}
          </Button>
        </div>
      ) : null}
      {telling ? (
        <TellInTouch circle={circle} view={view} code={code} onClose={() => setTelling(false)} />
      ) : null}
    </section>
  );
}

function TellInTouch(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly code: Code;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, view, code, onClose } = props;
  const text = useText();
  const [to, setTo] = useState<readonly MissionCode[]>([]);
  const sending = useOutcome(circle, onClose);
  return (
    <FormDialog
      title={text('circle.inTouch.title')}
      save={to.length > 0 ? text('circle.inTouch.send', { count: to.length }) : text('circle.inTouch.tell')}
      blocked={to.length === 0}
      unsavable={view.keys !== 'ready'}
      onSave={() => sending.run(() => circle.sharing.tellInTouch(code, to))}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p>{text('circle.inTouch.means')}</p>
          <KeysFirst view={view} />
          <MissionPicker
            view={view}
            label={text('circle.share.whom')}
            chosen={to}
            onChange={setTo}
            missing={tried && to.length === 0}
          />
          <OutcomeNotice sending={sending} />
        </>
      )}
    </FormDialog>
  );
}
