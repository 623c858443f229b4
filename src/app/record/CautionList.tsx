/** Above the button that saves: what could harm them, each line leading to its field, and one tick that it was seen. */

import { Checkbox, Field, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode, Ref } from 'react';
import { useText, useWords } from '../words.tsx';
import { cautionKey, type FormCaution } from './cautions.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    maxHeight: '30vh',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalS,
    marginBlockEnd: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { color: tokens.colorStatusWarningForeground3 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, '& button': { minBlockSize: 'auto' } },
});

/** Stays mounted while there is nothing to say, so that what arises is read aloud. */
export function CautionList(props: {
  readonly kind: string;
  readonly cautions: readonly FormCaution[];
  /** Undefined where all of it was seen when the entry was saved before: nothing is asked. */
  readonly ticked: boolean | undefined;
  /** Somebody tried to save without the tick. */
  readonly missing: boolean;
  /** Around the tick, to lead somebody there. */
  readonly tick: Ref<HTMLDivElement>;
  onTick(ticked: boolean): void;
  onGo(field: string): void;
}): ReactNode {
  const { kind, cautions, ticked, missing, tick, onTick, onGo } = props;
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  return (
    <div role="status">
      {cautions.length > 0 && (
        <div className={styles.box}>
          <Warning20Regular className={styles.icon} aria-hidden="true" />
          <div>
            <ul className={styles.list}>
              {cautions.map((caution) => (
                <li key={cautionKey(caution)}>
                  {caution.about ? `${words.cover(caution.about)}, ` : ''}
                  <Link as="button" type="button" inline onClick={() => onGo(caution.field)}>
                    {text(`fields.${kind}.${caution.field}.label`)}
                  </Link>
                  {': '}
                  {text(caution.words)}
                </li>
              ))}
            </ul>
            {ticked !== undefined && (
              <div ref={tick}>
                <Field {...(missing ? { validationMessage: text('forms.cautions.missing') } : {})}>
                  <Checkbox
                    label={text('forms.cautions.seen')}
                    checked={ticked}
                    onChange={(_, data) => onTick(data.checked === true)}
                  />
                </Field>
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
