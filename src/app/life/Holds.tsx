/** Legal holds: about whom, why, until when; placing one, ending one with a reason. */

import { Button, Field, mergeClasses, Select } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { type ReactNode, useState } from 'react';
import { isCode } from '../../domain/codes.ts';
import type { Code } from '../../domain/ids.ts';
import { standingHolds } from '../../domain/keeping/retention.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { gatherings } from '../../domain/registry.ts';
import { type LegalHoldRecord, legalHold } from '../../domain/system/legal-hold.ts';
import { knownCodes } from '../known-codes.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { useLifeLook } from './look.ts';

export function Holds(): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const [placing, setPlacing] = useState(false);
  const [ending, setEnding] = useState<Entry<LegalHoldRecord>>();
  const all = (view.entries.get(legalHold.key) ?? []) as unknown as readonly Entry<LegalHoldRecord>[];
  const standing = new Set(standingHolds(all as unknown as readonly Entry[], log.today()));
  return (
    <>
      <p className={look.text}>{text('life.holds.why')}</p>
      {all.length === 0 ? (
        <p className={look.quiet}>{text('life.holds.none')}</p>
      ) : (
        <ul className={mergeClasses(look.list, look.card)} aria-label={text('life.holds.title')}>
          {all.map((hold) => {
            const { about, reason, since, until, endedOn, endedWhy } = hold.record;
            const cover = words.cover(about);
            return (
              <li key={hold.entry} className={styles.item} data-hold={hold.entry}>
                <div className={styles.said}>
                  <span className={look.strong}>{cover}</span>
                  <span>{reason}</span>
                  <span className={look.quiet}>
                    {[
                      text('life.holds.since', { day: words.day(since), who: hold.by.name }),
                      until && text('life.holds.until', { day: words.day(until) }),
                      endedOn && text('life.holds.ended', { day: words.day(endedOn), why: endedWhy ?? '' }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
                {standing.has(hold) ? (
                  <>
                    <span className={mergeClasses(look.chip, look.chipSoon)}>
                      <LockClosed20Regular aria-hidden="true" /> {text('life.holds.stands')}
                    </span>
                    <Button
                      size="small"
                      className={styles.touch}
                      aria-label={text('life.holds.endOf', { cover })}
                      onClick={() => setEnding(hold)}
                    >
                      {text('life.holds.end')}
                    </Button>
                  </>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      <div className={mergeClasses(look.row, styles.noPrint)}>
        <Button className={styles.touch} onClick={() => setPlacing(true)}>
          {text('life.holds.place')}
        </Button>
      </div>
      {placing ? <PlaceHold onClose={() => setPlacing(false)} /> : null}
      {ending ? (
        <DecideDialog
          title={text('life.holds.endOf', { cover: words.cover(ending.record.about) })}
          reason={text('life.holds.endWhy')}
          confirm={text('life.holds.end')}
          onConfirm={async ({ reason }) => (await log.life()).endHold(ending.entry, reason)}
          onClose={() => setEnding(undefined)}
        >
          <p className={look.text}>{text('life.holds.endMeans')}</p>
        </DecideDialog>
      ) : null}
    </>
  );
}

/** About a defender or a case, whoever is known here; or about the one given. */
export function PlaceHold(props: { readonly about?: Code; readonly onClose: () => void }): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const cases = gatherings(view.entries).flatMap(({ record }) =>
    isCode(record.about) ? [{ code: record.about, cover: words.cover(record.about) }] : [],
  );
  const offered = [...knownCodes(view, words), ...cases];
  const [about, setAbout] = useState<Code | undefined>(props.about ?? offered[0]?.code);
  return (
    <DecideDialog
      title={text('life.holds.place')}
      reason={text('life.holds.reason')}
      day={{ label: text('life.holds.untilLabel'), after: log.today(), optional: true }}
      confirm={text('life.holds.confirm')}
      onConfirm={async ({ reason, day }) => {
        if (about) await (await log.life()).placeHold(about, reason, day);
      }}
      onClose={props.onClose}
    >
      <p className={look.text}>{text('life.holds.means')}</p>
      {props.about ? null : (
        <Field label={text('life.holds.about')} required>
          <Select
            value={about ?? ''}
            onChange={(_, data) => setAbout(isCode(data.value) ? data.value : undefined)}
          >
            {offered.map(({ code, cover }) => (
              <option key={code} value={code}>
                {cover}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </DecideDialog>
  );
}
