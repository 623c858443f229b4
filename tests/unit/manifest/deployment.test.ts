/** The environment is read strictly, and what is wrong in it is said by variable and remedy. */
import { describe, expect, test } from 'vitest';
import { readDeployment } from '../../../manifest/deployment.ts';

const GOOD = {
  FOCAL_POINT_CLIENT_ID: '3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b',
  FOCAL_POINT_DOMAIN: 'focalpoint.mfa.aldermark.example',
};

const WRONG: readonly (readonly [string, Readonly<Record<string, string | undefined>>, RegExp])[] = [
  [
    'no client id',
    { FOCAL_POINT_CLIENT_ID: undefined },
    /^FOCAL_POINT_CLIENT_ID is not set\. Set it to the application/,
  ],
  ['a blank client id', { FOCAL_POINT_CLIENT_ID: '  ' }, /^FOCAL_POINT_CLIENT_ID is not set/],
  [
    'a client id that is a name',
    { FOCAL_POINT_CLIENT_ID: 'focal-point' },
    /^FOCAL_POINT_CLIENT_ID is not a GUID/,
  ],
  [
    'a client id in braces',
    { FOCAL_POINT_CLIENT_ID: `{${GOOD.FOCAL_POINT_CLIENT_ID}}` },
    /^FOCAL_POINT_CLIENT_ID is not a GUID/,
  ],
  [
    'a client id of zeros',
    { FOCAL_POINT_CLIENT_ID: '00000000-0000-0000-0000-000000000000' },
    /^FOCAL_POINT_CLIENT_ID is not a GUID/,
  ],
  [
    'an app id that is no GUID',
    { FOCAL_POINT_APP_ID: '12' },
    /^FOCAL_POINT_APP_ID is not a GUID.*or leave it out/,
  ],
  [
    'no domain',
    { FOCAL_POINT_DOMAIN: undefined },
    /^FOCAL_POINT_DOMAIN is not set\. Set it to the host name/,
  ],
  [
    'a domain with its scheme',
    { FOCAL_POINT_DOMAIN: 'https://mfa.aldermark.example' },
    /scheme, port or path/,
  ],
  ['a domain with a port', { FOCAL_POINT_DOMAIN: 'mfa.aldermark.example:8443' }, /scheme, port or path/],
  ['a domain with a path', { FOCAL_POINT_DOMAIN: 'mfa.aldermark.example/focal' }, /scheme, port or path/],
  ['a wildcard', { FOCAL_POINT_DOMAIN: '*.aldermark.example' }, /wildcard/],
  ['a bare name', { FOCAL_POINT_DOMAIN: 'localhost' }, /not a host name/],
  ['an address in numbers', { FOCAL_POINT_DOMAIN: '192.0.2.7' }, /not a host name/],
  ['an accented name', { FOCAL_POINT_DOMAIN: 'café.example' }, /xn-- form/],
  ['a name that closes the JSON', { FOCAL_POINT_DOMAIN: 'a.example","id":"' }, /scheme, port or path/],
  ['a tunnel', { FOCAL_POINT_DOMAIN: 'quiet-heron.ngrok.app' }, /tunnel ngrok\.app/],
];

describe('the environment of the packaging run', () => {
  test('is read in any case and with spaces round it, and the app id is the client id unless given', () => {
    const environment = {
      FOCAL_POINT_CLIENT_ID: ` ${GOOD.FOCAL_POINT_CLIENT_ID.toUpperCase()} `,
      FOCAL_POINT_DOMAIN: 'FocalPoint.MFA.Aldermark.Example',
    };
    expect(readDeployment(environment, '1.2.3')).toEqual({
      ok: true,
      deployment: {
        appId: GOOD.FOCAL_POINT_CLIENT_ID,
        clientId: GOOD.FOCAL_POINT_CLIENT_ID,
        domain: GOOD.FOCAL_POINT_DOMAIN,
        version: '1.2.3',
      },
    });
  });

  test('takes an app id of its own', () => {
    const appId = '7c1e4b52-90ab-4f6d-8e21-3d5a6b7c8d9e';
    const read = readDeployment({ ...GOOD, FOCAL_POINT_APP_ID: appId }, '1.2.3');
    expect(read.ok && read.deployment.appId).toBe(appId);
  });

  test.each(WRONG)('with %s is refused, naming the variable', (_wrong, change, said) => {
    const read = readDeployment({ ...GOOD, ...change }, '1.2.3');
    expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(said)]);
  });

  test('reports every problem at once', () => {
    const read = readDeployment({ FOCAL_POINT_APP_ID: 'x' }, '1.2.3');
    expect(read.ok ? 0 : read.problems.length).toBe(3);
  });
});
