/** What Microsoft's own schemas say of the manifest and of each localisation file, without touching the network. */
import localeSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json' with {
  type: 'json',
};
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with {
  type: 'json',
};
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { languageFiles, type Pack, type Rule, readJson } from './pack.ts';

const VERSION = '1.30';
const MANIFEST_SCHEMA = `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.schema.json`;

/** One sentence per place where `value` breaks the schema. */
type Judge = (value: object) => readonly string[];

// Only the schemas are taken from Microsoft's package: its own validator requires fs-extra, which it does not declare,
// and would fetch any schema it does not hold. Draft 4 and the draft that ajv speaks read these two files alike: neither
// has a boolean exclusiveMinimum or an `id` of its own. Some of their patterns are valid only without the Unicode flag.
function judge(schema: object): Judge {
  const { $schema: _draft, ...rules } = schema as Record<string, unknown>;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(rules);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
    );
  };
}

const judgeManifest = judge(manifestSchema);
const judgeLocale = judge(localeSchema);

function schemaVersion(pack: Pack): readonly string[] {
  const problems: string[] = [];
  if (pack.texts.get('$schema') !== MANIFEST_SCHEMA) problems.push(`$schema must be ${MANIFEST_SCHEMA}`);
  if (pack.texts.get('manifestVersion') !== VERSION) problems.push(`manifestVersion must be ${VERSION}`);
  return problems;
}

function locales(pack: Pack): readonly string[] {
  return [...languageFiles(pack).values()].flatMap((file) => {
    const locale = readJson(pack.files, file);
    return locale === undefined ? [] : judgeLocale(locale).map((problem) => `${file}: ${problem}`);
  });
}

/** Rules that ask the official schemas, in the order in which they are reported. */
export const SCHEMA_RULES: readonly Rule[] = [
  { name: 'schema-version', check: schemaVersion },
  { name: 'schema', check: (pack) => judgeManifest(pack.manifest) },
  { name: 'locale-schema', check: locales },
];
