/** Where one defender is held and was held before, with what does not fit together and how to put it right. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BuildingGovernment20Regular } from '@fluentui/react-icons/svg/building-government';
import type { ReactNode } from 'react';
import { custodiesIn, type Stay } from '../../../domain/custody.ts';
import { type Code, daysBetween } from '../../../domain/ids.ts';
import { detention } from '../../../domain/records/detention.ts';
import { statusChange } from '../../../domain/records/status-change.ts';
import { mayWrite } from '../../../domain/roles.ts';
import { listedDay } from '../../day-words.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useOpenForm } from '../../shell/form-door.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { hrefOf } from '../../shell/navigation.ts';
import { useText, useWords } from '../../words.tsx';
import { placeInWords } from './place-words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, minInlineSize: 0 },
  item: {
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
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  actions: { '@media print': { display: 'none' } },
});

export function CustodyPart(props: { readonly code: Code }): ReactNode {
  const { code } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const openForm = useOpenForm();
  const custody = custodiesIn(view.entries).get(code);
  if (!custody || (custody.stays.length === 0 && !custody.held)) return null;
  const { stays, held, since, puzzle } = custody;
  const today = log.today();
  const open = stays.filter(({ to }) => to === undefined);
  const period = ({ from, to }: Stay): string =>
    text(to ? 'defenders.custody.fromTo' : 'defenders.custody.from', {
      from: listedDay(from, today, words.locale),
      to: to ? listedDay(to, today, words.locale) : '',
    });
  return (
    <section className={styles.part} aria-label={text('defenders.parts.custody')}>
      <h2 className={look.heading}>{text('defenders.parts.custody')}</h2>
      {held && since ? (
        <p className={look.text}>
          {text('defenders.custody.since', { count: daysBetween(since, today), day: words.day(since) })}
        </p>
      ) : null}
      {puzzle ? (
        <Notice
          tone="warning"
          what={text(`defenders.custody.puzzle.${puzzle}.what`)}
          means={text(`defenders.custody.puzzle.${puzzle}.means`)}
          next={text(`defenders.custody.puzzle.${puzzle}.next`)}
        />
      ) : null}
      {stays.length > 0 ? (
        <ol className={mergeClasses(look.list, look.card)}>
          {stays.map((stay) => (
            <li key={stay.entry} className={styles.item}>
              <div className={look.quiet}>{period(stay)}</div>
              <a className={look.link} href={hrefOf({ page: 'entries', id: stay.entry })}>
                {placeInWords(stay, words)}
              </a>
            </li>
          ))}
        </ol>
      ) : null}
      {mayWrite(log.me, detention.key) ? (
        <div className={mergeClasses(look.row, styles.actions)}>
          {open
            .filter(({ kind }) => kind === detention.key)
            .map((stay) => (
              <Button
                key={stay.entry}
                className={styles.button}
                onClick={() => openForm({ what: 'change', entry: stay.entry })}
              >
                {text('defenders.custody.left', { place: stay.facility ?? placeInWords(stay, words) })}
              </Button>
            ))}
          <Button
            className={styles.button}
            icon={<BuildingGovernment20Regular aria-hidden="true" />}
            onClick={() => openForm({ what: 'new', kind: detention.key, values: { about: code } })}
          >
            {text(`kinds.${detention.key}.log`)}
          </Button>
          {puzzle === 'free-but-here' ? null : (
            <Button
              className={styles.button}
              onClick={() => openForm({ what: 'new', kind: statusChange.key, values: { about: code } })}
            >
              {text(`kinds.${statusChange.key}.log`)}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}
