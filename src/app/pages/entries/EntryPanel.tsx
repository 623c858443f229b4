/** One entry opened: the view of its kind, and what can be done with it. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { Link20Regular } from '@fluentui/react-icons/svg/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { isEntryId } from '../../../domain/ids.ts';
import { isAnonymised } from '../../../domain/keeping/marks.ts';
import { staysInside } from '../../../domain/no-export.ts';
import { aboutOf } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { may, mayWrite } from '../../../domain/roles.ts';
import { marksOf } from '../../calendar-marks.ts';
import { circleParts } from '../../circle/circle-parts.ts';
import { useKeptInside } from '../../files/kept-inside.ts';
import { TakeOut } from '../../files/TakeOut.tsx';
import { later } from '../../later.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { PaperGuard } from '../../shell/PaperGuard.tsx';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { useText, useWords } from '../../words.tsx';
import { DateChain } from '../calendar/DateChain.tsx';
import { FileButton } from '../calendar/FileButton.tsx';
import { OwnCalendarButton } from '../calendar/OwnCalendarButton.tsx';
import { EntryParts } from './EntryParts.tsx';
import { goingOf, HearingAnswer } from './HearingAnswer.tsx';
import { StepsAbove } from './StepsAbove.tsx';

const RecordView = later(
  () => import('../../record/RecordView.tsx').then((file) => file.RecordView),
  'forms',
  'consent',
);
const RemoveEntry = later(
  () => import('../../life/RemoveEntry.tsx').then((file) => file.RemoveEntry),
  'pages',
  'life',
);
const SharedWith = later(
  () => import('../../circle/SharedWith.tsx').then((file) => file.SharedWith),
  ...circleParts,
);

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    '& button': { '@media print': { display: 'none' } },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
  },
  noPrint: { '@media print': { display: 'none' } },
});

export function EntryPanel(props: {
  /** As the address has it: perhaps the id of an entry that is not here, or none at all. */
  readonly entry: string;
  readonly onClose: () => void;
  readonly onShare: () => void;
}): ReactNode {
  const view = useView();
  const log = useLog();
  const openForm = useOpenForm();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const entry = isEntryId(props.entry) ? view.byEntry.get(props.entry) : undefined;
  const kind = entry && kindByKey(entry.kind);
  const kept = useKeptInside();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  if (!entry || !kind) {
    const absent = isEntryId(props.entry) ? 'missing' : 'notFound';
    const isArriving = absent === 'missing' && (view.state === 'opening' || view.sync.older !== undefined);
    return (
      <div className={styles.panel}>
        <Notice
          tone="info"
          what={text(isArriving ? 'entries.arriving.what' : `entries.${absent}.what`)}
          means={text(`entries.${absent}.means`)}
          next={text(`entries.${absent}.next`)}
          actions={
            <Button size="small" onClick={props.onClose}>
              {text('entries.back')}
            </Button>
          }
        />
      </div>
    );
  }
  const about = aboutOf(entry.record);
  const stays = staysInside(entry.record, kept);
  const going = isAnonymised(entry) ? undefined : goingOf(entry, log.me);
  const isDue = !entry.newer && kind.decision?.isDue(entry.record) === true;
  const decides = isDue && may(log.me, 'approve');
  const again = kind.reopens?.(entry.record, log.today());
  return (
    <PaperGuard keeps={stays}>
      <article className={styles.panel} data-entry={entry.entry}>
        <div className={styles.head}>
          <div>
            <h2 ref={heading} tabIndex={-1} className={look.title} style={{ outlineStyle: 'none' }}>
              {text(`kinds.${entry.kind}.one`)}
            </h2>
            {about ? (
              <a
                className={mergeClasses(look.link, look.strong)}
                href={hrefOf({ page: 'defenders', id: about })}
              >
                {words.cover(about)}
              </a>
            ) : null}
          </div>
          <Button
            appearance="subtle"
            className={styles.noPrint}
            icon={<Dismiss20Regular aria-hidden="true" />}
            aria-label={text('entries.close')}
            onClick={props.onClose}
          />
        </div>
        {/* Before every button: whoever decides on a phone comes for this and nothing else. */}
        <StepsAbove entry={entry} isDue={isDue} />
        <div className={mergeClasses(look.row, styles.noPrint)}>
          {kind.appendOnly ||
          kind.system ||
          entry.newer ||
          isAnonymised(entry) ||
          !mayWrite(log.me, kind.key) ? null : (
            <Button
              appearance={decides ? 'secondary' : 'primary'}
              icon={<Edit20Regular aria-hidden="true" />}
              onClick={() => openForm({ what: 'change', entry: entry.entry })}
            >
              {text('entries.change')}
            </Button>
          )}
          {again && mayWrite(log.me, kind.key) && !entry.newer ? (
            <Button
              icon={<ArrowUndo20Regular aria-hidden="true" />}
              onClick={() =>
                openForm({ what: 'change', entry: entry.entry, values: again, section: 'course' })
              }
            >
              {text('entries.reopen')}
            </Button>
          ) : null}
          {going && going.said === undefined ? (
            <HearingAnswer entry={entry} going={going} size="medium" />
          ) : null}
          <Button icon={<Link20Regular aria-hidden="true" />} onClick={props.onShare}>
            {text('entries.share')}
          </Button>
          {stays ? null : <FileButton marks={marksOf(entry)} />}
          {stays ? null : <OwnCalendarButton marks={marksOf(entry)} />}
        </div>
        <TakeOut
          key={entry.entry}
          subject={kind?.behind && about ? { code: about } : { entry: entry.entry }}
          kind={entry.kind}
          shown={[entry.entry]}
        />
        <LazyPart fallback={<RowsSkeleton count={6} />}>
          <EntryParts entry={entry} place="above" />
          <DateChain entry={entry} />
          {isAnonymised(entry) || stays ? null : <SharedWith entry={entry} />}
          <RecordView entry={entry} />
          <EntryParts entry={entry} place="below" />
          <RemoveEntry entry={entry} onRemoved={props.onClose} />
        </LazyPart>
      </article>
    </PaperGuard>
  );
}
