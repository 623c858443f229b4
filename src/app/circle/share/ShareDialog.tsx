/** Shares one entry: with whom by name, which parts, how much identity, until when; what they will read, and what everybody sees. */

import { Button, Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { offeredParts } from '../../../domain/circle/crossing.ts';
import {
  type DataCategory,
  dataCategories,
  type IdentityLevel,
  identityLevels,
} from '../../../domain/consent/need.ts';
import { addDays, type Day, isDay, type MissionCode } from '../../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import type {
  CircleOutcome,
  ShareBlock,
  ShareLook,
  SharePlan,
} from '../../../log/circle/contract/sharing.ts';
import { ConsentLine } from '../../consent/ConsentLine.tsx';
import { RefusalPanel } from '../../consent/RefusalPanel.tsx';
import { DayInput } from '../../fields/DayControl.tsx';
import { useLog, useView } from '../../log-context.tsx';
import { freeTexts } from '../../names/free-texts.ts';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useMissionWords } from '../mission-words.ts';
import { MissionPicker } from '../missions/MissionPicker.tsx';
import { Blocks, OutcomeNotice } from '../OutcomeNotice.tsx';
import { TickGroup } from '../TickGroup.tsx';
import { useOutcome } from '../use-outcome.tsx';
import { SharePreviewColumns } from './SharePreviewColumns.tsx';
import { useShareLook } from './use-share-look.ts';

const daysOffered = [30, 90] as const;
/** Said where it is chosen, and only once somebody wanted to send it without. */
const settledHere: readonly ShareBlock[] = ['refused', 'no-recipients', 'no-end', 'nothing-to-share'];

export function ShareDialog(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly entry: Entry;
  /** Named in a sentence with a button; never ticked for anybody. */
  readonly proposed?: readonly MissionCode[];
  readonly onShared?: (plan: SharePlan) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, view, entry, onClose } = props;
  const log = useLog();
  useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const kind = kindByKey(entry.kind);
  const offered = kind ? offeredParts(kind, entry.record) : [];
  const [share] = useState(() => log.newEntryId());
  const [to, setTo] = useState<readonly MissionCode[]>([]);
  const [parts, setParts] = useState<readonly string[]>([]);
  const [identity, setIdentity] = useState<IdentityLevel>('none');
  const [categories, setCategories] = useState<readonly DataCategory[]>([]);
  const [until, setUntil] = useState('');
  const [answering, setAnswering] = useState(false);
  const today = log.today();
  const plan: SharePlan = {
    share,
    source: entry.entry,
    to,
    parts: offered.filter((part) => parts.includes(part)),
    identity,
    categories,
    until: (isDay(until) ? until : '') as Day,
  };
  const preview = circle.sharing.preview(plan);
  const sending = useOutcome(circle, () => {
    props.onShared?.(plan);
    onClose();
  });
  const wrongUntil = !isDay(until) || until <= today;
  const noParts = plan.parts.length === 0;
  const wrong = to.length === 0 || noParts || wrongUntil;
  const proposed = (props.proposed ?? []).filter(
    (mission) =>
      !to.includes(mission) && view.missions.some(({ code, connected }) => code === mission && connected),
  );
  // A locked key is no obstacle: its words are asked for once everything else is right.
  const inTheWay = preview.blocked.filter((why) => why !== 'locked');
  const settledElsewhere = inTheWay.filter((why) => !settledHere.includes(why));
  const { verdict } = preview;
  const looking = useShareLook(
    circle,
    plan,
    entry.version,
    !wrong && verdict.allowed && !preview.blocked.includes('own-mission-only'),
  );
  const { looked } = looking;
  const blocked = wrong || inTheWay.length > 0 || looked === undefined;
  const inside = looked?.body.fields as AnyRecord | undefined;
  const hidesDate =
    inside !== undefined &&
    kind?.attendance?.(entry.record, today) !== undefined &&
    kind.attendance(inside, today) === undefined;
  async function send(seen: ShareLook): Promise<CircleOutcome> {
    const outcome = await circle.sharing.share(plan, seen);
    if (outcome.outcome === 'blocked' && outcome.why.includes('changed')) looking.again();
    return outcome;
  }
  const wordsGoing = (kind && inside ? freeTexts(kind, inside) : []).map(({ field, text: written }) => ({
    where: text(`fields.${entry.kind}.${field}.label`),
    text: written,
  }));
  const toggle = <T extends string>(all: readonly T[], one: T, isTicked: boolean): readonly T[] =>
    isTicked ? [...all, one] : all.filter((each) => each !== one);

  return (
    <FormDialog
      alert
      title={text('circle.share.title')}
      save={to.length > 0 ? text('circle.share.send', { count: to.length }) : text('circle.share.title')}
      blocked={blocked}
      unsavable={offered.length === 0}
      onSave={async () => {
        if (looked) await sending.run(() => send(looked), { texts: wordsGoing });
      }}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>
            {`${text(`kinds.${entry.kind}.one`)} · ${kind?.summary(entry.record, words) ?? ''}`}
          </p>
          {offered.length === 0 ? <p className={look.text}>{text('circle.share.nothing')}</p> : null}
          <MissionPicker
            view={view}
            label={text('circle.share.whom')}
            chosen={to}
            onChange={setTo}
            missing={tried && to.length === 0}
          />
          {proposed.length > 0 ? (
            <div className={look.row}>
              <span className={look.text}>
                {text('circle.share.proposed', { missions: missions.names(proposed) })}
              </span>
              <Button size="small" onClick={() => setTo([...to, ...proposed])}>
                {text('circle.share.nameThem')}
              </Button>
            </div>
          ) : null}
          <TickGroup
            columns
            required
            label={text('circle.share.parts')}
            hint={text('circle.share.partsHint')}
            problem={tried && noParts ? text('circle.share.partsMissing') : undefined}
          >
            {offered.map((part) => (
              <Checkbox
                key={part}
                label={text(`fields.${entry.kind}.${part}.label`)}
                checked={parts.includes(part)}
                onChange={(_, data) => setParts(toggle(parts, part, data.checked === true))}
              />
            ))}
          </TickGroup>
          <Field label={text('circle.share.identity')}>
            <RadioGroup
              value={identity}
              onChange={(_, data) => setIdentity(identityLevels.find((one) => one === data.value) ?? 'none')}
            >
              {identityLevels.map((level) => (
                <Radio key={level} value={level} label={text(`consent.identity.${level}`)} />
              ))}
            </RadioGroup>
          </Field>
          <TickGroup
            columns
            label={text('circle.share.categories')}
            hint={text('circle.share.categoriesHint')}
          >
            {dataCategories.map((category) => (
              <Checkbox
                key={category}
                label={
                  preview.told.includes(category)
                    ? text('circle.share.categoryTold', { category: text(`consent.categories.${category}`) })
                    : text(`consent.categories.${category}`)
                }
                disabled={preview.told.includes(category)}
                checked={preview.told.includes(category) || categories.includes(category)}
                onChange={(_, data) => setCategories(toggle(categories, category, data.checked === true))}
              />
            ))}
          </TickGroup>
          <Field
            label={text('circle.share.until')}
            required
            {...(tried && wrongUntil ? { validationMessage: text('circle.share.untilMissing') } : {})}
          >
            <DayInput value={until} onChange={(raw) => setUntil(raw ?? '')} />
          </Field>
          <div className={look.row}>
            {daysOffered.map((days) => (
              <Button key={days} size="small" onClick={() => setUntil(addDays(today, days))}>
                {text('circle.share.days', { count: days })}
              </Button>
            ))}
          </div>
          {hidesDate ? <Notice tone="info" what={text('circle.share.noDate')} /> : null}
          <SharePreviewColumns
            preview={preview}
            looking={looking}
            plan={plan}
            view={view}
            refused={!wrong && !verdict.allowed}
            tried={tried && !wrong && inTheWay.length === 0}
          />
          {/* Takes the focus once the last consent is recorded: the button that led there goes with the refusal. */}
          <div className={shared.part} style={{ outlineStyle: 'none' }} aria-live="polite" tabIndex={-1}>
            {to.length > 0 && verdict.need.kind === 'consent' && verdict.allowed ? (
              <ConsentLine need={verdict.need} />
            ) : null}
            {to.length > 0 && verdict.need.kind === 'consent' && (answering || !verdict.allowed) ? (
              <RefusalPanel
                verdict={verdict}
                source={entry.entry}
                onAnswered={() => undefined}
                onRecording={setAnswering}
              />
            ) : null}
            <Blocks why={settledElsewhere} />
          </div>
          <OutcomeNotice sending={sending} source={entry.entry} />
        </>
      )}
    </FormDialog>
  );
}
