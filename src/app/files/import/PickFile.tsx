/** First step of an import: the file, how it was read, and its first rows as proof. */

import { Button, Field, mergeClasses, Select, Spinner } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { type ReactNode, useRef } from 'react';
import { encodings } from '../../../files/encoding.ts';
import { quotes, separators } from '../../../files/read-csv.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { useFilesLook } from '../files-look.ts';
import { Sideways } from './Sideways.tsx';
import type { PickedFileHandle } from './use-picked-file.ts';

const SHOWN_ROWS = 4;
const TITLES_OFFERED = 20;
const separatorNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;
const quoteNames = { '"': 'double', "'": 'single' } as const;

export function PickFile(props: { readonly handle: PickedFileHandle; readonly locked: boolean }): ReactNode {
  const { handle, locked } = props;
  const { picked } = handle;
  const text = useText();
  const look = useLook();
  const styles = useFilesLook();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.part} aria-label={text('files.import.file.title')}>
      <h2 className={look.heading}>{text('files.import.file.title')}</h2>
      <p className={look.text}>{text('files.import.file.why')}</p>
      <div className={styles.buttons}>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be picked again after it was changed.
            event.target.value = '';
            if (file) void handle.pick(file);
          }}
        />
        <Button
          appearance={picked ? 'secondary' : 'primary'}
          disabled={locked || handle.reading}
          icon={<ArrowUpload20Regular aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {text(picked ? 'files.import.file.other' : 'files.import.file.pick')}
        </Button>
        {handle.reading ? <Spinner size="tiny" label={text('files.import.file.reading')} /> : null}
        {picked ? <span className={look.strong}>{picked.source.name}</span> : null}
      </div>
      {handle.fault ? (
        <Notice
          role="alert"
          tone="error"
          what={text(`files.faults.${handle.fault}.what`)}
          next={text(`files.faults.${handle.fault}.next`)}
        />
      ) : null}
      {handle.failure === undefined ? null : <FailureNotice cause={handle.failure} onRetry={handle.forget} />}
      {picked ? <HowRead handle={handle} locked={locked} /> : null}
    </section>
  );
}

function HowRead(props: { readonly handle: PickedFileHandle; readonly locked: boolean }): ReactNode {
  const { handle, locked } = props;
  const { picked, table } = handle;
  const text = useText();
  const look = useLook();
  const styles = useFilesLook();
  if (!picked || !table) return null;
  const { file } = picked;
  return (
    <>
      <div className={styles.fields}>
        {file.is === 'text' ? (
          <>
            <Choice
              label={text('files.import.file.encoding')}
              value={file.encoding}
              options={encodings.map((known) => [known, text(`files.encodings.${known}`)])}
              locked={locked}
              onPick={(encoding) => void handle.describe({ encoding })}
            />
            <Choice
              label={text('files.import.file.separator')}
              value={file.shape.separator}
              options={separators.map((known) => [known, text(`files.separators.${separatorNames[known]}`)])}
              locked={locked}
              onPick={(separator) => void handle.describe({ shape: { ...file.shape, separator } })}
            />
            <Choice
              label={text('files.import.file.quote')}
              value={file.shape.quote}
              options={quotes.map((known) => [known, text(`files.quotes.${quoteNames[known]}`)])}
              locked={locked}
              onPick={(quote) => void handle.describe({ shape: { ...file.shape, quote } })}
            />
          </>
        ) : (
          <Choice
            label={text('files.import.file.sheet')}
            value={String(picked.sheet)}
            options={file.sheets.map(({ name }, place) => [String(place), name])}
            locked={locked}
            onPick={(place) => handle.chooseSheet(Number(place))}
          />
        )}
        <Choice
          label={text('files.import.file.titles')}
          value={String(picked.titlesAt)}
          options={picked.read.grid
            .slice(0, Math.max(TITLES_OFFERED, picked.titlesAt + 1))
            .map((_, place) => [String(place), text('files.import.file.row', { number: place + 1 })])}
          locked={locked}
          onPick={(place) => handle.setTitles(Number(place))}
        />
      </div>
      <p className={look.quiet}>{text('files.import.file.look')}</p>
      <Sideways label={text('files.import.file.preview')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('files.report.row')}</th>
              {table.columns.map(({ place, title }) => (
                <th key={place} scope="col" dir="auto">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, SHOWN_ROWS).map(({ number, cells }) => (
              <tr key={number}>
                <td>{number}</td>
                {table.columns.map(({ place }) => (
                  <td key={place} dir="auto" className={mergeClasses(styles.cell)}>
                    {(cells[place] ?? '').slice(0, 120)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </>
  );
}

function Choice<K extends string>(props: {
  readonly label: string;
  readonly value: K;
  readonly options: readonly (readonly [K, string])[];
  readonly locked: boolean;
  readonly onPick: (value: K) => void;
}): ReactNode {
  return (
    <Field label={props.label}>
      <Select
        value={props.value}
        disabled={props.locked}
        onChange={(_, data) => {
          const found = props.options.find(([value]) => value === data.value);
          if (found) props.onPick(found[0]);
        }}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
