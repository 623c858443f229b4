/** The further sections of Settings, one line each: whoever adds one adds its line, its component and its title. */

import type { ComponentType } from 'react';
import { may } from '../../domain/roles.ts';
import type { Me } from '../../log/log.ts';
import { CodeLists, ImportPage, MeasureCatalogue } from '../lazy-pages.ts';

export interface SettingsSection {
  /** Part of the address (`settings/<key>`) and of the title's key (`settings.sections.<key>`). */
  readonly key: string;
  readonly Section: ComponentType;
  isFor(me: Me): boolean;
}

export const settingsSections: readonly SettingsSection[] = [
  { key: 'import', Section: ImportPage, isFor: (me) => may(me, 'record') },
  { key: 'measures', Section: MeasureCatalogue, isFor: () => true },
  { key: 'code-lists', Section: CodeLists, isFor: () => true },
];
