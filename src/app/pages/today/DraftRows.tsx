/** Forms that were left half filled in: continue them, or let them go. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { NoteEdit20Regular } from '@fluentui/react-icons/svg/note-edit';
import { type ReactNode, useState } from 'react';
import type { KeptDraft } from '../../../log/writing/saving.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
  rows: { paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalM },
  group: { display: 'grid', rowGap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    '@media (max-width: 480px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground3 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    '@media (max-width: 480px)': { gridColumnStart: 2, '& button': { minBlockSize: '44px' } },
  },
});

export function DraftRows(props: { readonly drafts: readonly KeptDraft[] }): ReactNode {
  const text = useText();
  const words = useWords();
  const log = useLog();
  const look = useLook();
  const styles = useStyles();
  const openForm = useOpenForm();
  const [failure, setFailure] = useState<unknown>();
  if (props.drafts.length === 0) return null;
  return (
    <section className={styles.group} aria-label={text('today.drafts.title')}>
      <h2 className={look.heading}>{text('today.drafts.title')}</h2>
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
      <ul className={mergeClasses(look.list, look.card, styles.rows)}>
        {props.drafts.map((kept) => {
          const about = kept.draft.values.about;
          return (
            <li key={kept.draft.entry} className={styles.row}>
              <span className={styles.icon}>
                <NoteEdit20Regular aria-hidden="true" />
              </span>
              <span>
                {text('today.drafts.row', {
                  kind: text(`kinds.${kept.draft.kind}.one`),
                  when: words.instant(kept.savedAt),
                })}
                {typeof about === 'string' ? ` · ${words.cover(about)}` : ''}
              </span>
              <span className={styles.actions}>
                <Button size="small" onClick={() => openForm({ what: 'draft', kept })}>
                  {text('today.drafts.continue')}
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => void log.discardDraft(kept.draft).catch(setFailure)}
                >
                  {text('today.drafts.discard')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
