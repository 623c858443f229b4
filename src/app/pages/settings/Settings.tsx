/** Mission and people, what each may do and why, set-up and health, facts for support, language, and what this app cannot do. */

import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { mayChangePeople } from '../../../domain/roles.ts';
import { languages } from '../../../locales/languages.ts';
import { useLog, useView } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { stackOnPaper, useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useLanguage, useText } from '../../words.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { Health } from './Health.tsx';
import { MissionPeople } from './MissionPeople.tsx';
import { PeopleEditor } from './PeopleEditor.tsx';
import { RoleTable } from './RoleTable.tsx';
import { settingsSections } from './settings-sections.ts';

const useStyles = makeStyles({
  page: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxInlineSize: '960px',
    rowGap: tokens.spacingVerticalXXL,
  },
  part: {
    ...stackOnPaper,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  limits: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  select: { maxInlineSize: '320px' },
  further: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  noPrint: { '@media print': { display: 'none' } },
});

const limits = ['classified', 'names', 'owner', 'versions', 'offline', 'roles'] as const;

/** The overview, or one of the further sections (`settings/<key>`), each a page of its own. */
export function Settings(props: { readonly section: string | undefined }): ReactNode {
  const log = useLog();
  useView();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const offered = settingsSections.filter(({ isFor }) => isFor(log.me));
  const section = offered.find(({ key }) => key === props.section);
  if (section)
    return (
      <div className={look.page}>
        <a className={mergeClasses(look.link, styles.noPrint)} href={hrefOf({ page: 'settings' })}>
          {text('settings.back')}
        </a>
        <h1 className={mergeClasses(look.title, section.titlesItself && styles.noPrint)}>
          {text(`settings.sections.${section.key}`)}
        </h1>
        <LazyPart>
          <section.Section />
        </LazyPart>
      </div>
    );
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.settings')}</h1>
      <div className={styles.page}>
        {offered.length > 0 ? (
          <nav aria-label={text('settings.further')}>
            <ul className={mergeClasses(look.list, styles.further)}>
              {offered.map(({ key }) => (
                <li key={key}>
                  <a className={look.link} href={hrefOf({ page: 'settings', id: key })}>
                    {text(`settings.sections.${key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <Part title={text('settings.mission.title')}>
          <p className={look.text}>
            {text('settings.mission.line', {
              name: log.me.mission.name,
              country: log.me.mission.hostCountry,
            })}
          </p>
          {mayChangePeople(log.me) ? (
            <PeopleEditor />
          ) : (
            <>
              <p className={look.text}>{text('settings.people.readOnly')}</p>
              <MissionPeople />
            </>
          )}
        </Part>
        <Part title={text('settings.roles.title')}>
          <RoleTable />
        </Part>
        <Part title={text('settings.health.title')}>
          <Health />
        </Part>
        <Part title={text('settings.language.title')}>
          <LanguageChoice />
        </Part>
        <Part title={text('settings.diagnostics.title')}>
          <Diagnostics />
        </Part>
        <Part title={text('settings.limits.title')}>
          <ul className={styles.limits}>
            {limits.map((limit) => (
              <li key={limit} className={look.text}>
                {text(`settings.limits.${limit}`)}
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </div>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label={props.title}>
      <h2 className={look.heading}>{props.title}</h2>
      {props.children}
    </section>
  );
}

function LanguageChoice(): ReactNode {
  const text = useText();
  const styles = useStyles();
  const choice = useLanguage();
  const [failure, setFailure] = useState<unknown>();
  return (
    <>
      <Field
        label={text('settings.language.label')}
        hint={text('settings.language.hint')}
        className={styles.select}
      >
        <Select
          value={choice.picked ?? ''}
          onChange={(_, data) => {
            setFailure(undefined);
            choice.pick(languages.find((language) => language === data.value)).catch(setFailure);
          }}
        >
          <option value="">{text('settings.language.host')}</option>
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language}
            </option>
          ))}
        </Select>
      </Field>
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
    </>
  );
}
