/** The head of mission decides: who else says so is turned away, and the gate is asked all the same. */

import { beforeEach, describe, expect, it } from 'vitest';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import type { Code } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import { addDefender, agreed, greta, ines, openLogWorld } from '../../support/log-world.ts';

let officer: Log;
let head: Log;
let about: Code;
let put: Entry;

async function savedEntry(log: Log, draft: Draft): Promise<Entry> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.entry;
}

function changed({ kind, entry, id, version, record }: Entry, values: AnyRecord): Draft {
  return { kind, entry, values: { ...record, ...values }, base: { id, version, record } };
}

const yes = (log: Log) => ({ step: 'agreed', decision: 'agreed', decidedBy: greta, decidedOn: log.today() });

beforeEach(async () => {
  const world = await openLogWorld();
  officer = await world.open(ines);
  about = await addDefender(officer);
  await officer.recordConsent(
    agreed(about, {
      informed: informedElements,
      grants: [{ action: 'demarche', audiences: ['host-authority'], identity: 'full-name', categories: [] }],
    }),
  );
  put = await savedEntry(officer, {
    kind: 'demarche',
    entry: officer.newEntryId(),
    values: {
      about,
      subject: 'defender',
      gist: 'Ask to drop the charge',
      form: 'note-verbale',
      day: '2026-11-21',
      step: 'for-decision',
      reprisalDefender: 'possible',
    },
  });
  head = await world.open(greta);
});

describe('G7 a démarche put before the head of mission', () => {
  it('is agreed by them, in their own name, under consent', async () => {
    const after = kindOf('demarche').decision?.take(put.record, 'agreed', { by: greta, on: head.today() });
    const entry = await savedEntry(head, changed(put, after ?? {}));
    expect(entry.record).toMatchObject({ step: 'agreed', decision: 'agreed', decidedBy: greta });
    expect(entry.by).toMatchObject({ objectId: greta.objectId });
    expect(entry.under).not.toContain('none');
  });

  it('is not agreed by the officer, in whoever’s name', async () => {
    for (const decidedBy of [greta, ines])
      expect(await officer.save(changed(put, { ...yes(officer), decidedBy }))).toEqual({
        outcome: 'read-only',
        why: 'role',
      });
  });

  it('is not agreed in the name of somebody else', async () => {
    expect(await head.save(changed(put, { ...yes(head), decidedBy: ines }))).toMatchObject({ why: 'role' });
  });

  it('cannot be entered as agreed from the start, nor as delivered with a decision nobody took', async () => {
    const values = { ...put.record, ...yes(officer) };
    const anew = { kind: 'demarche', entry: officer.newEntryId() };
    expect(await officer.save({ ...anew, values })).toMatchObject({ why: 'role' });
    expect(
      await officer.save({ ...anew, values: { ...values, step: 'sent', day: '2026-11-20' } }),
    ).toMatchObject({
      why: 'role',
    });
  });

  it('is delivered by the officer once it was agreed', async () => {
    const entry = await savedEntry(head, changed(put, yes(head)));
    await officer.refresh();
    const out = await savedEntry(officer, changed(entry, { step: 'sent', day: '2026-11-20' }));
    expect(out.record).toMatchObject({ step: 'sent', decidedBy: greta });
    expect(kindOf('demarche').need(out.record)).toMatchObject({ tense: 'past' });
  });

  it('is refused to them, too, once consent was taken back', async () => {
    await officer.withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [], informed: [] }));
    expect(await head.save(changed(put, yes(head)))).toMatchObject({ outcome: 'refused' });
    const halted = await head.save(changed(put, { step: 'halted', whyNot: 'Consent was taken back' }));
    expect(halted).toMatchObject({ outcome: 'saved', entry: { under: ['none'] } });
  });

  it('what was delivered keeps its consent while reply and effect are written down, also after a withdrawal', async () => {
    const entry = await savedEntry(head, changed(put, yes(head)));
    await officer.refresh();
    const out = await savedEntry(officer, changed(entry, { step: 'sent', day: '2026-11-20' }));
    await officer.withdrawConsent(agreed(about, { outcome: 'withdrawn', grants: [], informed: [] }));
    const replied = await savedEntry(
      officer,
      changed(out, { after: 'replied', reply: 'denies', replyOn: '2026-11-20' }),
    );
    expect(replied.under).toEqual(out.under);
    expect(replied.under).not.toContain('none-on-record');
  });
});
