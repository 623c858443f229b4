/** Fourth step of an import: what will become of every row, before anything is stored. */

import { Button, Checkbox } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import type { ReactNode, Ref } from 'react';
import type { FileTable } from '../../../files/find-table.ts';
import type { PlannedRow } from '../../../files/plan-import.ts';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { download } from '../download.ts';
import { useFilesLook } from '../files-look.ts';
import { type RowNotStored, reportFile } from './row-report.ts';
import { Sideways } from './Sideways.tsx';

const SHOWN = 50;

export function DryRun(props: {
  readonly table: FileTable;
  readonly plan: readonly PlannedRow[];
  readonly notStored: readonly RowNotStored[];
  readonly heading: Ref<HTMLHeadingElement>;
  readonly locked: boolean;
  readonly looked: boolean;
  readonly onLooked: (looked: boolean) => void;
  readonly onStart: () => void;
}): ReactNode {
  const { table, plan, notStored, locked } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useFilesLook();
  const count = (which: PlannedRow['plan']) => plan.filter((row) => row.plan === which).length;
  const stores = plan.filter((row) => row.plan === 'store');
  const named = stores.flatMap(({ row, looksNamed }) => (looksNamed ? [row.number] : []));
  const shortened = stores.filter((row) => row.shortened).length;
  return (
    <section className={styles.part} aria-label={text('files.import.check.title')}>
      <h2 ref={props.heading} tabIndex={-1} className={look.heading} style={{ outlineStyle: 'none' }}>
        {text('files.import.check.title')}
      </h2>
      <dl className={styles.counts}>
        {(['store', 'refuse', 'twice', 'skip'] as const).map((which) => (
          <div key={which}>
            <dt>{text(`files.import.check.counts.${which}`)}</dt>
            <dd>{count(which)}</dd>
          </div>
        ))}
      </dl>
      {shortened > 0 ? (
        <p className={look.text}>{text('files.import.check.shortened', { count: shortened })}</p>
      ) : null}
      {named.length > 0 ? (
        <Notice
          tone="warning"
          what={text('files.import.check.named.what', { count: named.length })}
          means={text('files.import.check.named.means', { rows: named.slice(0, 20).join(', ') })}
          next={text('files.import.check.named.next')}
        />
      ) : null}
      {notStored.length > 0 ? (
        <>
          <Sideways label={text('files.report.title')}>
            <table className={styles.table}>
              <caption className={look.spoken}>{text('files.report.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{text('files.report.row')}</th>
                  <th scope="col">{text('files.report.why')}</th>
                </tr>
              </thead>
              <tbody>
                {notStored.slice(0, SHOWN).map(({ row, why }) => (
                  <tr key={row.number}>
                    <th scope="row">{row.number}</th>
                    <td dir="auto">{why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
          {notStored.length > SHOWN ? (
            <p className={look.quiet}>{text('files.report.more', { count: notStored.length - SHOWN })}</p>
          ) : null}
          <div className={styles.buttons}>
            <Button
              icon={<ArrowDownload20Regular aria-hidden="true" />}
              onClick={() =>
                void reportFile(table, notStored, text, words.locale).then((file) =>
                  download(file, `${text('files.report.fileName')}.csv`),
                )
              }
            >
              {text('files.report.download')}
            </Button>
          </div>
        </>
      ) : null}
      {stores.length > 0 ? (
        <>
          <Checkbox
            checked={props.looked}
            disabled={locked}
            label={text('files.import.check.looked')}
            onChange={(_, data) => props.onLooked(data.checked === true)}
          />
          <div className={styles.buttons}>
            <Button appearance="primary" disabled={locked || !props.looked} onClick={props.onStart}>
              {text('files.import.check.start', { count: stores.length })}
            </Button>
            {props.looked ? null : <span className={look.quiet}>{text('files.import.check.tickFirst')}</span>}
          </div>
        </>
      ) : (
        <p className={look.text}>{text('files.import.check.nothing')}</p>
      )}
    </section>
  );
}
