/** Requests to see, correct or erase what is written about somebody: each with what answers it. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../domain/ids.ts';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import type { Entry, RecordIn } from '../../domain/record-kind.ts';
import { ANSWER_DAYS, subjectRequest } from '../../domain/records/subject-request.ts';
import { useLog, useView } from '../log-context.tsx';
import { useOpenForm } from '../shell/form-door.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText, useWords } from '../words.tsx';
import { AccessSheet } from './AccessSheet.tsx';
import { Erase } from './Erase.tsx';
import { useLifeLook } from './look.ts';

type Request = Entry<RecordIn<typeof subjectRequest>>;

export function SubjectRequests(): ReactNode {
  const view = useView();
  const text = useText();
  const look = useLook();
  const styles = useLifeLook();
  const openForm = useOpenForm();
  const [opened, setOpened] = useState<Request>();
  const requests = (view.entries.get(subjectRequest.key) ?? []) as unknown as readonly Request[];
  if (opened)
    return (
      <div className={styles.section}>
        <div className={styles.noPrint}>
          <Button onClick={() => setOpened(undefined)}>{text('life.requests.back')}</Button>
        </div>
        {opened.record.what === 'erase' ? (
          <Erase request={opened} />
        ) : (
          <AccessSheet about={opened.record.about} />
        )}
      </div>
    );
  return (
    <div className={styles.section}>
      <p className={look.text}>{text('life.requests.why', { days: ANSWER_DAYS })}</p>
      <div>
        <Button
          appearance="primary"
          icon={<Add20Regular aria-hidden="true" />}
          onClick={() => openForm({ what: 'new', kind: subjectRequest.key, values: {} })}
        >
          {text(`kinds.${subjectRequest.key}.log`)}
        </Button>
      </div>
      {requests.length === 0 ? (
        <p className={look.text}>{text('life.requests.none')}</p>
      ) : (
        <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.requests.title')}>
          {requests.map((request) => (
            <Row key={request.entry} request={request} onOpen={() => setOpened(request)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row(props: { readonly request: Request; readonly onOpen: () => void }): ReactNode {
  const { request, onOpen } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const openForm = useOpenForm();
  const { about, what, receivedOn, answeredOn, identityCheck } = request.record;
  const due = addDays(receivedOn, ANSWER_DAYS);
  const isOver = isAnonymised(request);
  const isKnown = identityCheck !== undefined && identityCheck !== 'not-possible';
  return (
    <li className={styles.item} data-request={request.entry}>
      <div className={styles.said}>
        <span className={look.strong}>
          {isOver ? text('life.requests.erased') : words.cover(about)}
          {` · ${text(`choices.subject-request-kinds.${what}`)}`}
        </span>
        <span className={look.quiet}>
          {text('life.requests.received', { day: words.day(receivedOn) })}
          {' · '}
          {answeredOn
            ? text('life.requests.answered', { day: words.day(answeredOn) })
            : text(due < log.today() ? 'life.requests.late' : 'life.requests.due', { day: words.day(due) })}
        </span>
        {isKnown || isOver ? null : (
          <Notice
            tone="warning"
            what={text('life.requests.check.what')}
            next={text('life.requests.check.next')}
          />
        )}
      </div>
      {isOver ? null : (
        <>
          {what === 'correct' ? (
            <a className={look.link} href={hrefOf({ page: 'defenders', id: about })}>
              {text('life.requests.correct')}
            </a>
          ) : null}
          <Button
            size="small"
            className={styles.touch}
            disabled={!isKnown}
            aria-label={text(`life.requests.${what === 'erase' ? 'erase' : 'access'}Of`, {
              cover: words.cover(about),
            })}
            onClick={onOpen}
          >
            {text(`life.requests.${what === 'erase' ? 'erase' : 'access'}`)}
          </Button>
          <Button
            size="small"
            className={styles.touch}
            aria-label={text('life.requests.changeOf', { cover: words.cover(about) })}
            onClick={() => openForm({ what: 'change', entry: request.entry })}
          >
            {text('life.requests.change')}
          </Button>
        </>
      )}
    </li>
  );
}
