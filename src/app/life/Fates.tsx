/** What exactly stays, what becomes coarser and what goes when entries are made anonymous, kind by kind. */

import type { ReactNode } from 'react';
import type { Code } from '../../domain/ids.ts';
import { type Fate, fateOf } from '../../domain/keeping/anonymise.ts';
import { placesIn, regionsOf } from '../../domain/keeping/region-of.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { codeList } from '../../domain/system/code-list.ts';
import { useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';

/** Another code than any there is: the preview only asks whether something changes. */
const somebodyElse = () => '000000000' as Code;

export function Fates(props: { readonly entries: readonly Entry[] }): ReactNode {
  const view = useView();
  const text = useText();
  const look = useLook();
  const region = regionsOf(placesIn(view.entries.get(codeList.key) ?? []));
  const kinds = [...new Set(props.entries.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((key) => {
        const kind = kindByKey(key);
        if (!kind) return null;
        const entries = props.entries.filter((entry) => entry.kind === key);
        const fates = entries.map(({ record }) => fateOf(kind, record, { code: somebodyElse, region }));
        const unplaced = fates.filter((fate) => fate.unplaced.length > 0).length;
        const labels = (fate: keyof Fate) =>
          Object.keys(kind.fields)
            .filter((field) => fates.some((each) => each[fate].includes(field)))
            .map((field) => text(`fields.${key}.${field}.label`))
            .join(', ');
        return (
          <section key={key} aria-label={text(`kinds.${key}.many`)}>
            <h3 className={look.heading}>
              {text('life.fates.kind', { kind: text(`kinds.${key}.many`), count: entries.length })}
            </h3>
            <dl className={look.text}>
              {(['stays', 'coarser', 'goes'] as const).map((fate) => (
                <div key={fate}>
                  <dt className={look.strong}>{text(`life.fates.${fate}`)}</dt>
                  <dd style={{ marginInlineStart: 0 }}>{labels(fate) || text('life.fates.nothing')}</dd>
                </div>
              ))}
            </dl>
            {unplaced > 0 ? (
              <Notice
                tone="warning"
                what={text('life.fates.unplaced.what', { count: unplaced, fields: labels('unplaced') })}
                means={text('life.fates.unplaced.means')}
                next={text('life.fates.unplaced.next')}
                actions={
                  <a className={look.link} href={hrefOf({ page: 'settings', id: 'code-lists' })}>
                    {text('life.fates.unplaced.lists')}
                  </a>
                }
              />
            ) : null}
          </section>
        );
      })}
    </>
  );
}
