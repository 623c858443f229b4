/** Empty sheets for a hearing and a visit, to fill in by hand where phones stay at the door: no code, no name, no data. */

import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useId, useState } from 'react';
import type { AnyKind } from '../../domain/record-kind.ts';
import { recordKinds } from '../../domain/registry.ts';
import { stackOnPaper, useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';

/** Kinds that are written on the spot; who it is about is written down afterwards, in the log. */
const sheets = recordKinds.filter((kind) => kind.blankSheet);

const useStyles = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '960px',
  },
  noPrint: { '@media print': { display: 'none' } },
  button: { justifySelf: 'start', '@media (max-width: 480px)': { minBlockSize: '44px' } },
  sheet: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
  },
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
  const [chosen, setChosen] = useState(sheets[0]?.key);
  const kind = sheets.find(({ key }) => key === chosen);
  const { open = [], inPrivate = [] } = kind?.blankSheet ?? {};
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
          value={chosen ?? ''}
          onChange={(_, { value }) => setChosen(value)}
        >
          {sheets.map(({ key }) => (
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
      {kind ? (
        <section className={styles.sheet} aria-label={text(`settings.sheets.${kind.key}`)}>
          <h2 className={look.heading}>{text(`settings.sheets.${kind.key}`)}</h2>
          {open.map((key) => (
            <Item key={key} kind={kind} name={key} />
          ))}
          {inPrivate.length > 0 ? <h3 className={look.heading}>{text('settings.sheets.private')}</h3> : null}
          {inPrivate.map((key) => (
            <Item key={key} kind={kind} name={key} />
          ))}
          <div className={styles.item}>
            <p className={look.strong}>{text('settings.sheets.notes')}</p>
            <Lines count={8} />
          </div>
        </section>
      ) : null}
    </div>
  );
}

function Item(props: { readonly kind: AnyKind; readonly name: string }): ReactNode {
  const { kind, name } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const paper = kind.fields[name]?.onPaper();
  if (!paper) return null;
  const { boxes, lines, items } = paper;
  const answers = boxes.map((key) => text(key));
  return (
    <div className={styles.item}>
      <p className={look.strong}>{text(`fields.${kind.key}.${name}.label`)}</p>
      {items?.map((item) => (
        <div key={item} className={styles.item}>
          <p className={look.text}>{text(item)}</p>
          <Boxes answers={answers} />
        </div>
      ))}
      {!items && answers.length > 0 ? <Boxes answers={answers} /> : null}
      {lines > 0 ? <Lines count={lines} /> : null}
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
