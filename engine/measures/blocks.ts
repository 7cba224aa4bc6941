/** Enough for a steady bootstrap, few enough to be quick whatever the number of deals. */
const MOST_BLOCKS = 2000;

/**
 * Into how many blocks `count` deals are put for resampling. Deals are independent of one another, so blocks of them
 * are too, and resampling blocks gives the same spread as resampling deals.
 * @example blockCount(12) // => 12
 */
export function blockCount(count: number): number {
  return Math.min(count, MOST_BLOCKS);
}

/** The block of the deal at this place; deals are in order of id, so that row order changes nothing. */
export function blockOf(place: number): number {
  return place % MOST_BLOCKS;
}
