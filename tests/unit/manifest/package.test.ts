/** The zip on disk holds what the sources say, and a wrong source leaves no zip behind. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildPackage } from '../../../manifest/build.ts';
import { pngSize, readPicture } from '../../../manifest/icons.ts';
import { runPackaging } from '../../../manifest/run.ts';
import { DEPLOYMENT, goodFiles, SOURCES, textOf } from './good-package.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ENVIRONMENT = {
  FOCAL_POINT_CLIENT_ID: DEPLOYMENT.clientId,
  FOCAL_POINT_DOMAIN: DEPLOYMENT.domain,
  FOCAL_POINT_APP_ID: DEPLOYMENT.appId,
};

let folder = '';
let sources = '';
let target = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'focal-point-package-'));
  sources = join(folder, 'sources');
  target = join(folder, 'out');
  cpSync(SOURCES, sources, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(environment: Readonly<Record<string, string>> = ENVIRONMENT): ReturnType<typeof runPackaging> {
  return runPackaging({ environment, version: '1.2.3', sources, target });
}

function spoil(file: string, from: string, to: string): void {
  const before = readFileSync(join(sources, file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(join(sources, file), before.replace(from, to));
}

/** Runs the packaging script as `npm run package` does. */
function script(environment: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith('FOCAL_POINT_'));
  const env = { ...Object.fromEntries(clean), ...environment };
  const args = ['--import', 'tsx', 'manifest/package.ts', '--out', target];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: ROOT, env }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, said: `${out}${err}` });
    });
  });
}

describe('the app package', () => {
  test('holds five files at the top, each the same when the zip is opened again', () => {
    expect(run().exitCode).toBe(0);
    const opened = unzipSync(readFileSync(join(target, 'focal-point-1.2.3.zip')));
    expect(Object.keys(opened)).toEqual(['color.png', 'en.json', 'fr.json', 'manifest.json', 'outline.png']);
    expect(opened).toEqual(goodFiles());
    for (const name of ['en.json', 'fr.json']) {
      expect(textOf(opened, name)).toBe(readFileSync(join(SOURCES, name), 'utf8'));
    }
  });

  test('carries the ids, the host, the version and the English words in its manifest', () => {
    const manifest = JSON.parse(textOf(goodFiles(), 'manifest.json'));
    expect(manifest).toMatchObject({
      manifestVersion: '1.30',
      id: DEPLOYMENT.appId,
      version: '1.2.3',
      name: { short: 'Focal Point' },
      webApplicationInfo: { id: DEPLOYMENT.clientId },
      validDomains: [DEPLOYMENT.domain],
      staticTabs: [{ entityId: 'today', name: 'Home', scopes: ['personal'] }],
      configurableTabs: [{ configurationUrl: `https://${DEPLOYMENT.domain}/index.html?configure` }],
      supportsChannelFeatures: 'tier1',
      permissions: ['identity'],
    });
  });

  test('has a colour icon of 192 pixels on its accent colour and a white outline of 32 pixels', () => {
    const files = goodFiles();
    const read = (name: string) => readPicture(files[name] ?? new Uint8Array());
    expect(pngSize(files['color.png'] ?? new Uint8Array())).toEqual({ width: 192, height: 192 });
    expect(pngSize(files['outline.png'] ?? new Uint8Array())).toEqual({ width: 32, height: 32 });
    const corner = [...(read('color.png')?.pixels.subarray(0, 3) ?? [])];
    const accent: string = JSON.parse(textOf(files, 'manifest.json')).accentColor;
    expect(`#${corner.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`).toBe(accent);
    const outline = read('outline.png');
    const centre = (16 * 32 + 16) * 4;
    expect([...(outline?.pixels.subarray(0, 4) ?? [])]).toEqual([0, 0, 0, 0]);
    expect([...(outline?.pixels.subarray(centre, centre + 4) ?? [])]).toEqual([255, 255, 255, 255]);
  });

  test('is the same to the byte when it is made twice', () => {
    expect(buildPackage(SOURCES, DEPLOYMENT).zip).toEqual(buildPackage(SOURCES, DEPLOYMENT).zip);
  });

  test('is checked without the network', () => {
    const real = globalThis.fetch;
    let asked = 0;
    globalThis.fetch = () => {
      asked += 1;
      return Promise.reject(new TypeError('no network'));
    };
    try {
      expect(run().exitCode).toBe(0);
    } finally {
      globalThis.fetch = real;
    }
    expect(asked).toBe(0);
  });

  test('leads to privacy and terms pages that exist, in both languages and without script', () => {
    const manifest = JSON.parse(textOf(goodFiles(), 'manifest.json'));
    for (const address of [manifest.developer.privacyUrl, manifest.developer.termsOfUseUrl]) {
      const page = readFileSync(join(ROOT, 'src/public', new URL(address).pathname), 'utf8');
      expect(page).toContain('<html lang="en">');
      expect(page).toContain('lang="fr"');
      // The app's content policy admits neither of these.
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
      expect(page).not.toMatch(/(src|href)="(https?:)?\/\//i);
    }
  });
});

describe('a packaging run that goes wrong', () => {
  const WRONG: readonly (readonly [string, string, () => void])[] = [
    [
      'a scope misspelt in the template',
      'scope-spelling',
      () => spoil('manifest.template.json', '"groupChat"', '"groupchat"'),
    ],
    [
      'a placeholder nobody fills',
      'no-placeholder',
      () => spoil('manifest.template.json', '{{VERSION}}', '{{RELEASE}}'),
    ],
    ['a template that is no JSON', 'manifest-json', () => spoil('manifest.template.json', '{', '')],
    ['a missing language', 'files-exist', () => rmSync(join(sources, 'fr.json'))],
    ['a missing English file', 'no-placeholder', () => rmSync(join(sources, 'en.json'))],
    [
      'a language nobody named',
      'no-extra-file',
      () => cpSync(join(sources, 'fr.json'), join(sources, 'de.json')),
    ],
    ['a missing drawing', 'icon-drawing', () => rmSync(join(sources, 'icons/color.svg'))],
    ['a broken drawing', 'icon-drawing', () => spoil('icons/outline.svg', '</svg>', '')],
    [
      'a coloured outline',
      'outline-white',
      () => spoil('icons/outline.svg', 'fill="#ffffff"', 'fill="#ffd48a"'),
    ],
    [
      'a drawing that is not square',
      'icon-size',
      () =>
        spoil(
          'icons/color.svg',
          'width="192" height="192" viewBox="0 0 192 192"',
          'width="192" height="96" viewBox="0 0 192 96"',
        ),
    ],
  ];

  test.each(WRONG)(
    '%s ends with code 1 and the rule %s, and writes nothing',
    (_wrong, rule, spoilSources) => {
      spoilSources();
      const { exitCode, lines } = run();
      expect(exitCode).toBe(1);
      expect(lines.join('\n')).toContain(`[${rule}]`);
      expect(existsSync(target)).toBe(false);
    },
  );

  test('an environment that lacks everything ends with code 1 and both variables named', async () => {
    const { code, said } = await script({});
    expect(code).toBe(1);
    expect(said).toContain('FOCAL_POINT_CLIENT_ID is not set');
    expect(said).toContain('FOCAL_POINT_DOMAIN is not set');
    expect(existsSync(target)).toBe(false);
  }, 60_000);

  test('the script ends with code 0 and one zip named after the product’s version when all is well', async () => {
    const { code, said } = await script(ENVIRONMENT);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(said).toContain('every rule holds');
    expect(code).toBe(0);
    expect(readdirSync(target)).toEqual([`focal-point-${version}.zip`]);
  }, 60_000);
});
