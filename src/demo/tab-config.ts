/** The `config.json` each ministry of the demo serves beside its build of the tab. */
import { circlePath, type DemoMinistry, demoClientId, ministryOf, siteAddress } from './people.ts';

interface Place {
  readonly tenant: string;
  readonly site: string;
}

export interface TabConfig {
  readonly clientId: string;
  /** The ministry's own tenant. */
  readonly tenantId: string;
  readonly cloud: 'global';
  readonly missions: readonly Place[];
  readonly circles: readonly Place[];
  readonly capital?: Place;
  /** Only in the demo: where requests to Microsoft Graph are sent instead. */
  readonly graph?: string;
}

/** Without `graph` this is what a real ministry would serve. */
export function tabConfig(ministry: DemoMinistry, graph?: string): TabConfig {
  const at = (owner: DemoMinistry, path: string): Place => ({
    tenant: owner.tenantId,
    site: siteAddress(owner, path),
  });
  return {
    clientId: demoClientId,
    tenantId: ministry.tenantId,
    cloud: 'global',
    missions: ministry.mission ? [at(ministry, ministry.mission.path)] : [],
    circles: [at(ministryOf('secretariat'), circlePath)],
    ...(ministry.capitalPath ? { capital: at(ministry, ministry.capitalPath) } : {}),
    ...(graph ? { graph } : {}),
  };
}
