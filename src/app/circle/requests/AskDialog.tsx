/** Asks other missions for a visa, an observer, a visit or a room: the least that lets them answer, and nobody's name. */

import { Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isVerified } from '../../../domain/circle/meeting-agenda.ts';
import { requestAsks, requestUrgencies } from '../../../domain/circle/requests.ts';
import { type DataCategory, dataCategories } from '../../../domain/consent/need.ts';
import { addDays, type Code, isDay, type MissionCode } from '../../../domain/ids.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type { Request } from '../../../log/circle/contract/sharing.ts';
import { DayInput } from '../../fields/DayControl.tsx';
import { knownCodes } from '../../known-codes.ts';
import { useLog, useView } from '../../log-context.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useText, useWords } from '../../words.tsx';
import { KeysFirst } from '../KeysFirst.tsx';
import { MissionPicker } from '../missions/MissionPicker.tsx';
import { Blocks, OutcomeNotice } from '../OutcomeNotice.tsx';
import { TickGroup } from '../TickGroup.tsx';
import { useOutcome } from '../use-outcome.tsx';
import type { Asked } from './asked.ts';

const DAYS = 14;

/** `begin` fills the form from an entry of ours; missions are never named for anybody. */
export function AskDialog(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly begin?: Asked;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, view, begin, onClose } = props;
  const log = useLog();
  const mine = useView();
  const text = useText();
  const words = useWords();
  const today = log.today();
  const [id] = useState(() => log.newEntryId());
  const [asks, setAsks] = useState<Request['asks'] | undefined>(begin?.asks);
  const [about, setAbout] = useState<Code | undefined>(begin?.about);
  const [to, setTo] = useState<readonly MissionCode[]>([]);
  const [urgency, setUrgency] = useState<Request['urgency']>(begin?.urgency);
  const [people, setPeople] = useState(begin?.people === undefined ? '' : String(begin.people));
  const [by, setBy] = useState<string>(begin?.by ?? '');
  const [until, setUntil] = useState<string>(addDays(today, DAYS));
  const [said, setSaid] = useState('');
  const [categories, setCategories] = useState<readonly DataCategory[]>([]);
  const sending = useOutcome(circle, onClose);
  const count = Number(people);
  const wrongCount = people !== '' && !(Number.isInteger(count) && count > 0 && count < 1_000);
  const wrongUntil = !isDay(until) || until < today;
  // About nobody, or without words, no more is told than the question.
  const tellsMore = about !== undefined && said.trim() !== '';
  const unverified = view.missions.some(({ code, pin }) => to.includes(code) && !isVerified(pin));
  const blocked = asks === undefined || to.length === 0 || wrongCount || wrongUntil || unverified;

  async function send(): Promise<void> {
    if (asks === undefined || !isDay(until)) return;
    const request: Request = {
      entry: id,
      asks,
      to,
      until,
      ...(about ? { about } : {}),
      ...(urgency ? { urgency } : {}),
      ...(people === '' ? {} : { people: count }),
      ...(isDay(by) ? { by } : {}),
      ...(said.trim() === '' ? {} : { words: said.trim() }),
      ...(tellsMore ? { categories } : {}),
    };
    const texts = request.words ? [{ text: request.words }] : [];
    await sending.run(() => circle.sharing.ask(request), { texts, namesNobody: about === undefined });
  }

  return (
    <FormDialog
      title={text('circle.ask.title')}
      save={to.length > 0 ? text('circle.ask.send', { count: to.length }) : text('circle.ask.title')}
      blocked={blocked}
      unsavable={view.keys !== 'ready'}
      onSave={send}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p>{text('circle.ask.means')}</p>
          <KeysFirst view={view} />
          <Field
            label={text('circle.ask.what')}
            required
            {...(tried && asks === undefined ? { validationMessage: text('circle.ask.whatMissing') } : {})}
          >
            <RadioGroup
              value={asks ?? ''}
              onChange={(_, data) => setAsks(requestAsks.find((one) => one === data.value))}
            >
              {requestAsks.map((one) => (
                <Radio key={one} value={one} label={text(`circle.asks.${one}`)} />
              ))}
            </RadioGroup>
          </Field>
          <MissionPicker
            view={view}
            label={text('circle.ask.whom')}
            chosen={to}
            onChange={setTo}
            missing={tried && to.length === 0}
          />
          {unverified ? <Blocks why={['recipient-not-verified']} /> : null}
          <Field label={text('circle.ask.about')} hint={text('circle.ask.aboutHint')}>
            <Select
              value={about ?? ''}
              onChange={(_, data) => setAbout(data.value === '' ? undefined : (data.value as Code))}
            >
              <option value="">{text('circle.ask.nobody')}</option>
              {knownCodes(mine, words).map(({ code, cover }) => (
                <option key={code} value={code}>
                  {cover}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={text('circle.ask.urgency')}>
            <Select
              value={urgency ?? ''}
              onChange={(_, data) => setUrgency(requestUrgencies.find((one) => one === data.value))}
            >
              <option value="">{text('circle.ask.notSaid')}</option>
              {requestUrgencies.map((one) => (
                <option key={one} value={one}>
                  {text(`circle.urgencies.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={text('circle.ask.people')}
            {...(tried && wrongCount ? { validationMessage: text('circle.ask.peopleWrong') } : {})}
          >
            <Input inputMode="numeric" value={people} onChange={(_, data) => setPeople(data.value.trim())} />
          </Field>
          <Field label={text('circle.ask.by')}>
            <DayInput value={by} onChange={(raw) => setBy(raw ?? '')} />
          </Field>
          <Field
            label={text('circle.ask.until')}
            required
            {...(tried && wrongUntil ? { validationMessage: text('circle.ask.untilWrong') } : {})}
          >
            <DayInput value={until} onChange={(raw) => setUntil(raw ?? '')} />
          </Field>
          <Field label={text('circle.ask.words')} hint={text('forms.noNames')}>
            <Textarea value={said} maxLength={2000} onChange={(_, data) => setSaid(data.value)} />
          </Field>
          {tellsMore ? (
            <TickGroup columns label={text('circle.ask.categories')} hint={text('circle.ask.categoriesHint')}>
              {dataCategories.map((category) => (
                <Checkbox
                  key={category}
                  label={text(`consent.categories.${category}`)}
                  checked={categories.includes(category)}
                  onChange={(_, data) => {
                    const others = categories.filter((one) => one !== category);
                    setCategories(data.checked === true ? [...others, category] : others);
                  }}
                />
              ))}
            </TickGroup>
          ) : null}
          <OutcomeNotice sending={sending} />
        </>
      )}
    </FormDialog>
  );
}
