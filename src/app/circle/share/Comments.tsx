/** What missions said about an entry of the circle, oldest first, and a few words of our own. */

import { Button, Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { saidTo } from '../../../domain/circle/told.ts';
import { comma } from '../../../domain/fields/signs.ts';
import type { EntryId } from '../../../domain/ids.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { KeysFirst } from '../KeysFirst.tsx';
import { useMissionWords } from '../mission-words.ts';
import { OutcomeNotice } from '../OutcomeNotice.tsx';
import { useOutcome } from '../use-outcome.tsx';

export function Comments(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly to: EntryId;
}): ReactNode {
  const { circle, view, to } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const shared = useCircleLook();
  const missions = useMissionWords(view);
  const [said, setSaid] = useState('');
  const id = useRef(log.newEntryId());
  const sending = useOutcome(circle, () => {
    setSaid('');
    id.current = log.newEntryId();
  });
  const comments = saidTo(view.entries, 'comment').get(to) ?? [];
  return (
    <section className={shared.part} aria-label={text('circle.comments.title')}>
      <h3 className={look.heading}>{text('circle.comments.title')}</h3>
      {comments.length === 0 ? <p className={look.quiet}>{text('circle.comments.none')}</p> : null}
      <ul className={look.list}>
        {comments.map(({ entry, from, content }) => (
          <li key={entry}>
            <span
              className={look.quiet}
            >{`${missions.name(from)}${comma(words.locale)}${words.instant(content.at)}`}</span>
            <p className={`${look.text} ${shared.words}`} dir="auto">
              {String(content.body.words)}
            </p>
          </li>
        ))}
      </ul>
      {may(log.me, 'act') ? <KeysFirst view={view} /> : null}
      {may(log.me, 'act') && view.keys === 'ready' ? (
        <div className={`${shared.part} ${shared.noPrint}`}>
          <Field label={text('circle.comments.add')} hint={text('forms.noNames')}>
            <Textarea value={said} maxLength={2000} onChange={(_, data) => setSaid(data.value)} />
          </Field>
          <div>
            <Button
              size="small"
              className={shared.touch}
              disabledFocusable={sending.busy || said.trim() === ''}
              onClick={() => {
                const spoken = said.trim();
                if (spoken !== '')
                  void sending.run(() => circle.sharing.comment({ entry: id.current, to, words: spoken }), {
                    texts: [{ text: spoken }],
                  });
              }}
            >
              {text(sending.busy ? 'shell.saving' : 'circle.comments.send')}
            </Button>
          </div>
          <OutcomeNotice sending={sending} />
        </div>
      ) : null}
    </section>
  );
}
