/** Every measure a mission can take, by the groups of the guidelines, with the consent each needs and what to say before. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { weightOf } from '../../domain/records/measures/measure-rules.ts';
import {
  type Measure,
  measureGroups,
  measureKeys,
  measures,
} from '../../domain/records/measures/measures.ts';
import { labelIn, listedCodes } from '../fields/code-lists.ts';
import { useView } from '../log-context.tsx';
import { stackOnPaper, useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { useLanguage, useText } from '../words.tsx';

const useStyles = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXL,
    maxInlineSize: '960px',
  },
  group: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  line: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
});

export function MeasureCatalogue(): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <p className={look.text}>{text('settings.catalogue.why')}</p>
      <p className={look.text}>
        <a className={look.link} href={hrefOf({ page: 'settings', id: 'code-lists' })}>
          {text('settings.catalogue.rename')}
        </a>
      </p>
      {measureGroups.map((group) => (
        <section key={group} className={styles.group} aria-label={text(`settings.catalogue.groups.${group}`)}>
          <h2 className={look.heading}>{text(`settings.catalogue.groups.${group}`)}</h2>
          <p className={look.quiet}>{text(`settings.catalogue.weights.${weightOf(group)}`)}</p>
          <ul className={mergeClasses(look.list, look.card)}>
            {measureKeys
              .filter((key) => measures[key].group === group)
              .map((key) => (
                <MeasureLine key={key} measure={key} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function MeasureLine(props: { readonly measure: Measure }): ReactNode {
  const { measure } = props;
  const view = useView();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const { language } = useLanguage();
  const own = listedCodes(view, 'measures').find(({ key }) => key === measure);
  const label = own && labelIn(own, language);
  return (
    <li className={styles.line}>
      <p className={mergeClasses(look.text, look.strong)}>{text(`choices.measures.${measure}`)}</p>
      {label ? <p className={look.text}>{text('settings.catalogue.own', { label })}</p> : null}
      {own?.retired ? <p className={look.quiet}>{text('settings.catalogue.hidden')}</p> : null}
      <p className={look.quiet}>
        {text('settings.catalogue.consent', {
          action: text(`consent.actions.${measures[measure].action}`),
        })}
      </p>
    </li>
  );
}
