/** The open lists of the mission: courts, places of detention, authorities, organisations, and own words for measures. */

import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isPlaceList } from '../../domain/regions.ts';
import { mayChangePeople } from '../../domain/roles.ts';
import { listNames } from '../../domain/system/code-list.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';
import { CodeListEditor } from './CodeListEditor.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxInlineSize: '960px',
  },
  choice: {
    maxInlineSize: '360px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    // A list is otherwise as wide as its longest line.
    '& select': { minInlineSize: 0, inlineSize: '100%', textOverflow: 'ellipsis' },
  },
});

export function CodeLists(): ReactNode {
  const { me } = useLog();
  const view = useView();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [name, setName] = useState<(typeof listNames)[number]>(listNames[0]);
  return (
    <div className={styles.page}>
      <p className={look.text}>{text('settings.lists.why')}</p>
      <Field label={text('settings.lists.which')} className={styles.choice}>
        <Select
          value={name}
          onChange={(_, data) => setName(listNames.find((each) => each === data.value) ?? name)}
        >
          {listNames.map((each) => (
            <option key={each} value={each}>
              {text(`settings.lists.names.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <p className={look.quiet}>
        {text(`settings.lists.used.${name}`)} {isPlaceList(name) ? text('settings.lists.regionHint') : ''}
      </p>
      {mayChangePeople(me) ? null : <p className={look.text}>{text('settings.lists.readOnly')}</p>}
      {view.state === 'opening' ? null : <CodeListEditor key={name} name={name} />}
    </div>
  );
}
