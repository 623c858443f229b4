/** The parts of the screen that arrive when they are needed, each together with its texts. */

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Part } from '../locales/languages.ts';
import { needPartsNow } from './words.tsx';

const fetchers: (() => Promise<unknown>)[] = [];

function later<P>(
  load: () => Promise<ComponentType<P>>,
  ...parts: readonly Part[]
): LazyExoticComponent<ComponentType<P>> {
  const fetch = (): Promise<readonly [ComponentType<P>, unknown]> =>
    Promise.all([load(), needPartsNow('records', ...parts)]);
  fetchers.push(fetch);
  return lazy(() => fetch().then(([page]) => ({ default: page })));
}

export const FormSurface = later(
  () => import('./record/FormSurface.tsx').then((file) => file.FormSurface),
  'forms',
  'consent',
);
export const RecordView = later(
  () => import('./record/RecordView.tsx').then((file) => file.RecordView),
  'forms',
  'consent',
);
export const ConsentGlance = later(
  () => import('./consent/ConsentGlance.tsx').then((file) => file.ConsentGlance),
  'forms',
  'consent',
);
/** Stands in the shell from the start. Where it cannot be fetched, dialogs could not be either. */
export const FocusKeeper = later(() =>
  import('./shell/FocusKeeper.tsx').then(
    (file) => file.FocusKeeper,
    () => () => null,
  ),
);
export const NoPage = later(() => import('./shell/NoPage.tsx').then((file) => file.NoPage), 'pages');
export const Entries = later(
  () => import('./pages/entries/Entries.tsx').then((file) => file.Entries),
  'pages',
  'files',
);
export const Defenders = later(
  () => import('./pages/defenders/Defenders.tsx').then((file) => file.Defenders),
  'pages',
);
export const DefenderPage = later(
  () => import('./pages/defenders/DefenderPage.tsx').then((file) => file.DefenderPage),
  'pages',
  'files',
  'forms',
);
export const Gathered = later(
  () => import('./pages/entries/Gathered.tsx').then((file) => file.Gathered),
  'pages',
);
export const Calendar = later(
  () => import('./pages/calendar/Calendar.tsx').then((file) => file.Calendar),
  'pages',
);
const circleParts = ['pages', 'circle', 'circle-site', 'keys', 'forms', 'consent', 'files'] as const;
export const CirclePage = later(
  () => import('./circle/CirclePage.tsx').then((file) => file.CirclePage),
  ...circleParts,
);
export const SharedWith = later(
  () => import('./circle/SharedWith.tsx').then((file) => file.SharedWith),
  ...circleParts,
);
export const CircleToday = later(
  () => import('./circle/CircleToday.tsx').then((file) => file.CircleToday),
  ...circleParts,
);
export const CircleLine = later(
  () => import('./circle/CircleLine.tsx').then((file) => file.CircleLine),
  ...circleParts,
);
export const CircleAbout = later(
  () => import('./circle/CircleAbout.tsx').then((file) => file.CircleAbout),
  ...circleParts,
);
export const CircleDirectory = later(
  () => import('./circle/CircleDirectory.tsx').then((file) => file.CircleDirectory),
  ...circleParts,
);
export const CircleReceived = later(
  () => import('./circle/CircleReceived.tsx').then((file) => file.CircleReceived),
  ...circleParts,
);
export const CalendarFile = later(
  () => import('./pages/calendar/CalendarFile.tsx').then((file) => file.CalendarFile),
  'pages',
);
export const OwnCalendarDialog = later(
  () => import('./pages/calendar/OwnCalendarDialog.tsx').then((file) => file.OwnCalendarDialog),
  'pages',
);
export const Settings = later(
  () => import('./pages/settings/Settings.tsx').then((file) => file.Settings),
  'pages',
);
export const BlankSheets = later(
  () => import('./settings/BlankSheets.tsx').then((file) => file.BlankSheets),
  'pages',
);
export const AccessDenied = later(
  () => import('./settings/AccessDenied.tsx').then((file) => file.AccessDenied),
  'pages',
);
export const LeafletPage = later(
  () => import('./settings/LeafletPage.tsx').then((file) => file.LeafletPage),
  'pages',
  'files',
);
export const CodeLists = later(
  () => import('./settings/CodeLists.tsx').then((file) => file.CodeLists),
  'pages',
);
export const MeasureCatalogue = later(
  () => import('./settings/MeasureCatalogue.tsx').then((file) => file.MeasureCatalogue),
  'pages',
  'consent',
);
export const Search = later(
  () => import('./search/Search.tsx').then((file) => file.Search),
  'pages',
  'consent',
  'forms',
);
export const VisaDesk = later(() => import('./visas/VisaDesk.tsx').then((file) => file.VisaDesk), 'pages');
export const ConsularToday = later(
  () => import('./visas/ConsularToday.tsx').then((file) => file.ConsularToday),
  'pages',
  'forms',
);
export const MayNotGoOn = later(
  () => import('./pages/calendar/MayNotGoOn.tsx').then((file) => file.MayNotGoOn),
  'pages',
  'consent',
);
export const CloseDuty = later(
  () => import('./pages/today/CloseDuty.tsx').then((file) => file.CloseDuty),
  'pages',
  'forms',
);
export const DutyMenu = later(
  () => import('./pages/today/DutyMenu.tsx').then((file) => file.DutyMenu),
  'pages',
);
export const SetAside = later(
  () => import('./pages/today/SetAside.tsx').then((file) => file.SetAside),
  'pages',
  'forms',
);
export const HandOver = later(
  () => import('./pages/today/HandOver.tsx').then((file) => file.HandOver),
  'pages',
  'forms',
);
export const AnswerRefused = later(
  () => import('./pages/entries/AnswerRefused.tsx').then((file) => file.AnswerRefused),
  'pages',
  'forms',
  'consent',
);
export const Load = later(() => import('./pages/settings/Load.tsx').then((file) => file.Load), 'pages');
export const LockSettings = later(
  () => import('./lock/LockSettings.tsx').then((file) => file.LockSettings),
  'pages',
);
export const LogMenu = later(() => import('./shell/LogMenu.tsx').then((file) => file.LogMenu));
export const PersonForm = later(
  () => import('./pages/settings/PersonForm.tsx').then((file) => file.PersonForm),
  'forms',
);
export const ExportPage = later(
  () => import('./files/ExportPage.tsx').then((file) => file.ExportPage),
  'pages',
  'files',
);
export const ExportDialog = later(
  () => import('./files/ExportDialog.tsx').then((file) => file.ExportDialog),
  'pages',
  'files',
);
export const BriefDialog = later(
  () => import('./files/BriefDialog.tsx').then((file) => file.BriefDialog),
  'pages',
  'files',
  'forms',
  'consent',
);
export const ImportPage = later(
  () => import('./files/ImportPage.tsx').then((file) => file.ImportPage),
  'pages',
  'files',
  'forms',
);
export const SetUp = later(() => import('./start/SetUp.tsx').then((file) => file.SetUp), 'pages');
export const DescribeMission = later(
  () => import('./start/DescribeMission.tsx').then((file) => file.DescribeMission),
  'pages',
  'forms',
);

export const KeysPage = later(
  () => import('./circle/keys/KeysPage.tsx').then((file) => file.KeysPage),
  'pages',
  'keys',
  'circle',
  'circle-site',
);
export const VerifyPage = later(
  () => import('./circle/keys/VerifyPage.tsx').then((file) => file.VerifyPage),
  'pages',
  'keys',
  'circle',
  'circle-site',
);
export const CircleMissionsPage = later(
  () => import('./circle/keys/MissionsPage.tsx').then((file) => file.MissionsPage),
  'pages',
  'keys',
  'circle',
  'circle-site',
);
export const RetentionPage = later(
  () => import('./life/Retention.tsx').then((file) => file.Retention),
  'pages',
  'life',
  'forms',
  'consent',
);
export const UsualDaysPage = later(
  () => import('./life/UsualDays.tsx').then((file) => file.UsualDays),
  'pages',
  'life',
);
export const PurgePage = later(
  () => import('./life/Purge.tsx').then((file) => file.Purge),
  'pages',
  'life',
  'forms',
  'consent',
);
export const RemovedPage = later(
  () => import('./life/Removed.tsx').then((file) => file.Removed),
  'pages',
  'life',
  'forms',
  'consent',
);
export const RequestsPage = later(
  () => import('./life/SubjectRequests.tsx').then((file) => file.SubjectRequests),
  'pages',
  'life',
  'forms',
  'consent',
);
export const HandOverPage = later(
  () => import('./life/HandOverSheet.tsx').then((file) => file.HandOverSheet),
  'pages',
  'life',
  'forms',
  'consent',
);
export const DirectoryPage = later(
  () => import('./life/Directory.tsx').then((file) => file.Directory),
  'pages',
  'life',
  'forms',
  'consent',
);
export const RemoveEntry = later(
  () => import('./life/RemoveEntry.tsx').then((file) => file.RemoveEntry),
  'pages',
  'life',
);
export const OwnData = later(
  () => import('./life/OwnData.tsx').then((file) => file.OwnData),
  'pages',
  'life',
);
export const HeldNotice = later(
  () => import('./life/HeldNotice.tsx').then((file) => file.HeldNotice),
  'pages',
  'life',
);

export const CircleHealth = later(
  () => import('./circle/CircleHealth.tsx').then((file) => file.CircleHealth),
  'pages',
  'circle-site',
);
export const Matching = later(
  () => import('./circle/Matching.tsx').then((file) => file.Matching),
  'matching',
  'pages',
  'forms',
  'consent',
);

/** Fetches `first` and all of them while nobody waits, so that a lost connection later closes no door. Failures are tried again on use. */
export function fetchAhead(first: () => Promise<unknown>): void {
  fetchers.unshift(first);
  const idle =
    'requestIdleCallback' in window
      ? window.requestIdleCallback
      : (run: () => void) => setTimeout(run, 2_000);
  const next = (): void => {
    const fetch = fetchers.shift();
    if (fetch)
      void fetch()
        .catch(() => undefined)
        .then(() => idle(next));
  };
  idle(next);
}
