/** Every wrong manifest that we know of is refused under the name of the rule it breaks. */
import { describe, expect, test } from 'vitest';
import { drawIcon } from '../../../manifest/icons.ts';
import type { Files } from '../../../manifest/pack.ts';
import { breaches, RULE_NAMES } from '../../../manifest/rules.ts';
import { DEPLOYMENT, goodFiles, patched, replaced, without, withText } from './good-package.ts';

const GOOD = goodFiles();
const HOST = 'focalpoint.mfa.aldermark.example';

function manifest(from: string | RegExp, to: string): Files {
  return replaced(GOOD, 'manifest.json', from, to);
}

function set(entries: Readonly<Record<string, unknown>>): Files {
  return patched(GOOD, 'manifest.json', entries);
}

function square(fill: string, size: number): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="8" y="8" width="16" height="16" fill="${fill}"/></svg>`;
  return drawIcon(svg, size);
}

const WRONG: readonly (readonly [wrong: string, rule: string, files: Files])[] = [
  ['no manifest at all', 'manifest-json', without(GOOD, 'manifest.json')],
  ['a manifest cut off in the middle', 'manifest-json', withText(GOOD, 'manifest.json', '{"id": "7c1')],
  ['a manifest that is a list', 'manifest-json', withText(GOOD, 'manifest.json', '[]')],

  ['an app id of zeros', 'registration', set({ id: '00000000-0000-0000-0000-000000000000' })],
  ['an app id that is a word', 'registration', set({ id: 'focal-point' })],
  [
    'another registration than the one given',
    'registration',
    set({ webApplicationInfo: { id: '11111111-2222-4333-8444-555555555555' } }),
  ],
  ['no registration', 'registration', set({ webApplicationInfo: undefined })],

  ['a version with a suffix', 'version', set({ version: '1.2.3-beta' })],
  ['a version other than the product has', 'version', set({ version: '1.2.4' })],
  ['a version of two numbers', 'version', set({ version: '1.2' })],

  ['a tab served without encryption', 'https', manifest(`"contentUrl": "https:`, '"contentUrl": "http:')],
  ['a privacy page by another protocol', 'https', manifest(/"privacyUrl": "https:/, '"privacyUrl": "ftp:')],

  [
    'a tab on somebody else’s host',
    'own-host',
    manifest(/"contentUrl": "https:\/\/[^/]+/, '"contentUrl": "https://other.example'),
  ],
  [
    'terms on a subdomain',
    'own-host',
    manifest(/"termsOfUseUrl": "https:\/\//, '"termsOfUseUrl": "https://docs.'),
  ],
  [
    'a host hidden behind a user name',
    'own-host',
    manifest(`https://${HOST}/index.html?`, `https://${HOST}@other.example/index.html?`),
  ],

  ['a wildcard in validDomains', 'valid-domains', set({ validDomains: ['*.aldermark.example'] })],
  ['a second host in validDomains', 'valid-domains', set({ validDomains: [HOST, 'cdn.example'] })],
  ['no validDomains', 'valid-domains', set({ validDomains: [] })],

  ['groupchat in small letters', 'scope-spelling', manifest('"groupChat"', '"groupchat"')],
  ['teams for team', 'scope-spelling', manifest('"team",\n', '"teams",\n')],
  ['an unknown scope', 'scope-spelling', manifest('"personal"\n', '"everyone"\n')],

  ['another entity id, which breaks deep links', 'tabs', manifest('"today"', '"log"')],
  ['no personal tab', 'tabs', set({ staticTabs: [] })],
  ['no channel tab', 'tabs', set({ configurableTabs: [] })],
  ['a channel tab for teams only', 'tabs', manifest(/"team",\s+"groupChat"/, '"team"')],
  ['a configuration page that does not exist', 'tabs', manifest('/index.html?configure', '/config.html')],

  [
    'a tab that private and shared channels refuse',
    'channel-features',
    set({ supportsChannelFeatures: undefined }),
  ],

  ['the camera', 'least-permission', set({ devicePermissions: ['media'] })],
  ['messages to team members', 'least-permission', set({ permissions: ['identity', 'messageTeamMembers'] })],
  [
    'a permission on the team’s data',
    'least-permission',
    set({ authorization: { permissions: { resourceSpecific: [] } } }),
  ],
  ['an empty list of device permissions', 'least-permission', set({ devicePermissions: [] })],

  [
    'a placeholder left in an address',
    'no-placeholder',
    manifest(`https://${HOST}/privacy`, 'https://{{DOMAIN}}/privacy'),
  ],
  [
    'a placeholder left in a language',
    'no-placeholder',
    replaced(GOOD, 'fr.json', 'Point focal', '{{name}}'),
  ],

  ['the colour icon forgotten', 'files-exist', without(GOOD, 'color.png')],
  ['the French file forgotten', 'files-exist', without(GOOD, 'fr.json')],

  ['a settings file packed by mistake', 'no-extra-file', withText(GOOD, '.env', 'CLIENT=1')],

  ['files packed in a folder', 'flat-zip', { ...GOOD, 'appPackage/manifest.json': new Uint8Array() }],
  [
    'an icon in a folder',
    'flat-zip',
    withText(manifest('"color.png"', '"icons/color.png"'), 'icons/color.png', 'x'),
  ],

  ['a colour icon of 96 pixels', 'icon-size', { ...GOOD, 'color.png': square('#115e67', 96) }],
  ['an outline icon of 64 pixels', 'icon-size', { ...GOOD, 'outline.png': square('#fff', 64) }],
  [
    'a drawing renamed to .png',
    'icon-size',
    withText(GOOD, 'color.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
  ],
  [
    'an icon cut off in its header',
    'icon-size',
    { ...GOOD, 'color.png': square('#115e67', 192).subarray(0, 12) },
  ],

  ['a grey outline', 'outline-white', { ...GOOD, 'outline.png': square('#cccccc', 32) }],
  ['an empty outline', 'outline-white', { ...GOOD, 'outline.png': square('none', 32) }],
  [
    'the outline on a filled ground',
    'outline-white',
    {
      ...GOOD,
      'outline.png': drawIcon(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#fff" d="M0 0h1v1H0z"/></svg>',
        32,
      ),
    },
  ],
  [
    'an outline whose pixels are cut off',
    'outline-white',
    { ...GOOD, 'outline.png': square('#fff', 32).subarray(0, 40) },
  ],

  [
    'a colour icon with a transparent ground',
    'colour-opaque',
    { ...GOOD, 'color.png': square('#115e67', 192) },
  ],

  ['French dropped', 'languages', manifest(/"additionalLanguages": \[[^\]]*\]/, '"additionalLanguages": []')],
  ['no file for English', 'languages', manifest(/\s+"defaultLanguageFile": "en.json",/, '')],
  [
    'French as the default',
    'languages',
    manifest('"defaultLanguageTag": "en"', '"defaultLanguageTag": "fr"'),
  ],

  ['a French text missing', 'locale-complete', patched(GOOD, 'fr.json', { 'staticTabs[0].name': undefined })],
  ['a French text left blank', 'locale-complete', patched(GOOD, 'fr.json', { 'name.full': '  ' })],
  [
    'a text for a tab that is not there',
    'locale-complete',
    patched(GOOD, 'fr.json', { 'staticTabs[1].name': 'Cercle' }),
  ],
  ['a French file that is no JSON', 'locale-complete', withText(GOOD, 'fr.json', 'name.short: Point focal')],

  [
    'an English name that differs from the manifest',
    'locale-default',
    patched(GOOD, 'en.json', { 'name.short': 'Focus' }),
  ],

  [
    'a short name of 31 characters',
    'text-length',
    patched(GOOD, 'fr.json', { 'name.short': 'é'.repeat(31) }),
  ],
  [
    'a short description of 81 characters',
    'text-length',
    set({ description: { short: 'x'.repeat(81), full: 'x' } }),
  ],
  ['an empty developer name', 'text-length', manifest('"Focal Point contributors"', '""')],

  [
    'a name that borrows from Microsoft',
    'catalogue-manners',
    set({ name: { short: 'Focal Point for Teams', full: 'x' } }),
  ],
  [
    'a French name that borrows from Microsoft',
    'catalogue-manners',
    patched(GOOD, 'fr.json', { 'name.full': 'Point focal pour Teams' }),
  ],
  [
    'a short description that says app',
    'catalogue-manners',
    patched(GOOD, 'fr.json', { 'description.short': 'Une application' }),
  ],
  [
    'a description of 501 words',
    'catalogue-manners',
    patched(GOOD, 'fr.json', { 'description.full': 'mot '.repeat(501) }),
  ],

  ['a preview schema', 'schema-version', set({ manifestVersion: 'devPreview' })],
  ['a schema address of our own', 'schema-version', set({ $schema: `https://${HOST}/schema.json` })],

  ['an unknown property', 'schema', set({ packageName: 'org.focalpoint' })],
  ['a colour by name', 'schema', set({ accentColor: 'teal' })],
  ['no description', 'schema', set({ description: undefined })],
  ['a list where an object belongs', 'schema', set({ icons: [] })],
  [
    'two channel tabs',
    'schema',
    set({
      configurableTabs: [1, 2].map((n) => ({
        id: `${n}`,
        configurationUrl: `https://${HOST}/`,
        scopes: ['team'],
      })),
    }),
  ],

  [
    'a French key that the schema does not know',
    'locale-schema',
    patched(GOOD, 'fr.json', { 'name.long': 'Point focal' }),
  ],
  ['a French text that is a number', 'locale-schema', patched(GOOD, 'fr.json', { 'name.full': 7 })],
];

describe('the rules of the app package', () => {
  test('the package made from our own sources breaks none', () => {
    expect(breaches(GOOD, DEPLOYMENT)).toEqual([]);
  });

  test.each(WRONG)('%s is refused by the rule %s', (_wrong, rule, files) => {
    const found = breaches(files, DEPLOYMENT);
    expect(found.map((breach) => breach.rule)).toContain(rule);
    expect(found.every((breach) => breach.message.length > 10)).toBe(true);
  });

  test('each rule refuses at least one wrong package, and no other rule is named', () => {
    expect(new Set(WRONG.map(([, rule]) => rule))).toEqual(new Set(RULE_NAMES));
  });

  test('a scope in the wrong case is answered with the right spelling', () => {
    const found = breaches(manifest('"groupChat"', '"groupchat"'), DEPLOYMENT);
    const said = found.filter((breach) => breach.rule === 'scope-spelling').map((breach) => breach.message);
    expect(said).toEqual(['configurableTabs[0].scopes[1] is "groupchat"; it is spelt "groupChat"']);
  });

  test('several mistakes are all reported in one run', () => {
    const files = without(
      patched(manifest('"groupChat"', '"groupchat"'), 'manifest.json', { validDomains: [] }),
      'fr.json',
    );
    const rules = breaches(files, DEPLOYMENT).map((breach) => breach.rule);
    expect(rules).toEqual(
      expect.arrayContaining(['valid-domains', 'scope-spelling', 'files-exist', 'schema']),
    );
  });

  test('a text of exactly the allowed length is accepted, also in letters that take two units of UTF-16', () => {
    const files = patched(GOOD, 'fr.json', {
      'name.short': '𝒻'.repeat(30),
      'description.short': 'é'.repeat(80),
    });
    expect(breaches(files, DEPLOYMENT)).toEqual([]);
  });
});
