/** What each mission did in the last half year, whose turn it would be, and what became of the visits asked for. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { visitsRegister } from '../../../domain/circle/shared-hearings.ts';
import { loadPeriod, proposedTurn } from '../../../domain/circle/turns.ts';
import type { CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useMissionWords } from '../mission-words.ts';

const useStyles = makeStyles({
  table: {
    inlineSize: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    '& th, & td': {
      textAlign: 'start',
      paddingBlock: tokens.spacingVerticalXS,
      paddingInline: tokens.spacingHorizontalM,
    },
    '& thead th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
    '& tbody th': { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
  },
  figure: { fontVariantNumeric: 'tabular-nums' },
});

const outcomes = [
  'visited',
  'granted',
  'refused',
  'noReply',
  'cancelledAtGate',
  'withdrawn',
  'waiting',
] as const;

export function LoadPart(props: { readonly view: CircleView }): ReactNode {
  const { view } = props;
  const log = useLog();
  const text = useText();
  const look = useLook();
  const shared = useCircleLook();
  const styles = useStyles();
  const missions = useMissionWords(view);
  const next = proposedTurn(view.load, []);
  const register = visitsRegister(view.hearings, loadPeriod(log.today()));
  return (
    <section className={shared.part} aria-label={text('circle.load.title')}>
      <h2 className={look.heading}>{text('circle.load.title')}</h2>
      <div className={look.card}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('circle.load.mission')}</th>
              <th scope="col">{text('circle.load.hearings')}</th>
              <th scope="col">{text('circle.load.visits')}</th>
            </tr>
          </thead>
          <tbody>
            {view.load.map(({ mission, hearings, visits }) => (
              <tr key={mission}>
                <th scope="row">{missions.name(mission)}</th>
                <td className={styles.figure}>{hearings}</td>
                <td className={styles.figure}>{visits}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next ? (
        <p className={look.text}>{text('circle.load.next', { mission: missions.name(next) })}</p>
      ) : null}
      <p className={look.quiet}>{text('circle.load.rule')}</p>
      {register.asked > 0 ? (
        <>
          <h3 className={look.heading}>{text('circle.register.title', { count: register.asked })}</h3>
          <ul className={mergeClasses(look.list, look.card)} aria-label={text('circle.register.label')}>
            {outcomes
              .filter((outcome) => register[outcome] > 0)
              .map((outcome) => (
                <li key={outcome} className={shared.item}>
                  <span className={styles.figure}>{register[outcome]}</span>
                  <span>{text(`circle.register.${outcome}`)}</span>
                </li>
              ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
