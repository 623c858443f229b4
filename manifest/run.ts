/** One packaging run: from the environment to a zip on disk, or to the list of what is wrong and nothing written. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build.ts';
import { type Environment, readDeployment } from './deployment.ts';

export interface Run {
  readonly environment: Environment;
  /** Version of the product, `major.minor.patch`. */
  readonly version: string;
  /** Folder with the template, the languages and the icons. */
  readonly sources: string;
  /** Folder the zip goes to; made when absent. */
  readonly target: string;
}

export interface RunResult {
  readonly exitCode: 0 | 1;
  /** What to tell the person who packages. */
  readonly lines: readonly string[];
}

/** Builds, checks and writes `focal-point-<version>.zip`. Nothing is written unless every rule holds. */
export function runPackaging({ environment, version, sources, target }: Run): RunResult {
  const read = readDeployment(environment, version);
  if (!read.ok)
    return { exitCode: 1, lines: ['The app package was not made:', ...read.problems.map((p) => `  ${p}`)] };
  const { zip, breaches } = buildPackage(sources, read.deployment);
  if (breaches.length > 0) {
    const found = breaches.map(({ rule, message }) => `  [${rule}] ${message}`);
    return { exitCode: 1, lines: ['The app package was not made; these rules are broken:', ...found] };
  }
  mkdirSync(target, { recursive: true });
  const file = join(target, `focal-point-${version}.zip`);
  writeFileSync(file, zip);
  const { appId, clientId, domain } = read.deployment;
  return {
    exitCode: 0,
    lines: [
      `${file}: ${zip.length} bytes, every rule holds`,
      `  app ${appId}, registration ${clientId}, served by ${domain}`,
    ],
  };
}
