/** After a withdrawal: what stopped and what to do with it, what must be recalled, whom to ask for it back. */

import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Code, EntryId } from '../../domain/ids.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { WithdrawOutcome } from '../../log/log.ts';
import { circleParts } from '../circle/circle-parts.ts';
import { later } from '../later.ts';
import { useLog, useView } from '../log-context.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { dayOfEntry } from '../table/filter.ts';
import { useText, useWords } from '../words.tsx';
import { useConsentWords } from './consent-words.ts';
import { type ReceivedItem, whoReceived } from './received.ts';

const CircleReceived = later(
  () => import('../circle/CircleReceived.tsx').then((file) => file.CircleReceived),
  ...circleParts,
);

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});

/** `onLeave` closes what this stands in, once a link to an entry is followed. */
export function Aftermath(props: {
  readonly outcome: WithdrawOutcome;
  /** Whose consent was taken back. */
  readonly about: Code;
  onLeave(): void;
}): ReactNode {
  const { outcome, onLeave } = props;
  const { halted, inFlight } = outcome;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const consentWords = useConsentWords();
  const { code: mission, zone } = log.me.mission;
  const { outside, sentOn } = whoReceived(outcome.received, mission);

  function lineOf(id: EntryId, kind?: string): ReactNode {
    const entry = view.byEntry.get(id) ?? halted.find(({ entry: own }) => own === id);
    const declared = entry && kindByKey(entry.kind);
    if (!entry || !declared) return kind ? text(`kinds.${kind}.one`) : id;
    return (
      <Link inline href={hrefOf({ page: 'entries', id })} onClick={onLeave}>
        {text('forms.withdraw.line', {
          kind: text(`kinds.${entry.kind}.one`),
          day: words.day(dayOfEntry(entry, zone)),
          what: declared.summary(entry.record, words),
        })}
      </Link>
    );
  }
  const linesOf = (items: readonly ReceivedItem[]): ReactNode => (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={`${item.entry} ${item.at}`}>
          {lineOf(item.entry, item.kind)}
          {' · '}
          {text('forms.withdraw.receivedBy', {
            who: consentWords.audiences(item.audiences),
            at: words.instant(item.at),
          })}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {inFlight.length > 0 && (
        <section>
          <Text weight="semibold">{text('forms.withdraw.inFlight')}</Text>
          <ul className={styles.list}>
            {inFlight.map((entry) => (
              <li key={entry}>{lineOf(entry)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <Text weight="semibold">
          {halted.length === 0
            ? text('forms.withdraw.noneHalted')
            : text('forms.withdraw.halted', { count: halted.length })}
        </Text>
        {halted.length > 0 && (
          <>
            <ul className={styles.list}>
              {halted.map(({ entry }) => (
                <li key={entry}>{lineOf(entry)}</li>
              ))}
            </ul>
            <Text>{text('forms.withdraw.haltedNext')}</Text>
          </>
        )}
      </section>
      <section>
        <Text weight="semibold">
          {outside.length === 0
            ? text('forms.withdraw.noneReceived')
            : text('forms.withdraw.received', { count: outside.length })}
        </Text>
        {outside.length > 0 && (
          <>
            {linesOf(outside)}
            <Text>{text('forms.withdraw.askThem')}</Text>
          </>
        )}
      </section>
      {log.circleIds.length > 0 && (
        <LazyPart>
          <CircleReceived code={props.about} />
        </LazyPart>
      )}
      {sentOn.length > 0 && (
        <section>
          <Text weight="semibold">{text('forms.withdraw.sentOn')}</Text>
          {linesOf(sentOn)}
          <Text>{text('forms.withdraw.tellMinistry')}</Text>
        </section>
      )}
    </>
  );
}
