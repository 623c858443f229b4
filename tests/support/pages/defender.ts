/** The list of defenders, and one defender's page: names, consent, timeline, what is owed. */
import type { Locator } from 'playwright-core';
import { type ConsentDialog, consentDialog, type WithdrawalDialog, withdrawalDialog } from './consent.ts';
import { type FormPage, formPage } from './form.ts';
import type { Inside } from './inside.ts';

export interface DefendersPage {
  open(coverName: string): Promise<DefenderPage>;
  makeNew(): Promise<{ cover: string; page: DefenderPage }>;
}

export interface DefenderPage {
  readonly heading: Locator;
  readonly timeline: Locator;
  readonly duties: Locator;
  /** The decision that a cell led to. */
  readonly openedDecision: Locator;
  logContact(): Promise<FormPage>;
  /** A cell of consent at a glance that says so, e.g. `Not asked`. */
  consent(action: string, audience: string, says?: string | RegExp): Locator;
  openCell(action: string, audience: string): Promise<void>;
  recordConsent(coverName: string): Promise<ConsentDialog>;
  recordWithdrawal(coverName: string): Promise<WithdrawalDialog>;
  /** Every decision, newest first. */
  allDecisions(): Promise<readonly string[]>;
  readonly showNames: Locator;
  readonly hideNames: Locator;
  readonly names: Locator;
}

export function defendersPage(inside: Inside): DefendersPage {
  const main = inside.getByRole('main');
  return {
    async open(coverName) {
      await main.getByRole('link', { name: coverName, exact: true }).click();
      return defenderPage(inside, coverName);
    },
    async makeNew() {
      await main.getByRole('button', { name: 'New defender, code only' }).click();
      const heading = main.getByRole('heading', { level: 1 });
      await main.getByRole('region', { name: 'Timeline' }).waitFor();
      const cover = (await heading.textContent()) ?? '';
      return { cover, page: await defenderPage(inside, cover) };
    },
  };
}

export async function defenderPage(inside: Inside, coverName: string): Promise<DefenderPage> {
  const main = inside.getByRole('main');
  const heading = main.getByRole('heading', { name: coverName, level: 1 });
  await heading.waitFor();
  function cell(action: string, audience: string, says: string | RegExp = ''): Locator {
    const said = typeof says === 'string' ? says : says.source;
    return main.getByRole('button', { name: new RegExp(`^${action}, ${audience}: ${said}`) });
  }
  return {
    heading,
    timeline: main.getByRole('region', { name: 'Timeline' }),
    duties: main.getByRole('region', { name: 'What we owe them' }),
    async logContact() {
      await main.getByRole('button', { name: 'Log a contact' }).click();
      return formPage(inside, 'Log a contact');
    },
    openedDecision: main.getByRole('listitem').and(main.locator('[aria-current="true"]')),
    consent: cell,
    openCell: (action, audience) => cell(action, audience).click(),
    async recordConsent(cover) {
      await main.getByRole('button', { name: 'Record consent' }).click();
      return consentDialog(inside, cover);
    },
    async recordWithdrawal(cover) {
      await main.getByRole('button', { name: 'Record a withdrawal' }).click();
      return withdrawalDialog(inside, cover);
    },
    async allDecisions() {
      const button = main.getByRole('button', { name: /^All decisions/ });
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
      const history = main.getByRole('list').filter({ hasText: 'noted by' }).first();
      await history.waitFor();
      return history.locator('> *').allInnerTexts();
    },
    showNames: main.getByRole('button', { name: 'Show names' }),
    hideNames: main.getByRole('button', { name: 'Hide names' }),
    names: main.getByRole('region', { name: 'Names' }),
  };
}
