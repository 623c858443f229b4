/** Withdrawal: the same compare-and-swap as a ticket, so it either comes first or sees what is under way. */

import type { ConsentFile, Decision, Ticket } from '../../domain/consent/consent-file.ts';
import { emptyFile } from '../../domain/consent/file-operations.ts';
import { effectsOf, type Planned } from '../../domain/consent/withdrawal.ts';
import type { Code } from '../../domain/ids.ts';
import { kindByKey } from '../../domain/registry.ts';
import { consentArchive } from '../../domain/system/consent-file.ts';
import type { WithdrawOutcome } from '../log.ts';
import { assertSound, type Desk, journalDecision, triesOf, withDecision } from './save.ts';

/**
 * Tried again after its answer was lost, it adds nothing and tells the same.
 * @throws TypeError unless the decision withdraws or refuses something; StoreError when the world failed.
 */
export async function withdraw(desk: Desk, about: Code, decision: Decision): Promise<WithdrawOutcome> {
  if (decision.outcome !== 'withdrawn' && decision.outcome !== 'refused')
    throw new TypeError('this is not a withdrawal');
  assertSound(about, decision);
  let before = emptyFile(about);
  const after = await desk.files.change(about, (file) => {
    before = untried(file, decision);
    return withDecision(desk, file, decision);
  });
  await journalDecision(desk, about, decision, after.entry);

  // The withdrawal is in the book; what follows from it is told as completely as the world allows.
  await desk.complete().catch(() => undefined);
  const earlier = await archivedTickets(desk, about).catch(() => []);
  const planned = plansFor(desk, about);
  const evidence = desk.people.evidence([about, ...planned.flatMap(({ need }) => need.persons)]);
  const effects = effectsOf(about, before, after.file, planned, evidence, desk.clock.now(), earlier);
  return {
    halted: effects.halted.flatMap((entry) => desk.replica.find(entry) ?? []),
    received: effects.received,
    inFlight: effects.inFlight.map((ticket) => ticket.entry),
  };
}

/** The file as it was before the first try; whoever recalled a ticket, telling it once more harms nobody. */
function untried(file: ConsentFile, decision: Decision): ConsentFile {
  const tries = triesOf(file, decision);
  if (tries.length === 0) return file;
  return {
    ...file,
    decisions: file.decisions.filter((each) => !tries.includes(each)),
    tickets: file.tickets.map((ticket) =>
      ticket.state === 'recalled' ? { ...ticket, state: 'placed' } : ticket,
    ),
  };
}

/** Tickets that no longer fitted into the file: they tell of acts all the same. */
async function archivedTickets(desk: Desk, about: Code): Promise<readonly Ticket[]> {
  const { entries } = await desk.books.book.loadAll(consentArchive);
  return entries
    .filter(({ record }) => record.about === about)
    .flatMap(({ record }) => (record.tickets as readonly Ticket[] | undefined) ?? []);
}

/** Steps that lie ahead and concern this person. */
function plansFor(desk: Desk, about: Code): readonly Planned[] {
  return [...desk.replica.byEntry().values()].flatMap((entry) => {
    const need = kindByKey(entry.kind)?.need(entry.record);
    if (need?.kind !== 'consent' || need.tense !== 'ahead') return [];
    return desk.people.personsOf(need.persons).includes(about) ? [{ entry: entry.entry, need }] : [];
  });
}
