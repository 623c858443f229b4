/** One view for every kind: what is filled in, by section, who changed it last, and what can be done with it. */

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CopyRegular, HistoryRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Instant } from '../../domain/ids.ts';
import { staysInside } from '../../domain/no-export.ts';
import type { Entry, Person } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { datedWords } from '../files/dated-words.ts';
import { useKeptInside } from '../files/kept-inside.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { glanceOf } from '../table/glances.ts';
import { usePrinting } from '../table/use-printing.ts';
import { useText, useWords } from '../words.tsx';
import { reportingText, type ShownRow, shownSections } from './reporting-text.ts';

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    '@media print': { color: 'black', backgroundColor: 'white' },
  },
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    breakInside: 'avoid',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 30%) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    // One below the other, an answer stands nearer to its own label than to the next.
    '@media (max-width: 480px)': {
      gridTemplateColumns: '1fr',
      rowGap: 0,
      '& > dd:not(:last-child)': { marginBlockEnd: tokens.spacingVerticalS },
    },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  rows: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  row: { display: 'grid', breakInside: 'avoid' },
  first: { fontWeight: tokens.fontWeightSemibold },
  changed: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** The inside of an opened entry; its title and the buttons to change or share it belong to the page around it. */
export function RecordView(props: { readonly entry: Entry }): ReactNode {
  const { entry } = props;
  const text = useText();
  const shown = useWords();
  const styles = useStyles();
  const kept = useKeptInside();
  const log = useLog();
  // A sheet is read on other days.
  const words = usePrinting() ? datedWords(shown, log) : shown;
  const kind = kindByKey(entry.kind);
  const glance = glanceOf(entry, { today: log.today(), own: log.me.mission.days }, words);
  if (!kind) return <Text>{text('forms.view.unknownKind')}</Text>;
  return (
    <article className={styles.view}>
      <Text size={200} className={styles.changed}>
        {text(entry.at === entry.createdAt ? 'forms.view.made' : 'forms.view.changed', {
          who: entry.by.name,
          at: words.instant(entry.at),
        })}
      </Text>
      {entry.newer && <Text>{text('forms.readOnly.newer-schema.what')}</Text>}
      {entry.under.includes('none-on-record') && <Text>{text('forms.view.withoutConsent')}</Text>}
      {glance ? (
        <dl className={styles.fields}>
          <FieldLine label={text(`glances.${kind.glance}.label`)} value={glance} />
        </dl>
      ) : null}
      {shownSections(kind, entry, words).map(({ name, fields }) => (
        <section key={name} className={styles.section}>
          {name !== 'main' && <h3 className={styles.heading}>{text(`sections.${kind.key}.${name}`)}</h3>}
          <dl className={styles.fields}>
            {fields.map(({ key, label, value, rows }) =>
              rows ? (
                <RowLines key={key} label={label} rows={rows} />
              ) : (
                <FieldLine key={key} label={label} value={value} />
              ),
            )}
          </dl>
        </section>
      ))}
      <div className={styles.actions}>
        {staysInside(entry.record, kept) ? (
          <Text>{text('forms.view.notCopied')}</Text>
        ) : (
          <CopyButton text={() => reportingText(kind, entry, datedWords(words, log))} />
        )}
        <Versions entry={entry} />
      </div>
      {kind.appendOnly && <Text size={200}>{text('forms.readOnly.append-only.what')}</Text>}
    </article>
  );
}

/** Each row begins with its first part in full; the others follow as a line each. */
function RowLines(props: { readonly label: string; readonly rows: readonly ShownRow[] }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{props.label}</dt>
      <dd className={styles.value}>
        <ul className={styles.rows}>
          {props.rows.map(({ id, parts: [first, ...others] }) => (
            <li key={id} className={styles.row}>
              <span className={styles.first} dir="auto">
                {first?.value}
              </span>
              {others.map(({ key, label, value }) => (
                <span key={key} dir="auto">
                  <span className={styles.label}>{label}: </span>
                  {value}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function FieldLine(props: { readonly label: string; readonly value: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{props.label}</dt>
      <dd className={styles.value} dir="auto">
        {props.value}
      </dd>
    </>
  );
}

function CopyButton(props: { readonly text: () => string }): ReactNode {
  const text = useText();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const [shown, setShown] = useState('');
  async function copy(): Promise<void> {
    const content = props.text();
    try {
      await navigator.clipboard.writeText(content);
      setState('copied');
    } catch {
      // Inside Teams the clipboard may be closed to the tab: the text is then shown, ready to be copied by hand.
      setShown(content);
      setState('copyFailed');
    }
  }
  return (
    <>
      <Button icon={<CopyRegular />} onClick={() => void copy()}>
        {text('forms.view.copy')}
      </Button>
      <Text role="status" size={200}>
        {state !== 'copy' && text(`forms.view.${state}`)}
      </Text>
      {state === 'copyFailed' && (
        <textarea readOnly rows={8} cols={40} value={shown} aria-label={text('forms.view.copy')} />
      )}
    </>
  );
}

interface VersionLine {
  readonly at: Instant;
  readonly by: Person | undefined;
}

function Versions(props: { readonly entry: Entry }): ReactNode {
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const [lines, setLines] = useState<readonly VersionLine[] | undefined>();
  const [failed, setFailed] = useState<unknown>();
  async function ask(): Promise<void> {
    setFailed(undefined);
    try {
      setLines(await log.history(props.entry.entry));
    } catch (error) {
      setFailed(error);
    }
  }
  return (
    <>
      <Button icon={<HistoryRegular />} aria-expanded={lines !== undefined} onClick={() => void ask()}>
        {text('forms.view.versions')}
      </Button>
      {failed !== undefined && <FailureNotice cause={failed} onRetry={() => void ask()} />}
      {lines && (
        <ol className={styles.list}>
          {lines.map(({ at, by }) => (
            <li key={at}>
              {text('forms.view.version', {
                who: by?.name ?? text('forms.view.somebody'),
                at: words.instant(at),
              })}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
