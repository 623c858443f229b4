/** Filled fields of a record as terms and their values, rows as a list with a line for each part. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnyRecord } from '../../domain/record-kind.ts';
import { kindOf } from '../../domain/registry.ts';
import { isEmpty } from '../record/form-state.ts';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    alignItems: 'baseline',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // On a phone term and value share a line, so that what is decided below them stays near.
  fact: {
    display: 'contents',
    '@media (max-width: 480px)': { display: 'block', '& > *': { display: 'inline' } },
  },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 480px)': { marginInlineStart: tokens.spacingHorizontalS, unicodeBidi: 'isolate' },
  },
});

/** `row`: the record is a row of that field. */
export function Facts(props: {
  readonly kind: string;
  readonly row?: string;
  readonly keys: readonly string[];
  readonly record: AnyRecord;
}): ReactNode {
  const { kind, row, keys, record } = props;
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const { fields } = kindOf(kind);
  const declared = row ? (fields[row]?.settings.row ?? {}) : fields;
  const shown = keys.flatMap((key) => {
    const field = declared[key];
    const value = record[key];
    if (!field || isEmpty(value)) return [];
    const place = row ? `fields.${kind}.${row}.row.${key}` : `fields.${kind}.${key}`;
    return [{ key, label: text(`${place}.label`), value: field.print(value, words) }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {shown.map(({ key, label, value }) => (
        <div key={key} className={styles.fact}>
          <dt className={look.quiet}>{label}</dt>
          <dd className={styles.value} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
