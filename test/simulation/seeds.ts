// Seeds that found something in the product, with what that was; each is run again for ever.

/**
 * Empty so far: what the first runs found was found while the world itself was still changing, and a seed repeats a run
 * only as long as nobody draws otherwise.
 */
export const FOUND: readonly { seed: string; years: number; found: string }[] = [];
