/** Shares as a person does on screen: looks at what would cross, and shares that very thing. */

import type { CircleOutcome, SharePlan, Sharing } from '../../src/log/circle/contract/sharing.ts';

/** What the dialog would say first, where there is nothing to look at. */
export async function shareLooked(
  sharing: Pick<Sharing, 'preview' | 'look' | 'share'>,
  plan: SharePlan,
): Promise<CircleOutcome> {
  const { blocked, verdict } = sharing.preview(plan);
  const why = blocked.filter((one) => one !== 'refused');
  if (why.length > 0) return { outcome: 'blocked', why };
  const looked = await sharing.look(plan);
  if (!looked) return { outcome: 'refused', verdict };
  if ('problems' in looked) return { outcome: 'invalid', problems: looked.problems };
  return sharing.share(plan, looked);
}
