/** Consent at a glance: action by audience, each cell in words with a mark; a cell opens what decides it or starts asking. */

import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Audience, type ConsentAction, consentActions } from '../../domain/consent/need.ts';
import { statisticsAnswer } from '../../domain/consent/statistics.ts';
import { comma } from '../../domain/fields/signs.ts';
import type { Code } from '../../domain/ids.ts';
import { useLog, useView } from '../log-context.tsx';
import { narrowQuery, useMedia } from '../shell/media.ts';
import { useLanguage, useText } from '../words.tsx';
import { CellButton } from './CellButton.tsx';
import { ConsentHistory } from './ConsentHistory.tsx';
import { useConsentWords } from './consent-words.ts';
import { fileOf } from './files.ts';
import { type GlanceCell, glanceAudiences, glanceCell, glanceNeed } from './glance-cell.ts';
import { RecordConsent } from './RecordConsent.tsx';
import { WithdrawConsent } from './WithdrawConsent.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  // Paper has no further side to scroll to: columns share its width.
  scroll: { overflowX: 'auto', '@media print': { overflowX: 'visible' } },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    width: '100%',
    '@media print': { tableLayout: 'fixed', fontSize: tokens.fontSizeBase100 },
  },
  // Turned round in right-to-left pages, where English words would make `start` the other side.
  head: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    ':first-letter': { textTransform: 'uppercase' },
    '@media print': { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase100 },
  },
  // As far down as the button's own text stands.
  rowHead: { paddingBlockStart: tokens.spacingVerticalXXS },
  cell: { padding: 0, verticalAlign: 'top' },
  line: {
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', alignItems: 'center' },
  audience: {
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':first-letter': { textTransform: 'uppercase' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

interface Asking {
  readonly action: ConsentAction;
  readonly audience: Audience;
}

export function ConsentGlance(props: { readonly code: Code }): ReactNode {
  const { code } = props;
  const log = useLog();
  const view = useView();
  const text = useText();
  const { language } = useLanguage();
  const styles = useStyles();
  const consentWords = useConsentWords();
  const narrow = useMedia(narrowQuery);
  const [asking, setAsking] = useState<Asking | 'anything' | undefined>();
  const [withdrawing, setWithdrawing] = useState(false);
  const [history, setHistory] = useState<string | undefined>();
  const file = fileOf(view, code);
  const { decisions } = file;
  const counted = statisticsAnswer(file, log.now(), log.me.mission.zone);
  const audiences = glanceAudiences(decisions, log.me.mission.circle);
  const cellOf = (action: ConsentAction, audience: Audience): GlanceCell =>
    glanceCell(log.decide(glanceNeed(code, action, audience)), decisions, log.today());
  const open = (cell: GlanceCell, at: Asking): void => {
    if (cell.decision !== undefined && decisions.some(({ id }) => id === cell.decision))
      setHistory(cell.decision);
    else setAsking(at);
  };
  const cellButton = (action: ConsentAction, audience: Audience): ReactNode => {
    const cell = cellOf(action, audience);
    return (
      <CellButton
        cell={cell}
        wide={narrow}
        decisions={decisions}
        where={`${text(`consent.actions.${action}`)}${comma(language)}${consentWords.audience(audience)}`}
        onOpen={() => open(cell, { action, audience })}
      />
    );
  };

  return (
    <div className={styles.stack}>
      {narrow ? (
        <ul className={styles.list}>
          {consentActions.map((action) => (
            <li key={action}>
              <Text weight="semibold">{text(`consent.actions.${action}`)}</Text>
              <ul className={styles.list}>
                {audiences.map((audience) => (
                  <li key={audience} className={mergeClasses(styles.line, styles.pair)}>
                    <span className={styles.audience} aria-hidden="true">
                      {consentWords.audience(audience)}
                    </span>
                    {cellButton(action, audience)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : (
        <section className={styles.scroll} aria-label={text('forms.glance.title')} tabIndex={-1}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th className={styles.head} scope="col">
                  {text('forms.glance.action')}
                </th>
                {audiences.map((audience) => (
                  <th key={audience} className={styles.head} scope="col">
                    {consentWords.audience(audience)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {consentActions.map((action) => (
                <tr key={action}>
                  <th className={mergeClasses(styles.head, styles.rowHead, styles.line)} scope="row">
                    {text(`consent.actions.${action}`)}
                  </th>
                  {audiences.map((audience) => (
                    <td key={audience} className={mergeClasses(styles.cell, styles.line)}>
                      {cellButton(action, audience)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Text size={200}>{text(`forms.glance.statistics.${counted}`)}</Text>
      <div className={styles.actions}>
        <Button onClick={() => setAsking('anything')}>{text('forms.glance.record')}</Button>
        <Button onClick={() => setWithdrawing(true)}>{text('forms.glance.withdraw')}</Button>
        <Button
          aria-expanded={history !== undefined}
          onClick={() => setHistory(history === undefined ? '' : undefined)}
        >
          {text('forms.glance.history', { count: decisions.length })}
        </Button>
      </div>
      {history !== undefined && <ConsentHistory code={code} open={history} />}
      {asking && (
        <RecordConsent
          codes={[code]}
          {...(asking === 'anything' ? {} : { need: glanceNeed(code, asking.action, asking.audience) })}
          onClose={() => setAsking(undefined)}
        />
      )}
      {withdrawing && <WithdrawConsent code={code} onClose={() => setWithdrawing(false)} />}
    </div>
  );
}
