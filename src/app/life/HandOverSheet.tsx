/** Leaving a post: what is handed to whom, on one sheet; handed over in one step; then the outgoing person's access ends. */

import { Button, Checkbox, Field, mergeClasses, Select } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useMemo, useState } from 'react';
import type { ConsentFile } from '../../domain/consent/consent-file.ts';
import { isHere } from '../../domain/directory.ts';
import type { Day } from '../../domain/ids.ts';
import { changingHands, type Handed, handOverSheet } from '../../domain/keeping/hand-over.ts';
import type { MissionPerson } from '../../domain/missions.ts';
import { lossOfRoles } from '../../domain/people-changes.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { may, mayChangePeople } from '../../domain/roles.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import { shortDay } from '../day-words.ts';
import { dutyValues } from '../duty-words.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText, useWords } from '../words.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { useLifeLook } from './look.ts';

interface Outcome {
  readonly handed: number;
  readonly left: readonly Entry[];
}

export function HandOverSheet(): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const { me } = log;
  const today = log.today();
  const here = me.mission.people.filter((person) => isHere(person, today));
  const [fromId, setFrom] = useState(me.person.objectId);
  const [toId, setTo] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const from = here.find(({ objectId }) => objectId === fromId);
  const to = here.find(({ objectId }) => objectId === toId);
  const sheet = useMemo(
    () =>
      from
        ? handOverSheet(
            {
              kinds: recordKinds,
              entries: view.entries,
              duties: view.duties,
              files: (view.entries.get(consentFile.key) ?? []).map(fileIn),
            },
            from,
            today,
          )
        : [],
    [from, view, today],
  );
  const drafts = fromId === me.person.objectId ? view.drafts.length : 0;

  async function handOver(): Promise<void> {
    if (!from || !to) return;
    const incoming = { objectId: to.objectId, tenantId: to.tenantId, name: to.name };
    const owed = view.duties.filter(({ owner }) => owner?.objectId === from.objectId);
    let handed = 0;
    const left: Entry[] = [];
    for (const entry of sheet.flatMap(({ theirs }) => theirs)) {
      const kind = kindByKey(entry.kind);
      const values = kind && changingHands(kind, entry, from, incoming, view.duties);
      if (!values) continue;
      const { id, version, record } = entry;
      const saved = await log.save({
        kind: entry.kind,
        entry: entry.entry,
        values,
        base: { id, version, record },
        besideForm: true,
      });
      if (saved.outcome === 'saved') handed += 1;
      else left.push(entry);
    }
    for (const duty of owed) {
      await log.closeDuty({ duty: duty.id, outcome: 'handed-over', on: today, to: incoming });
      handed += 1;
    }
    setOutcome({ handed, left });
  }

  return (
    <div className={styles.section}>
      <p className={look.text}>{text('life.handOver.why')}</p>
      <div className={mergeClasses(look.row, styles.choices, styles.noPrint)}>
        <Field label={text('life.handOver.from')}>
          <Select value={fromId} onChange={(_, data) => setFrom(data.value)}>
            {here.map((person) => (
              <option key={person.objectId} value={person.objectId}>
                {person.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text('life.handOver.to')}>
          <Select value={toId} onChange={(_, data) => setTo(data.value)}>
            <option value="">{text('life.handOver.choose')}</option>
            {here
              .filter((person) => person.objectId !== fromId && may(person, 'record'))
              .map((person) => (
                <option key={person.objectId} value={person.objectId}>
                  {person.name}
                </option>
              ))}
          </Select>
        </Field>
        <Button icon={<Print20Regular aria-hidden="true" />} onClick={() => print()}>
          {text('life.purge.print')}
        </Button>
      </div>
      <section className={styles.part} aria-label={text('life.handOver.sheet')}>
        <h2 className={look.heading}>{text('life.handOver.sheetOf', { name: from?.name ?? '' })}</h2>
        {drafts > 0 ? <p className={look.text}>{text('life.handOver.drafts', { count: drafts })}</p> : null}
        {sheet.length === 0 ? <p className={look.text}>{text('life.handOver.nothing')}</p> : null}
        <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.handOver.sheet')}>
          {sheet.map((handed) => (
            <HandedRow key={handed.about ?? ''} handed={handed} />
          ))}
        </ul>
      </section>
      <div className={styles.noPrint}>
        <Button appearance="primary" disabled={!from || !to} onClick={() => setAsked(true)}>
          {text('life.handOver.do')}
        </Button>
      </div>
      <div role="status">
        {outcome ? (
          <Notice
            tone={outcome.left.length > 0 ? 'warning' : 'success'}
            what={text('life.handOver.done', { count: outcome.handed })}
            {...(outcome.left.length > 0
              ? { next: text('life.handOver.left', { count: outcome.left.length }) }
              : {})}
            actions={outcome.left.map(({ entry, kind }) => (
              <a key={entry} className={look.link} href={hrefOf({ page: 'entries', id: entry })}>
                {text(`kinds.${kind}.one`)}
              </a>
            ))}
          />
        ) : null}
      </div>
      {from && mayChangePeople(me) ? <EndAccess key={from.objectId} person={from} /> : null}
      {isAsked && from && to ? (
        <DecideDialog
          title={text('life.handOver.do')}
          confirm={text('life.handOver.confirm')}
          onConfirm={handOver}
          onClose={() => setAsked(false)}
        >
          <p className={look.text}>
            {text('life.handOver.means', {
              from: from.name,
              to: to.name,
              count: sheet.flatMap(({ theirs }) => theirs).length,
              day: words.day(today),
            })}
          </p>
        </DecideDialog>
      ) : null}
    </div>
  );
}

function HandedRow(props: { readonly handed: Handed }): ReactNode {
  const { about, duties, theirs, open, consents, ahead } = props.handed;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const log = useLog();
  // Dates, not “tomorrow”: the sheet is read on paper on another day.
  const dated = (day: Day) => shortDay(day, log.today(), words.locale);
  const lines = [
    ...duties.map((duty) => ({
      key: duty.id,
      said: text('life.handOver.duty', {
        what: text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, log.today())),
        day: dated(duty.due),
      }),
    })),
    ...theirs.map((entry) => ({
      key: entry.entry,
      said: text('life.handOver.theirs', { what: said(entry) }),
    })),
    ...open.map((entry) => ({ key: entry.entry, said: text('life.handOver.open', { what: said(entry) }) })),
    ...consents.map((day) => ({
      key: `c${day}`,
      said: text('life.handOver.consent', { day: dated(day) }),
    })),
    ...ahead.map((mark) => ({
      key: `${mark.entry}${mark.word}${mark.day}`,
      said: text('life.handOver.ahead', {
        what: text(`calendar.${mark.kind}.${mark.word}`),
        day: dated(mark.day),
      }),
    })),
  ];
  function said({ kind, record }: Entry): string {
    return `${text(`kinds.${kind}.one`)} · ${kindByKey(kind)?.summary(record, words) ?? ''}`;
  }
  return (
    <li className={styles.item}>
      <div className={styles.said}>
        <span className={look.strong}>{about ? words.cover(about) : text('life.handOver.nobody')}</span>
        {lines
          .filter(({ said }, place) => lines.findIndex((line) => line.said === said) === place)
          .map((line) => (
            <span key={line.key}>{line.said}</span>
          ))}
      </div>
    </li>
  );
}

const groups = ['members', 'identities', 'consular', 'owners', 'circle', 'devices'] as const;

/** Their last day here, and what only somebody with the site's keys can do. */
function EndAccess(props: { readonly person: MissionPerson }): ReactNode {
  const { person } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const [isAsked, setAsked] = useState(false);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<unknown>();
  const { people } = log.me.mission;
  const today = log.today();
  const after = people.map((each) => (each.objectId === person.objectId ? { ...each, to: today } : each));
  const gone = people.filter((each) => each.objectId !== person.objectId);
  const loss = lossOfRoles(people, gone, today);
  return (
    <section className={styles.part} aria-label={text('life.handOver.end.title')}>
      <h2 className={look.heading}>{text('life.handOver.end.title')}</h2>
      {person.to ? (
        <p className={look.text}>
          {text('life.handOver.end.ends', { name: person.name, day: words.day(person.to) })}
        </p>
      ) : loss ? (
        <Notice tone="warning" what={text(`settings.people.loss.${loss}`)} />
      ) : (
        <div className={styles.noPrint}>
          <Button onClick={() => setAsked(true)}>
            {text('life.handOver.end.button', { name: person.name })}
          </Button>
        </div>
      )}
      <p className={look.text}>{text('life.handOver.end.admin')}</p>
      <div>
        {groups.map((group) => (
          <div key={group}>
            <Checkbox
              label={text(`life.handOver.end.steps.${group}`)}
              checked={done.has(group)}
              onChange={(_, data) => {
                const others = [...done].filter((each) => each !== group);
                setDone(new Set(data.checked === true ? [...others, group] : others));
              }}
            />
          </div>
        ))}
      </div>
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
      {isAsked ? (
        <DecideDialog
          title={text('life.handOver.end.button', { name: person.name })}
          confirm={text('life.handOver.end.confirm')}
          onConfirm={async () => {
            setFailure(undefined);
            await log.savePeople(after);
          }}
          onClose={() => setAsked(false)}
        >
          <p className={look.text}>{text('life.handOver.end.means')}</p>
        </DecideDialog>
      ) : null}
    </section>
  );
}

function fileIn({ record }: Entry): ConsentFile {
  const { about, decisions, tickets } = record as unknown as ConsentFile;
  return { about, decisions: decisions ?? [], tickets: tickets ?? [] };
}
