/** Second step of an import: what the rows are, and where each column goes. Nothing goes anywhere unless it stands here. */

import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnyKind } from '../../../domain/record-kind.ts';
import type { FileTable } from '../../../files/find-table.ts';
import {
  ADD_TO_NOTE,
  hasNote,
  isAboutConsent,
  type Matching,
  NOTHING,
  type Target,
  takesSeveral,
  targetsOf,
} from '../../../files/match-columns.ts';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText } from '../../words.tsx';
import { useFilesLook } from '../files-look.ts';
import { Sideways } from './Sideways.tsx';

export function MatchColumns(props: {
  readonly table: FileTable;
  readonly kinds: readonly AnyKind[];
  readonly kind: AnyKind;
  readonly matching: Matching;
  readonly locked: boolean;
  readonly onKind: (key: string) => void;
  readonly onMatching: (matching: Matching) => void;
}): ReactNode {
  const { table, kind, matching, locked } = props;
  const text = useText();
  const look = useLook();
  const styles = useFilesLook();
  const targets = targetsOf(kind);
  const taken = new Set(Object.values(matching));
  const label = (target: Target): string => {
    const [key = '', part] = target.split(':');
    const name = text(`fields.${kind.key}.${key}.label`);
    return part === 'time' ? text('files.import.columns.timeOf', { field: name }) : name;
  };
  return (
    <section className={styles.part} aria-label={text('files.import.columns.title')}>
      <h2 className={look.heading}>{text('files.import.columns.title')}</h2>
      <div className={styles.fields}>
        <Field label={text('files.import.columns.kind')} hint={text('files.import.columns.kindHint')}>
          <Select value={kind.key} disabled={locked} onChange={(_, data) => props.onKind(data.value)}>
            {props.kinds.map(({ key }) => (
              <option key={key} value={key}>
                {text(`kinds.${key}.many`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Notice
        tone="warning"
        what={text('files.import.names.what')}
        means={text('files.import.names.means')}
        next={text('files.import.names.next')}
      />
      <Sideways label={text('files.import.columns.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('files.import.columns.column')}</th>
              <th scope="col">{text('files.import.columns.samples')}</th>
              <th scope="col">{text('files.import.columns.goes')}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => {
              const target = matching[column.place] ?? NOTHING;
              const name =
                column.title || text('files.import.columns.untitled', { number: column.place + 1 });
              return (
                <tr key={column.place}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td dir="auto">{column.samples.join(' · ')}</td>
                  <td>
                    <Select
                      size="small"
                      aria-label={text('files.import.columns.goesOf', { column: name })}
                      value={target}
                      disabled={locked}
                      onChange={(_, data) => props.onMatching({ ...matching, [column.place]: data.value })}
                    >
                      <option value={NOTHING}>{text('files.import.columns.nothing')}</option>
                      {hasNote(kind) ? (
                        <option value={ADD_TO_NOTE}>{text('files.import.columns.addToNote')}</option>
                      ) : null}
                      {targets
                        .filter((each) => each === target || !taken.has(each) || takesSeveral(kind, each))
                        .map((each) => (
                          <option key={each} value={each}>
                            {label(each)}
                          </option>
                        ))}
                    </Select>
                    {isAboutConsent(column) ? (
                      <p className={look.quiet}>{text('files.import.columns.consent')}</p>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
