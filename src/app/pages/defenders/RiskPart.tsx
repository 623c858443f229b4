/** The risk of one defender: every assessment, the latest first, who made it, and the button that makes the next one. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ShieldError20Regular } from '@fluentui/react-icons/svg/shield-error';
import type { ReactNode } from 'react';
import type { Code } from '../../../domain/ids.ts';
import { riskAssessment } from '../../../domain/records/risk-assessment.ts';
import { assessmentsOf, risksIn } from '../../../domain/risk.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { listedDay } from '../../day-words.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { RiskChip } from './RiskChip.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, minInlineSize: 0 },
  item: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalSNudge,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    overflowWrap: 'anywhere',
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  button: {
    justifySelf: 'start',
    '@media (max-width: 480px)': { minBlockSize: '44px' },
    '@media print': { display: 'none' },
  },
});

export function RiskPart(props: { readonly code: Code }): ReactNode {
  const { code } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const openForm = useOpenForm();
  const history = assessmentsOf(view.entries, code);
  const estimated = risksIn(view.entries).get(code)?.level;
  return (
    <section className={styles.part} aria-label={text('defenders.parts.risk')}>
      <h2 className={look.heading}>{text('defenders.parts.risk')}</h2>
      {history.length === 0 ? (
        <p className={look.quiet}>{text(estimated ? 'defenders.risk.estimated' : 'defenders.risk.none')}</p>
      ) : (
        <ol className={mergeClasses(look.list, look.card)}>
          {history.map(({ entry, record, by }, place) => (
            <li key={entry} className={styles.item}>
              <div className={look.row}>
                <RiskChip level={record.level} />
                <a className={look.link} href={hrefOf({ page: 'entries', id: entry })}>
                  {listedDay(String(record.day), log.today(), words.locale)}
                </a>
                {place === 0 ? null : <span className={look.quiet}>{text('defenders.risk.earlier')}</span>}
              </div>
              {typeof record.why === 'string' ? <span>{record.why}</span> : null}
              <span className={look.quiet}>{by.name}</span>
            </li>
          ))}
        </ol>
      )}
      {mayWrite(log.me, riskAssessment.key) ? (
        <Button
          className={styles.button}
          icon={<ShieldError20Regular aria-hidden="true" />}
          onClick={() => openForm({ what: 'new', kind: riskAssessment.key, values: { about: code } })}
        >
          {text(`kinds.${riskAssessment.key}.log`)}
        </Button>
      ) : null}
    </section>
  );
}
