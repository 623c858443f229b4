/** One row of the circle opened: what its mission told us, until when, whether one may act on it, whom we know it as. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { requestsIn } from '../../../domain/circle/requests.ts';
import { type EntryId, isDay } from '../../../domain/ids.ts';
import type { Circle, CircleEntry, CircleView } from '../../../log/circle/circle.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { PaperGuard } from '../../shell/PaperGuard.tsx';
import { useText, useWords } from '../../words.tsx';
import { BackToCircle } from '../BackToCircle.tsx';
import { CodeName } from '../CodeName.tsx';
import { useCircleLook } from '../circle-look.ts';
import { HearingRow } from '../hearings/HearingsPart.tsx';
import { sourceOf } from '../hearings/own-hearing.ts';
import { useMissionWords } from '../mission-words.ts';
import { newsOf } from '../news.ts';
import { RequestCard } from '../requests/RequestsPart.tsx';
import { Comments } from '../share/Comments.tsx';
import { linesOf } from '../share/shared-lines.ts';
import { DeletionStep } from './DeletionStep.tsx';
import { LinkCode } from './LinkCode.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '840px',
  },
  body: { padding: tokens.spacingHorizontalL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 30%) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

interface Parts {
  readonly circle: Circle;
  readonly view: CircleView;
}

export function SharedEntry(props: Parts & { readonly entry: EntryId }): ReactNode {
  const { circle, view, entry } = props;
  const text = useText();
  const styles = useStyles();
  const row = view.entries.find((each) => each.entry === entry);
  useEffect(() => {
    for (const seen of newsOf(view, entry)) circle.markSeen(seen);
  }, [circle, view, entry]);
  return (
    <div className={styles.page}>
      <BackToCircle />
      {row ? (
        // What others shared stays with whom it was shared with: it is read here and not put on paper.
        <PaperGuard keeps said={text('circle.notOnPaper')}>
          <OpenedRow circle={circle} view={view} row={row} />
        </PaperGuard>
      ) : (
        <Notice
          tone="info"
          what={text('circle.entry.missing.what')}
          means={text('circle.entry.missing.means')}
          next={text('circle.entry.missing.next')}
        />
      )}
    </div>
  );
}

function OpenedRow(props: Parts & { readonly row: CircleEntry }): ReactNode {
  const { circle, view, row } = props;
  const log = useLog();
  const mine = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const styles = useStyles();
  const missions = useMissionWords(view);
  const own = row.from === log.me.mission.code;
  const source = own ? sourceOf(view, mine, row.entry) : undefined;
  const hearing = view.hearings.find(({ entry }) => entry === row.entry);
  const request = requestsIn(view.entries, log.today()).find(({ entry }) => entry === row.entry);
  const { content, withheld } = row;
  return (
    <article className={mergeClasses(look.card, shared.part, styles.body)} data-circle-entry={row.entry}>
      <h2 className={look.title}>
        <CodeName code={row.code} linked={row.linked} />
        {text(`circle.coarse.${row.coarse}`)}
      </h2>
      <p className={look.quiet}>
        {(request
          ? [words.instant(row.at)]
          : [
              text('circle.sharedBy', { mission: missions.name(row.from) }),
              words.instant(row.at),
              text('circle.entry.with', { missions: missions.others(row) }),
              content?.until ? text('circle.entry.until', { day: words.day(content.until) }) : '',
            ]
        )
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {source ? (
        <a className={look.link} href={hrefOf({ page: 'entries', id: source.entry })}>
          {text('circle.entry.ours')}
        </a>
      ) : null}
      {withheld ? (
        <Notice
          tone={withheld === 'altered' || withheld === 'emptied' ? 'error' : 'warning'}
          what={text(`circle.withheld.${withheld}.what`)}
          means={text(`circle.withheld.${withheld}.means`)}
          next={text(`circle.withheld.${withheld}.next`, { mission: missions.name(row.from) })}
        />
      ) : null}
      {withheld && !own ? <DeletionStep circle={circle} row={row} /> : null}
      {content && !own && row.code && content.type === 'shared-entry' ? (
        <Attested row={row} mission={missions.name(row.from)} />
      ) : null}
      {request ? <RequestCard circle={circle} view={view} request={request} /> : null}
      {hearing ? (
        <ul className={mergeClasses(look.list, look.card)}>
          <HearingRow circle={circle} view={view} hearing={hearing} alone />
        </ul>
      ) : null}
      {content && !request ? <Fields row={row} /> : null}
      {row.code && !own ? (
        <LinkCode circle={circle} code={{ from: row.from, code: row.code }} linked={row.linked} />
      ) : null}
      {content && !request ? <Comments circle={circle} view={view} to={row.entry} /> : null}
    </article>
  );
}

/** Reading needs no word of the owner; acting does, and one that can be believed. */
function Attested(props: { readonly row: CircleEntry; readonly mission: string }): ReactNode {
  const { attestedUntil } = props.row;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const isLive = attestedUntil !== undefined && attestedUntil > log.now();
  const [why, next] = props.row.inDoubt ? (['inDoubt', 'nextInDoubt'] as const) : (['none', 'next'] as const);
  return (
    <Notice
      tone={isLive ? 'success' : 'warning'}
      what={
        isLive
          ? text('circle.attested.live', { mission: props.mission, at: words.instant(attestedUntil) })
          : text(`circle.attested.${why}`, { mission: props.mission })
      }
      {...(isLive ? {} : { next: text(`circle.attested.${next}`, { mission: props.mission }) })}
    />
  );
}

function Fields(props: { readonly row: CircleEntry }): ReactNode {
  const { content } = props.row;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  if (!content) return null;
  const lines = linesOf(content, words);
  const name = identityIn(content.body);
  return (
    <dl className={styles.fields}>
      {name ? (
        <>
          <dt className={styles.label}>{text('circle.entry.identity')}</dt>
          <dd className={mergeClasses(styles.value, look.strong)} dir="auto">
            {name}
          </dd>
        </>
      ) : null}
      {isDay(content.body.day) ? (
        <>
          <dt className={styles.label}>{text('circle.entry.day')}</dt>
          <dd className={styles.value}>{words.day(content.body.day)}</dd>
        </>
      ) : null}
      {lines.map(({ key, label, value }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Name or initials, where the sender's consent let them cross. */
function identityIn(body: Readonly<Record<string, unknown>>): string | undefined {
  const identity = body.identity as { readonly name?: unknown; readonly initials?: unknown } | undefined;
  const shown = identity?.name ?? identity?.initials;
  return typeof shown === 'string' ? shown : undefined;
}
