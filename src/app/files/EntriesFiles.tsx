/** What can be done with the entries on screen as a file or on paper. */

import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { Document20Regular } from '@fluentui/react-icons/svg/document';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useState } from 'react';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import { may } from '../../domain/roles.ts';
import { later } from '../later.ts';
import { useLog } from '../log-context.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { useGo } from '../shell/navigation.ts';
import type { Column } from '../table/columns.ts';
import type { Filter } from '../table/filter.ts';
import { useText, useWords } from '../words.tsx';
import { filterInWords } from './filter-words.ts';
import { NotPrinted } from './NotHandedOut.tsx';
import { usePrint } from './use-print.ts';

const ExportDialog = later(
  () => import('./ExportDialog.tsx').then((file) => file.ExportDialog),
  'pages',
  'files',
);

const useStyles = makeStyles({ noPrint: { '@media print': { display: 'none' } } });

export function EntriesFiles(props: {
  readonly rows: readonly Entry[];
  /** Rows are still being looked for: nothing goes out until all are here. */
  readonly looking: boolean;
  readonly columns: readonly Column[];
  readonly kind: AnyKind | undefined;
  readonly filter: Filter;
}): ReactNode {
  const { rows, kind } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const print = usePrint('entries', () => rows.map(({ entry }) => entry));
  const mayExport = may(log.me, 'export');
  const mayImport = may(log.me, 'record');
  if (!mayExport && !mayImport) return null;
  return (
    <div className={styles.noPrint}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<Document20Regular aria-hidden="true" />}>
            {text('files.menu.open')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {mayExport ? (
              <>
                <MenuItem
                  disabled={rows.length === 0 || props.looking}
                  icon={<ArrowDownload20Regular aria-hidden="true" />}
                  onClick={() => setAsking(true)}
                >
                  {text('files.menu.export')}
                </MenuItem>
                <MenuItem
                  disabled={rows.length === 0 || props.looking}
                  icon={<Print20Regular aria-hidden="true" />}
                  onClick={print.print}
                >
                  {text('files.menu.print')}
                </MenuItem>
              </>
            ) : null}
            {mayImport ? (
              <MenuItem
                icon={<ArrowUpload20Regular aria-hidden="true" />}
                onClick={() => go({ page: 'settings', id: 'import' })}
              >
                {text('files.menu.import')}
              </MenuItem>
            ) : null}
          </MenuList>
        </MenuPopover>
      </Menu>
      <NotPrinted print={print} />
      {asking ? (
        <LazyPart>
          <ExportDialog
            entries={rows}
            columns={props.columns}
            kind={kind}
            filter={filterInWords(props.filter, words)}
            onClose={() => setAsking(false)}
          />
        </LazyPart>
      ) : null}
    </div>
  );
}
