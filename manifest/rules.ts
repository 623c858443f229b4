/** Every promise the app package keeps, checked in one go, each breach under the name of its rule. */
import type { Deployment } from './deployment.ts';
import { FILE_RULES } from './file-rules.ts';
import { LANGUAGE_RULES } from './language-rules.ts';
import { MANIFEST_RULES } from './manifest-rules.ts';
import { type Breach, type Files, openPack } from './pack.ts';
import { SCHEMA_RULES } from './schema-rules.ts';

const RULES = [...MANIFEST_RULES, ...FILE_RULES, ...LANGUAGE_RULES, ...SCHEMA_RULES];

/** Name of every rule, in the order in which breaches are reported. */
export const RULE_NAMES: readonly string[] = ['manifest-json', ...RULES.map((rule) => rule.name)];

/** All breaches in the package with these files, meant for this deployment; none when the package is good. */
export function breaches(files: Files, deployment: Deployment): readonly Breach[] {
  const pack = openPack(files, deployment);
  if (pack === undefined)
    return [{ rule: 'manifest-json', message: 'manifest.json is missing or no JSON object' }];
  return RULES.flatMap((rule) => rule.check(pack).map((message) => ({ rule: rule.name, message })));
}
