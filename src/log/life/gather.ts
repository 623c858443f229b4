/** Gathers everything that is written down about one person, for them: journalled first, and only from the whole book. */

import type { ConsentFile } from '../../domain/consent/consent-file.ts';
import { kindOf } from '../../domain/registry.ts';
import { consentArchive, consentFile } from '../../domain/system/consent-file.ts';
import type { Life } from './life.ts';
import type { LifeDesk } from './life-desk.ts';

export function gathering(desk: LifeDesk): Pick<Life, 'gather'> {
  const { books, files, identities, journal, replica, clock } = desk;
  return {
    async gather(about) {
      if (!desk.may('keep')) throw new TypeError('not gathered in this role');
      await journal.write({ act: 'subject-access', kind: consentFile.key, about });
      await desk.whole();
      const entries = [...replica.byEntry().values(), ...replica.removed()].filter(
        ({ kind, record }) => kindOf(kind).system !== true && JSON.stringify(record).includes(`"${about}"`),
      );
      const { file } = await files.read(about);
      const archived = (await books.book.loadAll(consentArchive)).entries
        .filter(({ record }) => record.about === about)
        .map(({ record }) => record as unknown as Partial<ConsentFile>);
      const looked = await journal.about('identity-read', about);
      const identity = desk.may('show-names') ? await identities.show(about) : undefined;
      return {
        about,
        at: clock.now(),
        entries: entries.sort((a, b) => (dayIn(a) < dayIn(b) ? -1 : 1)),
        decisions: [...archived.flatMap(({ decisions }) => decisions ?? []), ...file.decisions],
        tickets: [...archived.flatMap(({ tickets }) => tickets ?? []), ...file.tickets],
        looked,
        ...(identity ? { identity } : {}),
      };
    },
  };
}

function dayIn({ kind, record, createdAt }: { kind: string; record: object; createdAt: string }): string {
  return kindOf(kind).day(record as never) ?? createdAt.slice(0, 10);
}
