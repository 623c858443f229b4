/** Gathers everything about one person and shows it, ready to be read to them, printed or handed over as a file. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useCallback, useState } from 'react';
import type { Code } from '../../domain/ids.ts';
import type { Gathered, Life } from '../../log/life/life.ts';
import { download } from '../files/download.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText, useWords } from '../words.tsx';
import { sheetFile, sheetOf } from './access-sheet.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { LoadedPart } from './LoadedPart.tsx';
import { useLifeLook } from './look.ts';
import { useLoaded } from './use-life.ts';

export function AccessSheet(props: { readonly about: Code }): ReactNode {
  const { about } = props;
  const gather = useCallback((life: Life) => life.gather(about), [about]);
  const loaded = useLoaded(gather);
  return <LoadedPart loaded={loaded}>{(gathered) => <Sheet gathered={gathered} />}</LoadedPart>;
}

function Sheet(props: { readonly gathered: Gathered }): ReactNode {
  const { gathered } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useLifeLook();
  const [isAsked, setAsked] = useState(false);
  const parts = sheetOf(gathered, words);
  const title = text('life.sheet.title', { mission: log.me.mission.name });
  return (
    <>
      <Notice tone="info" what={text('life.sheet.journalled')} next={text('life.sheet.check')} />
      <div className={mergeClasses(look.row, styles.noPrint)}>
        <Button icon={<Print20Regular aria-hidden="true" />} onClick={() => print()}>
          {text('life.sheet.print')}
        </Button>
        <Button icon={<ArrowDownload20Regular aria-hidden="true" />} onClick={() => setAsked(true)}>
          {text('life.sheet.file')}
        </Button>
      </div>
      <h2 className={look.title}>{title}</h2>
      {parts.map(({ key, items }) => (
        <section key={key} className={styles.part} aria-label={text(`life.sheet.${key}`)}>
          <h3 className={look.heading}>
            {text(`life.sheet.${key}`)} <span className={look.count}>{items.length}</span>
          </h3>
          {items.length === 0 ? (
            <p className={look.quiet}>{text(`life.sheet.none.${key}`)}</p>
          ) : (
            <ul className={mergeClasses(look.list, look.card)}>
              {items.map((item) => (
                <li key={item.id} className={styles.item}>
                  <div className={styles.said}>
                    <span className={look.strong} dir="auto">
                      {item.title}
                    </span>
                    {item.lines.map((line) => (
                      <span key={line} dir="auto">
                        {line}
                      </span>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {isAsked ? (
        <DecideDialog
          title={text('life.sheet.file')}
          confirm={text('life.sheet.confirm')}
          onConfirm={async () =>
            download(
              new Blob([sheetFile(parts, title, words)], { type: 'text/html;charset=utf-8' }),
              'own-data.html',
            )
          }
          onClose={() => setAsked(false)}
        >
          <p className={look.text}>{text('life.sheet.risk')}</p>
        </DecideDialog>
      ) : null}
    </>
  );
}
