/** Requests between missions, open ones first: what was asked, who answered what until when, and what was said about it. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useMemo, useState } from 'react';
import { type GivenAnswer, type OpenRequest, requestsIn } from '../../../domain/circle/requests.ts';
import { comma } from '../../../domain/fields/signs.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { CodeName } from '../CodeName.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useAsked, useMissionWords } from '../mission-words.ts';
import { newsOf } from '../news.ts';
import { Comments } from '../share/Comments.tsx';
import { ShareAfterYes } from '../share/ShareAfterYes.tsx';
import { AnswerDialog, silentMissions } from './AnswerDialog.tsx';

interface Parts {
  readonly circle: Circle;
  readonly view: CircleView;
}

const icons = {
  yes: Checkmark16Regular,
  no: Dismiss16Regular,
  conditions: Warning16Regular,
} as const satisfies Record<GivenAnswer['says'], unknown>;

export function RequestsPart(props: Parts): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const shared = useCircleLook();
  const today = useLog().today();
  const requests = useMemo(() => requestsIn(view.entries, today), [view.entries, today]);
  const open = requests.filter(({ over }) => !over);
  const over = requests.filter((request) => request.over);
  return (
    <section className={shared.part} aria-label={text('circle.requests.title')}>
      <h2 className={look.heading}>
        {text('circle.requests.title')} <span className={look.count}>{open.length}</span>
      </h2>
      {open.length === 0 ? (
        <p className={look.text}>{text('circle.requests.nothing')}</p>
      ) : (
        <ul className={mergeClasses(look.list, look.card)}>
          {open.map((request) => (
            <li key={request.entry} className={shared.item}>
              <div className={shared.side} style={{ gridColumn: '1 / -1' }}>
                <RequestCard circle={circle} view={view} request={request} linked />
              </div>
            </li>
          ))}
        </ul>
      )}
      {over.length > 0 ? (
        <details>
          <summary>{text('circle.requests.over', { count: over.length })}</summary>
          <ul className={mergeClasses(look.list, look.card)}>
            {over.map((request) => (
              <li key={request.entry} className={shared.item}>
                <div style={{ gridColumn: '1 / -1' }}>
                  <RequestCard circle={circle} view={view} request={request} linked />
                </div>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** `linked`: in a list, its sentence leads to its page; on its page the comments stand open. */
export function RequestCard(
  props: Parts & { readonly request: OpenRequest; readonly linked?: true },
): ReactNode {
  const { circle, view, request } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const [answering, setAnswering] = useState(false);
  const own = log.me.mission.code;
  const row = view.entries.find(({ entry }) => entry === request.entry);
  const asked = useAsked(view)(request);
  const facts = [
    request.urgency ? text(`circle.urgencies.${request.urgency}`) : '',
    request.people === undefined ? '' : text('circle.requests.people', { count: request.people }),
    request.place ?? '',
    request.by ? text('circle.requests.by', { day: words.day(request.by) }) : '',
    request.until ? text('circle.requests.until', { day: words.day(request.until) }) : '',
  ].filter((fact) => fact !== '');
  const mayAnswer =
    may(log.me, 'act') &&
    !request.over &&
    (request.to.includes(own) || (request.from === own && silentMissions(view).length > 0));
  return (
    <article className={shared.part} data-request={request.entry}>
      <p className={look.text}>
        {props.linked ? <CodeName code={request.code} linked={row?.linked} /> : null}
        {props.linked ? (
          <a className={look.link} href={hrefOf({ page: 'circle', id: request.entry })}>
            {asked}
          </a>
        ) : (
          asked
        )}{' '}
        {newsOf(view, request.entry).length > 0 ? (
          <span className={look.chip}>{text('circle.new')}</span>
        ) : null}
      </p>
      {facts.length > 0 ? <p className={look.quiet}>{facts.join(' · ')}</p> : null}
      {request.words ? (
        <p className={mergeClasses(look.text, shared.words)} dir="auto">
          {request.words}
        </p>
      ) : null}
      <ul className={look.list} aria-label={text('circle.requests.answers')}>
        {request.answers.map((answer) => (
          <AnswerLine key={answer.mission} answer={answer} view={view} />
        ))}
        {request.waitsFor.length > 0 && !request.over ? (
          <li className={look.quiet}>
            {text('circle.requests.waits', { missions: missions.names(request.waitsFor) })}
          </li>
        ) : null}
      </ul>
      {mayAnswer ? (
        <div className={mergeClasses(look.row, shared.noPrint)}>
          <Button
            size="small"
            appearance={request.waitsFor.includes(own) ? 'primary' : 'secondary'}
            className={shared.touch}
            onClick={() => setAnswering(true)}
          >
            {text(
              request.from === own
                ? 'circle.requests.report'
                : request.waitsFor.includes(own)
                  ? 'circle.needs.answer'
                  : 'circle.requests.change',
            )}
          </Button>
        </div>
      ) : null}
      {request.from === own && !request.over ? (
        <ShareAfterYes circle={circle} view={view} request={request} about={row?.linked} />
      ) : null}
      {props.linked ? (
        request.comments.length > 0 ? (
          <p className={look.quiet}>{text('circle.comments.count', { count: request.comments.length })}</p>
        ) : null
      ) : (
        <Comments circle={circle} view={view} to={request.entry} />
      )}
      {answering ? (
        <AnswerDialog circle={circle} view={view} request={request} onClose={() => setAnswering(false)} />
      ) : null}
    </article>
  );
}

function AnswerLine(props: { readonly answer: GivenAnswer; readonly view: CircleView }): ReactNode {
  const { answer, view } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const Icon = icons[answer.says];
  return (
    <li className={mergeClasses(look.row, look.text, shared.answer)}>
      <Icon aria-hidden="true" />
      <span>
        {`${missions.name(answer.mission)}: ${text(`circle.says.${answer.says}`)}`}
        {answer.conditions ? (
          <>
            {' · '}
            <bdi>{answer.conditions}</bdi>
          </>
        ) : null}
        {[
          answer.until &&
            text(answer.ended ? 'circle.requests.ended' : 'circle.requests.holds', {
              day: words.day(answer.until),
            }),
          answer.reportedBy && text('circle.reportedBy', { mission: missions.within(answer.reportedBy) }),
          answer.reportedBy &&
            [answer.by, answer.how && text(`circle.hows.${answer.how}`), words.day(answer.on)]
              .filter(Boolean)
              .join(comma(words.locale)),
        ]
          .filter(Boolean)
          .map((said) => ` · ${said}`)
          .join('')}
      </span>
    </li>
  );
}
