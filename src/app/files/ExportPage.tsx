/** Exports from Settings: every entry, or those of one kind, without filters. */

import { Button, Field, Select } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { type ReactNode, useState } from 'react';
import { kindByKey, recordKinds } from '../../domain/registry.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { allEntries } from '../table/all-entries.ts';
import { columnsAtFirst } from '../table/columns.ts';
import { useText, useWords } from '../words.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { useFilesLook } from './files-look.ts';
import { filterInWords } from './filter-words.ts';

export function ExportPage(): ReactNode {
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useFilesLook();
  const [key, setKey] = useState('');
  const [asking, setAsking] = useState(false);
  const kind = kindByKey(key);
  const entries = allEntries(view.entries, log.me.mission.zone).filter(
    (entry) => !kind || entry.kind === key,
  );
  return (
    <>
      <p className={look.text}>{text('files.export.what')}</p>
      <ul>
        {(['safe', 'codes', 'consent'] as const).map((said) => (
          <li key={said} className={look.text}>
            {text(`files.export.promises.${said}`)}
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        <Field label={text('entries.filters.kind')}>
          <Select value={key} onChange={(_, data) => setKey(data.value)}>
            <option value="">{text('entries.filters.everyKind')}</option>
            {recordKinds.map((each) => (
              <option key={each.key} value={each.key}>
                {text(`kinds.${each.key}.many`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={entries.length === 0 || view.sync.older !== undefined}
          icon={<ArrowDownload20Regular aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {text('files.export.open')}
        </Button>
        <span className={look.quiet} role="status">
          {view.sync.older ? text('files.export.wait') : text('entries.count', { count: entries.length })}
        </span>
      </div>
      {asking ? (
        <ExportDialog
          entries={entries}
          columns={columnsAtFirst(kind)}
          kind={kind}
          filter={filterInWords(kind ? { kind: key } : {}, words)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
