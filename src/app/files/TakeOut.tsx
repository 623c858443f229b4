/** Buttons by which a defender, a case or an entry leaves the log: as a brief or on paper. Whoever may not sees why. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useState } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import { staysInside } from '../../domain/no-export.ts';
import { may } from '../../domain/roles.ts';
import { later } from '../later.ts';
import { useLog, useView } from '../log-context.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import type { BriefSubject } from './brief-of.ts';
import { useKeptInside } from './kept-inside.ts';
import { NotPrinted } from './NotHandedOut.tsx';
import { usePrint } from './use-print.ts';

const BriefDialog = later(
  () => import('./BriefDialog.tsx').then((file) => file.BriefDialog),
  'pages',
  'files',
  'forms',
  'consent',
);

const useStyles = makeStyles({
  out: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

export function TakeOut(props: {
  readonly subject: BriefSubject;
  readonly kind: string;
  /** Entries that stand on the page, for the journal. */
  readonly shown: readonly EntryId[];
}): ReactNode {
  const { subject, kind } = props;
  const text = useText();
  const styles = useStyles();
  const log = useLog();
  const view = useView();
  const kept = useKeptInside();
  const print = usePrint(kind, () => props.shown);
  const [briefing, setBriefing] = useState(false);
  if (!may(log.me, 'export')) return null;
  const record = 'entry' in subject ? view.byEntry.get(subject.entry)?.record : undefined;
  const stays = 'code' in subject ? kept.has(subject.code) : record && staysInside(record, kept);
  if (stays)
    return (
      <Notice
        tone="info"
        what={text('files.refused.own-mission.what')}
        next={text('files.refused.own-mission.next')}
      />
    );
  return (
    <div className={styles.out}>
      <Button icon={<DocumentText20Regular aria-hidden="true" />} onClick={() => setBriefing(true)}>
        {text('files.brief.open')}
      </Button>
      <Button icon={<Print20Regular aria-hidden="true" />} onClick={print.print}>
        {text('files.print')}
      </Button>
      <NotPrinted print={print} />
      {briefing ? (
        <LazyPart>
          <BriefDialog subject={subject} kind={kind} onClose={() => setBriefing(false)} />
        </LazyPart>
      ) : null}
    </div>
  );
}
