/** A name of somebody we know, typed where none belongs: pointed out before it is saved, taken out or let stand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castCodes } from '../../../src/demo/seed/cast.ts';
import { coverName } from '../../../src/domain/cover-names.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { findings, sideways } from '../../support/pages/findings.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const known = coverName(castCodes.oskelDefender);

let circle: Circle;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  ines = await openTab(circle.rig, 'ines');
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

describe('a name in a text', () => {
  it('J7: is pointed out as it was typed; taken out, nothing more is asked', async () => {
    const form = await ines.logContact();
    await form.pick('About', known);
    await form.write('In one line', 'Тамара Водянская came with a letter');
    await form.submit.click();
    const question = ines.inside.getByRole('alertdialog', { name: 'A name stands in the text' });
    await question.getByText('In one line: Тамара Водянская').waitFor();
    expect(await findings(ines)).toEqual([]);
    expect(await sideways(ines)).toBeLessThanOrEqual(0);
    await question.getByRole('button', { name: 'Change the text' }).click();
    await question.waitFor({ state: 'detached' });
    await form.write('In one line', 'Came with a letter from the court');
    await form.save();
    await (await ines.entries()).find('Came with a letter from the court');
  });

  it('J7: is let stand by a deliberate word', async () => {
    const form = await ines.logContact();
    await form.pick('About', known);
    await form.write('In one line', 'Asked for a judge called Tamara');
    await form.submit.click();
    const question = ines.inside.getByRole('alertdialog', { name: 'A name stands in the text' });
    await question.getByRole('button', { name: 'It may stand there' }).click();
    await form.submit.waitFor({ state: 'detached' });
    await (await ines.entries()).find('Asked for a judge called Tamara');
  });

  it('J7: in a text that names nobody is more than an oversight', async () => {
    const form = await ines.log('Plan or log another measure');
    await form.radio('What it is about', 'A law, nobody named');
    await form.write('In one line', 'A word on the law under which Водянская stands trial');
    await form.choose('Measure', 'Statement');
    await form.submit.click();
    const question = ines.inside.getByRole('alertdialog', { name: 'A name stands in the text' });
    await question.getByRole('button', { name: 'It is somebody else' }).waitFor();
    await question.getByText('nobody was asked for consent', { exact: false }).waitFor();
    await question.getByRole('button', { name: 'Change the text' }).click();
    await form.cancel();
  });
});
