/** One line of an open list. */

import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Region, regions } from '../../domain/regions.ts';
import { languages } from '../../locales/languages.ts';
import { useLook } from '../shell/look.ts';
import { useLanguage, useText } from '../words.tsx';
import type { CodeLine } from './code-edits.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  labels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  touch: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

export function CodeRow(props: {
  readonly line: CodeLine;
  /** From 1. */
  readonly number: number;
  /** The words everybody uses, for a line that a mission may only call otherwise. */
  readonly standard: string | undefined;
  readonly mayEdit: boolean;
  /** Just added: the focus goes there. */
  readonly focused: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onLabel(language: string, label: string): void;
  /** Absent where a line is no place. */
  readonly onRegion: ((region: Region | undefined) => void) | undefined;
  onRetire(isRetired: boolean): void;
  readonly onMove: ((by: -1 | 1) => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}): ReactNode {
  const { line, number, standard, mayEdit, focused, onMove, onRegion, onRemove } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const { language } = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focused) row.current?.querySelector('input')?.focus();
  }, [focused]);
  const name = line.labels[language] || line.labels.en || standard || text('settings.lists.line', { number });
  return (
    <li ref={row} className={styles.line} data-code={line.key}>
      {standard || !mayEdit || line.retired ? (
        <p className={mergeClasses(look.text, line.retired && look.quiet)}>
          <span className={look.strong}>{standard ?? name}</span>
          {line.retired ? ` · ${text(standard ? 'settings.lists.hidden' : 'settings.lists.retired')}` : null}
        </p>
      ) : null}
      {mayEdit ? (
        <>
          <div className={styles.labels}>
            {languages.map((each) => (
              <Field
                key={each}
                label={text(standard ? 'settings.lists.ownLabel' : 'settings.lists.label', {
                  language: new Intl.DisplayNames(language, { type: 'language' }).of(each) ?? each,
                })}
              >
                <Input
                  lang={each}
                  autoComplete="off"
                  maxLength={255}
                  value={line.labels[each] ?? ''}
                  onChange={(_, data) => props.onLabel(each, data.value)}
                />
              </Field>
            ))}
            {onRegion ? (
              <Field label={text('settings.lists.region')}>
                <Select
                  value={line.region ?? ''}
                  onChange={(_, data) => onRegion(regions.find((each) => each === data.value))}
                >
                  <option value="">{text('settings.lists.noRegion')}</option>
                  {regions.map((each) => (
                    <option key={each} value={each}>
                      {text(`choices.regions.${each}`)}
                    </option>
                  ))}
                </Select>
              </Field>
            ) : null}
          </div>
          <div className={look.row}>
            {onMove ? (
              <>
                <Button
                  size="small"
                  className={styles.touch}
                  icon={<ArrowUp20Regular aria-hidden="true" />}
                  disabledFocusable={props.isFirst}
                  aria-label={text('settings.lists.upOf', { name })}
                  onClick={() => onMove(-1)}
                >
                  {text('settings.lists.up')}
                </Button>
                <Button
                  size="small"
                  className={styles.touch}
                  icon={<ArrowDown20Regular aria-hidden="true" />}
                  disabledFocusable={props.isLast}
                  aria-label={text('settings.lists.downOf', { name })}
                  onClick={() => onMove(1)}
                >
                  {text('settings.lists.down')}
                </Button>
              </>
            ) : null}
            {onRemove ? (
              <Button
                size="small"
                className={styles.touch}
                aria-label={text('settings.lists.removeOf', { name })}
                onClick={onRemove}
              >
                {text('settings.lists.remove')}
              </Button>
            ) : (
              <Button
                size="small"
                className={styles.touch}
                aria-label={text(line.retired ? 'settings.lists.offerOf' : 'settings.lists.retireOf', {
                  name,
                })}
                onClick={() => props.onRetire(line.retired !== true)}
              >
                {text(line.retired ? 'settings.lists.offer' : 'settings.lists.retire')}
              </Button>
            )}
          </div>
        </>
      ) : null}
    </li>
  );
}
