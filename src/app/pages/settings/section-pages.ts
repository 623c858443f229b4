/** The pages behind the settings; each arrives when it is opened. */

import { later } from '../../later.ts';

export const AccessDenied = later(
  () => import('../../settings/AccessDenied.tsx').then((file) => file.AccessDenied),
  'pages',
);

export const BlankSheets = later(
  () => import('../../settings/BlankSheets.tsx').then((file) => file.BlankSheets),
  'pages',
);

export const CircleHealth = later(
  () => import('../../circle/site/CircleHealth.tsx').then((file) => file.CircleHealth),
  'pages',
  'circle-site',
);

export const CircleMissionsPage = later(
  () => import('../../circle/keys/MissionsPage.tsx').then((file) => file.MissionsPage),
  'pages',
  'keys',
  'circle',
  'circle-site',
);

export const CodeLists = later(
  () => import('../../settings/CodeLists.tsx').then((file) => file.CodeLists),
  'pages',
);

export const DirectoryPage = later(
  () => import('../../life/Directory.tsx').then((file) => file.Directory),
  'pages',
  'life',
  'forms',
  'consent',
);

export const ExportPage = later(
  () => import('../../files/ExportPage.tsx').then((file) => file.ExportPage),
  'pages',
  'files',
);

export const HandOverPage = later(
  () => import('../../life/HandOverSheet.tsx').then((file) => file.HandOverSheet),
  'pages',
  'life',
  'forms',
  'consent',
);

export const ImportPage = later(
  () => import('../../files/import/ImportPage.tsx').then((file) => file.ImportPage),
  'pages',
  'files',
  'forms',
);

export const KeysPage = later(
  () => import('../../circle/keys/KeysPage.tsx').then((file) => file.KeysPage),
  'pages',
  'keys',
  'circle',
  'circle-site',
);

export const LeafletPage = later(
  () => import('../../settings/LeafletPage.tsx').then((file) => file.LeafletPage),
  'pages',
  'files',
);

export const LockSettings = later(
  () => import('../../lock/LockSettings.tsx').then((file) => file.LockSettings),
  'pages',
);

export const MeasureCatalogue = later(
  () => import('../../settings/MeasureCatalogue.tsx').then((file) => file.MeasureCatalogue),
  'pages',
  'consent',
);

export const PurgePage = later(
  () => import('../../life/Purge.tsx').then((file) => file.Purge),
  'pages',
  'life',
  'forms',
  'consent',
);

export const RemovedPage = later(
  () => import('../../life/Removed.tsx').then((file) => file.Removed),
  'pages',
  'life',
  'forms',
  'consent',
);

export const RequestsPage = later(
  () => import('../../life/SubjectRequests.tsx').then((file) => file.SubjectRequests),
  'pages',
  'life',
  'forms',
  'consent',
);

export const RetentionPage = later(
  () => import('../../life/Retention.tsx').then((file) => file.Retention),
  'pages',
  'life',
  'forms',
  'consent',
);

export const UsualDaysPage = later(
  () => import('../../life/UsualDays.tsx').then((file) => file.UsualDays),
  'pages',
  'life',
);

export const VerifyPage = later(
  () => import('../../circle/keys/VerifyPage.tsx').then((file) => file.VerifyPage),
  'pages',
  'keys',
  'circle',
  'circle-site',
);
