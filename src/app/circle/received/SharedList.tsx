/** Everything that missions shared with us and we with them, newest first; new rows wait until they are let in. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { type ReactNode, useState } from 'react';
import type { EntryId } from '../../../domain/ids.ts';
import type { Circle, CircleEntry, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { CodeName } from '../CodeName.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useWhat } from '../hearings/hearing-words.ts';
import { useMissionWords } from '../mission-words.ts';
import { newsOf } from '../news.ts';

const AT_FIRST = 20;

/** What is not an entry about somebody has a place of its own on this page. */
function isListed({ content, withheld }: CircleEntry): boolean {
  return content?.type === 'shared-entry' || content?.type === 'in-touch' || withheld !== undefined;
}

export function SharedList(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { view } = props;
  const text = useText();
  const look = useLook();
  const shared = useCircleLook();
  const own = useLog().me.mission.code;
  const listed = view.entries.filter((row) => isListed(row) && row.audience.includes(own));
  const [known, setKnown] = useState<ReadonlySet<EntryId>>();
  const [all, setAll] = useState(false);
  const arrived = view.state === 'ready' && view.opening === undefined;
  if (arrived && !known) setKnown(new Set(listed.map(({ entry }) => entry)));
  const steady = known ? listed.filter(({ entry }) => known.has(entry)) : listed;
  const waiting = listed.length - steady.length;
  const rows = all ? steady : steady.slice(0, AT_FIRST);
  return (
    <section className={shared.part} aria-label={text('circle.shared.title')}>
      <h2 className={look.heading}>
        {text('circle.shared.title')} <span className={look.count}>{steady.length}</span>
      </h2>
      {waiting > 0 ? (
        <div>
          <Button
            size="small"
            className={shared.touch}
            onClick={() => setKnown(new Set(listed.map(({ entry }) => entry)))}
          >
            {text('circle.shared.waiting', { count: waiting })}
          </Button>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <p className={look.text}>{text('circle.shared.nothing')}</p>
      ) : (
        <ul className={mergeClasses(look.list, look.card)}>
          {rows.map((row) => (
            <Row key={row.entry} row={row} view={view} />
          ))}
        </ul>
      )}
      {rows.length < steady.length ? (
        <div>
          <Button size="small" className={shared.touch} onClick={() => setAll(true)}>
            {text('circle.shared.all', { count: steady.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Row(props: { readonly row: CircleEntry; readonly view: CircleView }): ReactNode {
  const { row, view } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const what = useWhat();
  const sent = row.from === useLog().me.mission.code;
  const Icon = sent ? ArrowUpload20Regular : ArrowDownload20Regular;
  return (
    <li className={shared.item} data-about={row.linked}>
      <span className={shared.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={shared.said}>
        <CodeName code={row.code} linked={row.linked} />
        <a className={look.link} href={hrefOf({ page: 'circle', id: row.entry })}>
          {what(row)}
        </a>{' '}
        {newsOf(view, row.entry).length > 0 ? <span className={look.chip}>{text('circle.new')}</span> : null}
        <div className={look.quiet}>
          {[
            sent
              ? text('circle.entry.with', { missions: missions.others(row) })
              : text('circle.sharedBy', { mission: missions.name(row.from) }),
            words.instant(row.at),
            row.withheld ? text(`circle.withheld.${row.withheld}.what`) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
      </div>
    </li>
  );
}
