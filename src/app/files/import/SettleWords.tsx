/** Third step of an import: what the list leaves open, settled once for all rows: dates, people, answers. */

import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Code } from '../../../domain/ids.ts';
import type { AnyKind } from '../../../domain/record-kind.ts';
import { dateOrders, provenOrder } from '../../../files/dates.ts';
import type { OpenQuestions } from '../../../files/open-questions.ts';
import type { Alias } from '../../../files/read-value.ts';
import { defendersKnown } from '../../fields/defenders-known.ts';
import { useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useFilesLook } from '../files-look.ts';
import { Sideways } from './Sideways.tsx';
import { type Settled, withWho } from './settled.ts';

export interface ForAllField {
  readonly key: string;
  readonly choices: { readonly set: string; readonly keys: readonly string[] };
}

export function SettleWords(props: {
  readonly kind: AnyKind;
  readonly questions: OpenQuestions;
  /** Answers that the kind needs and the list has no column for. */
  readonly missing: readonly ForAllField[];
  readonly settled: Settled;
  /** What was said of it here, without what is known from before. */
  readonly said: Settled;
  readonly locked: boolean;
  readonly newCode: () => Code;
  readonly onSettled: (settled: Settled) => void;
}): ReactNode {
  const { kind, questions, settled, said, locked, onSettled } = props;
  const text = useText();
  const look = useLook();
  const styles = useFilesLook();
  const { dates, people, answers } = questions;
  const asksDates = dates.unclear > 0;
  if (!asksDates && people.length + answers.length + props.missing.length === 0) return null;
  const proven = provenOrder(dates);
  return (
    <section className={styles.part} aria-label={text('files.import.settle.title')}>
      <h2 className={look.heading}>{text('files.import.settle.title')}</h2>
      {asksDates ? (
        <Field
          label={text('files.import.dates.label', { count: dates.unclear })}
          hint={
            proven
              ? text(`files.import.dates.proven.${proven}`, { count: dates[proven] })
              : text('files.import.dates.ask')
          }
          required
        >
          <RadioGroup
            value={settled.order ?? proven ?? ''}
            disabled={locked}
            onChange={(_, data) =>
              onSettled({ ...said, order: dateOrders.find((order) => order === data.value) })
            }
          >
            {dateOrders.map((order) => (
              <Radio key={order} value={order} label={text(`files.import.dates.${order}`)} />
            ))}
          </RadioGroup>
        </Field>
      ) : null}
      {props.missing.map(({ key, choices }) => (
        <Field
          key={key}
          label={text('files.import.forAll', { field: text(`fields.${kind.key}.${key}.label`) })}
        >
          <Select
            value={settled.forAll[key] ?? ''}
            disabled={locked}
            onChange={(_, data) => {
              const { [key]: _before, ...others } = said.forAll;
              onSettled({ ...said, forAll: data.value ? { ...others, [key]: data.value } : others });
            }}
          >
            <option value="">{text('files.import.notSaid')}</option>
            {choices.keys.map((answer) => (
              <option key={answer} value={answer}>
                {text(`choices.${choices.set}.${answer}`)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {people.length > 0 ? <People {...props} /> : null}
      {answers.length > 0 ? (
        <>
          <p className={look.text}>{text('files.import.answers.why')}</p>
          <Sideways label={text('files.import.answers.title')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{text('files.import.answers.word')}</th>
                  <th scope="col">{text('files.import.answers.rows')}</th>
                  <th scope="col">{text('files.import.answers.means')}</th>
                </tr>
              </thead>
              <tbody>
                {answers.map((answer) => (
                  <tr key={answer.key}>
                    <th scope="row" dir="auto">
                      {answer.word}
                    </th>
                    <td>{answer.rows}</td>
                    <td>
                      <Select
                        size="small"
                        aria-label={text('files.import.meansOf', { word: answer.word })}
                        disabled={locked}
                        value={
                          settled.answers.has(answer.key) ? settled.answers.get(answer.key) || 'none' : ''
                        }
                        onChange={(_, data) => {
                          const next = new Map(said.answers);
                          if (data.value === '') next.delete(answer.key);
                          else next.set(answer.key, data.value === 'none' ? '' : data.value);
                          onSettled({ ...said, answers: next });
                        }}
                      >
                        <option value="">{text('files.import.notSaid')}</option>
                        <option value="none">{text('files.import.leaveEmpty')}</option>
                        {answer.choices.keys.map((key) => (
                          <option key={key} value={key}>
                            {text(`choices.${answer.choices.set}.${key}`)}
                          </option>
                        ))}
                      </Select>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
        </>
      ) : null}
    </section>
  );
}

function People(props: {
  readonly kind: AnyKind;
  readonly questions: OpenQuestions;
  readonly settled: Settled;
  /** What was said of it here, without what is known from before. */
  readonly said: Settled;
  readonly locked: boolean;
  readonly newCode: () => Code;
  readonly onSettled: (settled: Settled) => void;
}): ReactNode {
  const { kind, settled, said, onSettled } = props;
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useFilesLook();
  const known = defendersKnown(view, words);
  const fresh = [...settled.made.values()].filter((made) => !known.some(({ code }) => code === made));
  const instead = kind.insteadOfAbout ? kind.fields[kind.insteadOfAbout]?.settings.choices : undefined;
  function choose(word: string, value: string): void {
    if (value !== 'new') {
      onSettled(withWho(said, word, aliasOf(value)));
      return;
    }
    // The same word means the same person, however often it is chosen.
    const code = said.made.get(word) ?? props.newCode();
    onSettled({ ...withWho(said, word, { code }), made: new Map([...said.made, [word, code]]) });
  }
  return (
    <>
      <p className={look.text}>{text('files.import.people.why')}</p>
      <Sideways label={text('files.import.people.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('files.import.people.word')}</th>
              <th scope="col">{text('files.import.answers.rows')}</th>
              <th scope="col">{text('files.import.people.is')}</th>
            </tr>
          </thead>
          <tbody>
            {props.questions.people.map(({ word, folded, rows }) => (
              <tr key={folded}>
                <th scope="row" dir="auto">
                  {word}
                </th>
                <td>{rows}</td>
                <td>
                  <Select
                    size="small"
                    aria-label={text('files.import.people.isOf', { word })}
                    disabled={props.locked}
                    value={chosenOf(settled.aliases.get(folded))}
                    onChange={(_, data) => choose(folded, data.value)}
                  >
                    <option value="">{text('files.import.notSaid')}</option>
                    <option value="new">{text('files.import.people.new')}</option>
                    {fresh.map((code) => (
                      <option key={code} value={code}>
                        {text('files.import.people.made', { cover: words.cover(code) })}
                      </option>
                    ))}
                    {known.map(({ code, cover, spelt }) => (
                      <option key={code} value={code}>
                        {`${cover} · ${spelt}`}
                      </option>
                    ))}
                    {instead?.keys.map((key) => (
                      <option key={key} value={`instead:${key}`}>
                        {text('files.import.people.instead', { who: text(`choices.${instead.set}.${key}`) })}
                      </option>
                    ))}
                    <option value="nobody">{text('files.import.leaveEmpty')}</option>
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </>
  );
}

function chosenOf(alias: Alias | undefined): string {
  if (!alias) return '';
  if ('code' in alias) return alias.code;
  return 'instead' in alias ? `instead:${alias.instead}` : 'nobody';
}

function aliasOf(value: string): Alias | undefined {
  if (value === '') return undefined;
  if (value === 'nobody') return { nobody: true };
  return value.startsWith('instead:') ? { instead: value.slice('instead:'.length) } : { code: value as Code };
}
