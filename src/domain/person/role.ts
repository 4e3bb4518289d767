// The roles that an account can have.

export const ROLES = ['operator', 'officer', 'facilitator', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];
