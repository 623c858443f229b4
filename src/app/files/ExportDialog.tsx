/** Asks before entries leave as a file: how many, in which form, under which rule; the journal is written first. */

import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { mayLeave } from '../../domain/no-export.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import { type FileFormat, formats, toCsv, toXlsx } from '../../files/write-table.ts';
import { runsRightToLeft } from '../../locales/languages.ts';
import type { NotHandedOutWhy } from '../../log/writing/hand-out.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import type { Column } from '../table/columns.ts';
import { useText, useWords } from '../words.tsx';
import { download } from './download.ts';
import { tableOf, wholeColumns } from './export-table.ts';
import { HandOutDialog } from './HandOutDialog.tsx';
import { useKeptInside } from './kept-inside.ts';
import { NotHandedOut } from './NotHandedOut.tsx';
import { SavedAs } from './SavedAs.tsx';

type Outcome =
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'refused'; readonly why: NotHandedOutWhy };

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
  const kept = useKeptInside();
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const [which, setWhich] = useState<'shown' | 'all'>('shown');
  const [came, setCame] = useState<Outcome>();
  const { leftOut } = mayLeave(entries, kept);
  const leaving = entries.length - leftOut;
  const outcome: Outcome | undefined =
    came ?? (leaving === 0 ? { is: 'refused', why: 'own-mission' } : undefined);

  async function save(): Promise<void> {
    const handed = await log.handOut({
      act: 'exported',
      kind: kind?.key ?? 'entries',
      entries: entries.map(({ entry }) => entry),
    });
    if (handed.outcome === 'refused') {
      setCame({ is: 'refused', why: handed.why });
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
      format === 'csv'
        ? await toCsv(table, words.locale === 'en' ? ',' : ';')
        : await toXlsx(table, runsRightToLeft(words.locale));
    // The name stays in the list of downloads: it tells the day and nothing else.
    const name = `focal-point-${log.today()}.${format}`;
    download(file, name);
    setCame({ is: 'saved', name });
  }

  return (
    <HandOutDialog
      title={text('files.export.title')}
      go={text('files.export.export', { count: leaving })}
      going={text('files.export.working')}
      over={outcome && text('files.close')}
      onGo={save}
      onClose={onClose}
    >
      {outcome?.is === 'saved' ? <SavedAs name={outcome.name} /> : null}
      {outcome?.is === 'refused' ? <NotHandedOut why={outcome.why} /> : null}
      {outcome ? null : (
        <>
          <p className={look.text}>{text('files.export.count', { count: leaving })}</p>
          {leftOut > 0 ? <p className={look.text}>{text('files.leftOut', { count: leftOut })}</p> : null}
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
        </>
      )}
    </HandOutDialog>
  );
}
