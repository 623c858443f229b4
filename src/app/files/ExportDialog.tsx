/** Asks before entries leave as a file: how many, in which form, under which rule; the journal is written first. */

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { mayLeave } from '../../domain/no-export.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import { type FileFormat, formats, toCsv, toXlsx } from '../../files/write-table.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { ModalDialog } from '../shell/ModalDialog.tsx';
import { Notice } from '../shell/Notice.tsx';
import type { Column } from '../table/columns.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useText, useWords } from '../words.tsx';
import { download } from './download.ts';
import { tableOf, wholeColumns } from './export-table.ts';
import { useKeptInside } from './kept-inside.ts';

const useStyles = makeStyles({
  content: { display: 'grid', rowGap: tokens.spacingVerticalM, alignContent: 'start' },
});

type Outcome =
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'refused'; readonly why: string };

export function ExportDialog(props: {
  readonly entries: readonly Entry[];
  readonly columns: readonly Column[];
  /** The one kind all of them are of, where they are. */
  readonly kind: AnyKind | undefined;
  readonly filter: string;
  readonly onClose: () => void;
}): ReactNode {
  const { entries, kind, onClose } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const kept = useKeptInside();
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const [which, setWhich] = useState<'shown' | 'all'>('shown');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [outcome, setOutcome] = useState<Outcome>();
  useFocusBack();
  const { leftOut } = mayLeave(entries, kept);
  const leaving = entries.length - leftOut;

  async function save(): Promise<void> {
    setWorking(true);
    setFailure(undefined);
    try {
      const handed = await log.handOut({
        act: 'exported',
        kind: kind?.key ?? 'entries',
        entries: entries.map(({ entry }) => entry),
      });
      if (handed.outcome === 'refused') {
        setOutcome({ is: 'refused', why: handed.why });
        return;
      }
      const columns = which === 'all' && kind ? wholeColumns(kind) : props.columns;
      const table = tableOf(handed.entries, columns, kind, {
        filter: props.filter,
        leftOut: handed.leftOut,
        log,
        words,
      });
      const file =
        format === 'csv' ? await toCsv(table, words.locale === 'en' ? ',' : ';') : await toXlsx(table);
      // The name stays in the list of downloads: it tells the day and nothing else.
      const name = `focal-point-${log.today()}.${format}`;
      download(file, name);
      setOutcome({ is: 'saved', name });
    } catch (cause) {
      setFailure(cause);
    } finally {
      setWorking(false);
    }
  }

  return (
    <ModalDialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('files.export.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {outcome?.is === 'saved' ? (
              <Notice
                role="status"
                tone="success"
                what={text('files.export.saved.what', { name: outcome.name })}
                means={text('files.export.saved.means')}
                next={text('files.export.saved.next')}
              />
            ) : outcome?.is === 'refused' || leaving === 0 ? (
              <Notice
                role="alert"
                tone="warning"
                what={text(`files.refused.${outcome?.is === 'refused' ? outcome.why : 'own-mission'}.what`)}
                next={text(`files.refused.${outcome?.is === 'refused' ? outcome.why : 'own-mission'}.next`)}
              />
            ) : (
              <>
                <p className={look.text}>{text('files.export.count', { count: leaving })}</p>
                {leftOut > 0 ? (
                  <p className={look.text}>{text('files.leftOut', { count: leftOut })}</p>
                ) : null}
                <p className={look.quiet}>
                  {text('files.head.filter')}: {props.filter}
                </p>
                <Field label={text('files.export.format')}>
                  <RadioGroup
                    value={format}
                    onChange={(_, data) => setFormat(formats.find((known) => known === data.value) ?? format)}
                  >
                    {formats.map((known) => (
                      <Radio key={known} value={known} label={text(`files.formats.${known}`)} />
                    ))}
                  </RadioGroup>
                </Field>
                {kind ? (
                  <Field label={text('files.export.columns')}>
                    <RadioGroup
                      value={which}
                      onChange={(_, data) => setWhich(data.value === 'all' ? 'all' : 'shown')}
                    >
                      <Radio value="shown" label={text('files.export.shown')} />
                      <Radio value="all" label={text('files.export.all')} />
                    </RadioGroup>
                  </Field>
                ) : null}
                <Notice
                  tone="info"
                  what={text('files.rule')}
                  means={text('files.export.means')}
                  next={text('files.export.next')}
                />
                {failure === undefined ? null : <FailureNotice cause={failure} onRetry={() => void save()} />}
              </>
            )}
          </DialogContent>
          <DialogActions>
            {outcome || leaving === 0 ? (
              <Button appearance="primary" onClick={onClose}>
                {text('files.close')}
              </Button>
            ) : (
              <>
                <Button appearance="primary" disabled={working} onClick={() => void save()}>
                  {text(working ? 'files.export.working' : 'files.export.export', { count: leaving })}
                </Button>
                <Button onClick={onClose}>{text('shell.cancel')}</Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}
