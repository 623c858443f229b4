/** Before anybody calls or writes: who may start contact, by which channels and when. The hint to the code word waits to be asked for. */

import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { Key16Regular } from '@fluentui/react-icons/svg/key';
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useState } from 'react';
import type { Code } from '../../domain/ids.ts';
import { useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { recordOf } from './cautions.ts';
import { safeContactOf } from './safe-contact.ts';

const useStyles = makeStyles({
  strip: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  strict: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  item: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minInlineSize: 0,
    overflowWrap: 'anywhere',
    '& > svg': { flexShrink: 0 },
  },
  first: { fontWeight: tokens.fontWeightSemibold },
  none: {
    flexBasis: '100%',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** `named` says whose it is, where several people are in view. Without `onAdd` nothing can be added from here. */
export function SafeContactStrip(props: {
  readonly code: Code;
  readonly named?: boolean;
  readonly onAdd?: () => void;
}): ReactNode {
  const { code, named, onAdd } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const [hint, setHint] = useState(false);
  const contact = safeContactOf(recordOf(view, code));
  const who = named ? text('forms.safe.whose', { cover: words.cover(code) }) : '';
  if (!contact)
    return (
      <p className={styles.none}>
        {who} {text('forms.safe.none')}{' '}
        {onAdd && (
          <Link as="button" type="button" inline onClick={onAdd}>
            {text('forms.safe.add')}
          </Link>
        )}
      </p>
    );
  const list = new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' });
  const channel = (key: string): string => text(`choices.channels.${key}`).toLocaleLowerCase(words.locale);
  const safe = contact.safe.map((row) =>
    row.hint
      ? text('forms.safe.channel', { channel: channel(row.channel), hint: row.hint })
      : channel(row.channel),
  );
  return (
    <ul
      className={mergeClasses(styles.strip, contact.onlyThemStart && styles.strict)}
      aria-label={text('forms.safe.title', { cover: words.cover(code) })}
    >
      {named && <li className={mergeClasses(styles.item, styles.first)}>{who}</li>}
      {contact.onlyThemStart && (
        <li className={mergeClasses(styles.item, styles.first)}>
          <Warning16Regular aria-hidden="true" />
          {text('forms.safe.onlyThemStart')}
        </li>
      )}
      {safe.length > 0 && (
        <li className={styles.item}>
          <CheckmarkCircle16Regular aria-hidden="true" />
          {text('forms.safe.safe', { channels: list.format(safe) })}
        </li>
      )}
      {contact.never.length > 0 && (
        <li className={styles.item}>
          <Prohibited16Regular aria-hidden="true" />
          {text('forms.safe.never', { channels: list.format(contact.never.map(channel)) })}
        </li>
      )}
      {contact.hours && (
        <li className={styles.item}>
          <Clock16Regular aria-hidden="true" />
          {text('forms.safe.hours', { hours: contact.hours })}
        </li>
      )}
      {contact.codeWordHint && (
        <li className={styles.item}>
          <Key16Regular aria-hidden="true" />
          <Button size="small" appearance="transparent" aria-expanded={hint} onClick={() => setHint(!hint)}>
            {text(hint ? 'forms.safe.hideHint' : 'forms.safe.showHint')}
          </Button>
          {hint && <span>{contact.codeWordHint}</span>}
        </li>
      )}
      {contact.checkedOn && (
        <li className={styles.item}>{text('forms.safe.checked', { day: words.day(contact.checkedOn) })}</li>
      )}
    </ul>
  );
}
