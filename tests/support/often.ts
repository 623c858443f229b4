/** How many runs a law gets: all of them in the soak; in every other run a tenth of that, or a smaller part where one run is dear. */
export function often(full: number, part = 10): { readonly numRuns: number } {
  return { numRuns: process.env.SOAK ? full : Math.ceil(full / part) };
}
