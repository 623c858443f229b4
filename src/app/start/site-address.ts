/** Writes a site as people type it into a browser. */

/** `host:/sites/path`, as the configuration has it, to an https address. */
export function siteAddress(site: string): string {
  return `https://${site.replace(':/', '/')}`;
}
