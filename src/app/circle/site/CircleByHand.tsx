/** For an owner of the circle's site: let the lists be made here, then set by hand what Graph cannot set for a person. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { circleLists } from '../../../domain/circle/registry.ts';
import { useLifeLook } from '../../life/look.ts';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  owner: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', '@media (max-width: 480px)': { minBlockSize: '44px' } },
  steps: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  lists: { overflowWrap: 'anywhere' },
});

const steps = [
  { words: 'append', lists: circleLists.filter((kind) => kind.appendOnly) },
  { words: 'change', lists: circleLists.filter((kind) => !kind.appendOnly) },
  { words: 'versions', lists: circleLists.filter((kind) => kind.versionless) },
  { words: 'search', lists: circleLists },
  { words: 'guests', lists: [] },
  { words: 'app', lists: [] },
] as const;

export function CircleByHand(props: {
  readonly label: string;
  readonly disabled: boolean;
  readonly onSetUp: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const text = useText();
  const look = useLook();
  const life = useLifeLook();
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{text('circleSite.owner.title')}</summary>
      <div className={styles.owner}>
        <p className={look.text}>{text('circleSite.owner.makes')}</p>
        <div>
          <Button className={life.touch} disabled={props.disabled} onClick={props.onSetUp}>
            {props.label}
          </Button>
        </div>
        {props.children}
        <p className={look.text}>{text('circleSite.owner.byHand')}</p>
        <ol className={styles.steps}>
          {steps.map(({ words, lists }) => (
            <li key={words}>
              {text(`circleSite.owner.${words}`)}
              {lists.length > 0 ? (
                <>
                  <br />
                  <span className={styles.lists} translate="no">
                    {lists.map(({ list }) => list).join(', ')}
                  </span>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
