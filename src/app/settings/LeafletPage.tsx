/** The leaflet "What this mission can do", to be printed in one of our languages and handed over. */

import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { loadPart } from '../../locales/index.ts';
import { type Language, languages, runsRightToLeft, type Texts } from '../../locales/languages.ts';
import { listedCodes } from '../fields/code-lists.ts';
import { useLog, useView } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { stackOnPaper, useLook } from '../shell/look.ts';
import { RowsSkeleton } from '../shell/Skeletons.tsx';
import { useLanguage, useText } from '../words.tsx';
import { type Leaflet, leafletOf } from './leaflet-of.ts';

const useStyles = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '760px',
  },
  choice: {
    display: 'grid',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
  sheet: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    '@media print': { padding: 0, border: 'none' },
  },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalM,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  group: { breakInside: 'avoid' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  reach: { blockSize: '72px' },
});

export function LeafletPage(): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const view = useView();
  const { mission } = useLog().me;
  const reader = useLanguage().language;
  const [language, setLanguage] = useState<Language>(reader);
  const { texts, failure, again } = useTextsIn(language);
  return (
    <div className={styles.page}>
      <div className={styles.choice}>
        <p className={look.text}>{text('files.leaflet.why')}</p>
        <Field label={text('files.leaflet.language')}>
          <Select
            value={language}
            onChange={(_, { value }) => setLanguage(languages.find((each) => each === value) ?? language)}
          >
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {new Intl.DisplayNames(each, { type: 'language' }).of(each) ?? each}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          className={styles.button}
          appearance="primary"
          disabled={!texts}
          icon={<Print20Regular aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {text('files.leaflet.print')}
        </Button>
      </div>
      {failure ? <FailureNotice cause={failure} onRetry={again} /> : null}
      {texts ? (
        <Sheet
          leaflet={leafletOf(texts, language, listedCodes(view, 'measures'), mission)}
          language={language}
        />
      ) : failure ? null : (
        <RowsSkeleton count={8} />
      )}
    </div>
  );
}

/** The texts of a language that need not be the reader's. */
function useTextsIn(language: Language) {
  const [found, setFound] = useState<{ readonly language: Language; readonly texts: Texts }>();
  const [failure, setFailure] = useState<unknown>();
  const fetch = useCallback(() => {
    let stays = true;
    setFailure(undefined);
    loadPart(language, 'files').then(
      (texts) => stays && setFound({ language, texts }),
      (cause: unknown) => stays && setFailure(cause),
    );
    return () => {
      stays = false;
    };
  }, [language]);
  useEffect(fetch, [fetch]);
  return { texts: found?.language === language ? found.texts : undefined, failure, again: fetch };
}

function Sheet(props: { readonly leaflet: Leaflet; readonly language: Language }): ReactNode {
  const { leaflet } = props;
  const look = useLook();
  const styles = useStyles();
  return (
    <article
      lang={props.language}
      dir={runsRightToLeft(props.language) ? 'rtl' : 'ltr'}
      className={mergeClasses(look.card, styles.sheet)}
    >
      <h2 className={look.title}>{leaflet.title}</h2>
      <p className={look.text}>{leaflet.intro}</p>
      <div className={styles.groups}>
        {leaflet.groups.map(({ group, title, measures }) => (
          <section key={group} className={styles.group}>
            <h3 className={look.heading}>{title}</h3>
            <ul className={styles.list}>
              {measures.map((measure) => (
                <li key={measure} className={look.text}>
                  {measure}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section className={styles.group}>
        <h3 className={look.heading}>{leaflet.notesTitle}</h3>
        <ul className={styles.list}>
          {leaflet.notes.map((note) => (
            <li key={note} className={look.text}>
              {note}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.group}>
        <h3 className={look.heading}>{leaflet.reach}</h3>
        <div className={styles.reach} aria-hidden="true" />
      </section>
    </article>
  );
}
