/** Months that each kind of entry is kept: what is usual, and what this mission decided instead. */

import {
  Button,
  Input,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { retentionOf } from '../../domain/keeping/retention.ts';
import { recordKinds } from '../../domain/registry.ts';
import { systemKinds } from '../../domain/system-kinds.ts';
import { useSavedWords } from '../lock/use-saved-words.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import { useLifeLook } from './look.ts';

const kept = [...recordKinds, ...systemKinds].flatMap((kind) => {
  const rule = retentionOf(kind);
  return rule === 'keep' ? [] : [{ key: kind.key, rule }];
});

export function Periods(): ReactNode {
  const log = useLog();
  const text = useText();
  const words = useSavedWords<HTMLFormElement>();
  const look = useLook();
  const styles = useLifeLook();
  const [months, setMonths] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      kept.map(({ key, rule }) => [key, String(log.me.mission.retention?.[key] ?? rule.months)]),
    ),
  );
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'wrong'>('idle');
  const [failure, setFailure] = useState<unknown>();
  const isSound = (key: string) => /^([1-9]\d{0,2})$/.test(months[key] ?? '') && Number(months[key]) <= 600;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!kept.every(({ key }) => isSound(key))) {
      setState('wrong');
      return;
    }
    const wordsSaved = words.saving();
    setState('saving');
    setFailure(undefined);
    const changed = kept.filter(({ key, rule }) => Number(months[key]) !== rule.months);
    try {
      const life = await log.life();
      await life.setPeriods(Object.fromEntries(changed.map(({ key }) => [key, Number(months[key])])));
      wordsSaved();
      setState('saved');
    } catch (cause) {
      setFailure(cause);
      setState('idle');
    }
  }

  return (
    <form className={styles.part} onSubmit={(event) => void save(event)} noValidate ref={words.within}>
      <div className={look.card}>
        <Table size="small" aria-label={text('life.periods.title')}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>{text('life.periods.what')}</TableHeaderCell>
              <TableHeaderCell>{text('life.periods.after')}</TableHeaderCell>
              <TableHeaderCell>{text('life.periods.months')}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {kept.map(({ key, rule }) => (
              <TableRow key={key}>
                <TableCell>{text(`kinds.${key}.many`)}</TableCell>
                <TableCell className={look.quiet}>{text(`life.periods.from.${rule.from}`)}</TableCell>
                <TableCell>
                  <Input
                    size="small"
                    className={styles.narrow}
                    inputMode="numeric"
                    aria-label={text('life.periods.monthsOf', { what: text(`kinds.${key}.many`) })}
                    aria-invalid={state === 'wrong' && !isSound(key)}
                    value={months[key] ?? ''}
                    onChange={(_, data) => {
                      setState('idle');
                      setMonths({ ...months, [key]: data.value.trim() });
                    }}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <p className={look.quiet}>{text('life.periods.usual')}</p>
      <div className={mergeClasses(look.row, styles.noPrint)}>
        <Button type="submit" className={styles.touch} disabled={state === 'saving'}>
          {text(state === 'saving' ? 'shell.saving' : 'life.periods.save')}
        </Button>
      </div>
      <div role="status">
        {state === 'saved' ? <Notice tone="success" what={text('life.periods.saved')} /> : null}
        {state === 'wrong' ? <Notice tone="warning" what={text('life.periods.wrong')} /> : null}
      </div>
      {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
    </form>
  );
}
