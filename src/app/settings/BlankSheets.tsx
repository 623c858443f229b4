/** Empty sheets for a hearing and a visit, to fill in by hand where phones stay at the door: no code, no name, no data. */

import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useId, useState } from 'react';
import type { Field } from '../../domain/fields/field.ts';
import { sensitive } from '../../domain/records/prison-visit-fields.ts';
import { kindOf } from '../../domain/registry.ts';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';

/** What is filled in on the spot; who it is about is written down afterwards, in the log. */
const sheets = {
  'trial-observation': [
    'day',
    'access',
    'accessGround',
    'present',
    'otherMissions',
    'condition',
    'fairTrial',
    'torture',
    'events',
    'nextHearing',
  ],
  'prison-visit': [
    'visitOn',
    'talk',
    'withinHearing',
    'minutes',
    'notesAllowed',
    'urgentHealth',
    'parcel',
    'letter',
    'treatment',
    'followUps',
    ...sensitive,
  ],
} as const;
type Sheet = keyof typeof sheets;
const sheetKeys = Object.keys(sheets) as readonly Sheet[];
const isPrivate: ReadonlySet<string> = new Set(sensitive);

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '960px',
  },
  noPrint: { '@media print': { display: 'none' } },
  button: { justifySelf: 'start', '@media (max-width: 480px)': { minBlockSize: '44px' } },
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  item: { breakInside: 'avoid' },
  options: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    paddingInlineStart: 0,
    listStyleType: 'none',
  },
  line: {
    blockSize: '28px',
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke1,
  },
});

export function BlankSheets(): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const label = useId();
  const [sheet, setSheet] = useState<Sheet>('trial-observation');
  const open = sheets[sheet].filter((key) => !isPrivate.has(key));
  const closed = sheets[sheet].filter((key) => isPrivate.has(key));
  return (
    <div className={styles.page}>
      <div className={styles.noPrint}>
        <p className={look.text}>{text('settings.sheets.why')}</p>
        <p className={look.text} id={label}>
          {text('settings.sheets.which')}
        </p>
        <RadioGroup
          layout="horizontal"
          aria-labelledby={label}
          value={sheet}
          onChange={(_, { value }) => setSheet(sheetKeys.find((key) => key === value) ?? sheet)}
        >
          {sheetKeys.map((key) => (
            <Radio key={key} value={key} label={text(`settings.sheets.${key}`)} />
          ))}
        </RadioGroup>
        <Button
          className={styles.button}
          appearance="primary"
          icon={<Print20Regular />}
          onClick={() => window.print()}
        >
          {text('settings.sheets.print')}
        </Button>
      </div>
      <section className={styles.sheet} aria-label={text(`settings.sheets.${sheet}`)}>
        <h2 className={look.heading}>{text(`settings.sheets.${sheet}`)}</h2>
        {open.map((key) => (
          <Item key={key} kind={sheet} name={key} />
        ))}
        {closed.length > 0 ? <h3 className={look.heading}>{text('settings.sheets.private')}</h3> : null}
        {closed.map((key) => (
          <Item key={key} kind={sheet} name={key} />
        ))}
        <div className={styles.item}>
          <p className={look.strong}>{text('settings.sheets.notes')}</p>
          <Lines count={8} />
        </div>
      </section>
    </div>
  );
}

function Item(props: { readonly kind: Sheet; readonly name: string }): ReactNode {
  const { kind, name } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const field: Field | undefined = kindOf(kind).fields[name];
  if (!field) return null;
  const { choices, items } = field.settings;
  const answers =
    field.kind === 'yes-no'
      ? ['yes', 'no'].map((key) => text(`choices.yes-no.${key}`))
      : (choices?.keys ?? []).map((key) => text(`choices.${choices?.set ?? ''}.${key}`));
  return (
    <div className={styles.item}>
      <p className={look.strong}>{text(`fields.${kind}.${name}.label`)}</p>
      {items
        ? items.keys.map((key) => (
            <div key={key} className={styles.item}>
              <p className={look.text}>{text(`checklists.${items.list}.${key}`)}</p>
              <Boxes answers={answers} />
            </div>
          ))
        : null}
      {!items && answers.length > 0 ? <Boxes answers={answers} /> : null}
      {!items && answers.length === 0 ? <Lines count={field.kind === 'rows' ? 6 : 1} /> : null}
    </div>
  );
}

/** Empty boxes to tick with a pen. */
function Boxes(props: { readonly answers: readonly string[] }): ReactNode {
  const look = useLook();
  const styles = useStyles();
  return (
    <ul className={styles.options}>
      {props.answers.map((answer) => (
        <li key={answer} className={look.text}>
          <span aria-hidden="true">☐ </span>
          {answer}
        </li>
      ))}
    </ul>
  );
}

function Lines(props: { readonly count: number }): ReactNode {
  const styles = useStyles();
  return Array.from({ length: props.count }, (_, place) => `line ${place}`).map((key) => (
    <div key={key} className={styles.line} aria-hidden="true" />
  ));
}
