/** The further sections of Settings, one line each: whoever adds one adds its line, its component and its title. */

import type { ComponentType } from 'react';
import { may, mayChangePeople, readsCases } from '../../../domain/roles.ts';
import type { Me } from '../../../log/log.ts';
import {
  AccessDenied,
  BlankSheets,
  CircleHealth,
  CircleMissionsPage,
  CodeLists,
  DirectoryPage,
  ExportPage,
  HandOverPage,
  ImportPage,
  KeysPage,
  LeafletPage,
  LockSettings,
  MeasureCatalogue,
  PurgePage,
  RemovedPage,
  RequestsPage,
  RetentionPage,
  UsualDaysPage,
  VerifyPage,
} from './section-pages.ts';

export interface SettingsSection {
  /** Part of the address (`settings/<key>`) and of the title's key (`settings.sections.<key>`). */
  readonly key: string;
  readonly Section: ComponentType;
  /** What it prints has a title of its own. */
  readonly titlesItself?: true;
  isFor(me: Me): boolean;
}

export const settingsSections: readonly SettingsSection[] = [
  { key: 'keys', Section: KeysPage, isFor: (me) => may(me, 'act') },
  { key: 'verify', Section: VerifyPage, isFor: (me) => may(me, 'act') },
  { key: 'missions', Section: CircleMissionsPage, isFor: readsCases },
  { key: 'lock', Section: LockSettings, isFor: () => true },
  { key: 'import', Section: ImportPage, isFor: (me) => may(me, 'record') },
  { key: 'measures', Section: MeasureCatalogue, isFor: () => true },
  {
    key: 'code-lists',
    Section: CodeLists,
    // Whoever may neither record nor set up is not let to the lists by the site.
    isFor: (me) => may(me, 'observe') || mayChangePeople(me),
  },
  { key: 'sheets', Section: BlankSheets, isFor: () => true },
  { key: 'leaflet', Section: LeafletPage, titlesItself: true, isFor: readsCases },
  { key: 'access-denied', Section: AccessDenied, isFor: readsCases },
  { key: 'circle-site', Section: CircleHealth, isFor: () => true },
  { key: 'directory', Section: DirectoryPage, isFor: () => true },
  { key: 'hand-over', Section: HandOverPage, isFor: (me) => may(me, 'record') },
  { key: 'removed', Section: RemovedPage, isFor: (me) => may(me, 'record') },
  { key: 'retention', Section: RetentionPage, isFor: (me) => may(me, 'keep') },
  { key: 'days', Section: UsualDaysPage, isFor: (me) => may(me, 'keep') },
  { key: 'subject-requests', Section: RequestsPage, isFor: (me) => may(me, 'keep') },
  { key: 'purge', Section: PurgePage, isFor: (me) => may(me, 'keep') || may(me, 'set-up') },
  { key: 'export', Section: ExportPage, isFor: (me) => may(me, 'export') },
];
