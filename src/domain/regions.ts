/** Five coarse parts of the host country: how missions group themselves, and all that is left of a place when an entry is made anonymous. */

export const regions = ['north', 'south', 'east', 'west', 'centre'] as const;
export type Region = (typeof regions)[number];

/** Open lists whose labels are places, so that a line of them lies in a region. */
export const placeLists = ['places', 'courts', 'facilities'] as const;

export function isPlaceList(name: unknown): boolean {
  return (placeLists as readonly unknown[]).includes(name);
}

/** What is stored in the place of a place: a word that people also read in the list itself. */
const stored: Readonly<Record<Region, string>> = {
  north: 'North',
  south: 'South',
  east: 'East',
  west: 'West',
  centre: 'Centre',
};

export function storedRegion(region: Region): string {
  return stored[region];
}

/** The region that stands in the place of a place already. */
export function regionStored(text: string): Region | undefined {
  return regions.find((region) => stored[region] === text);
}
