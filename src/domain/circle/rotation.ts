/** Why a mission takes new keys, and how soon it should. */

export const rotationReasons = ['yearly', 'head-changed', 'leaver', 'suspicion', 'mission-removed'] as const;
export type RotationReason = (typeof rotationReasons)[number];
