/** From this certainty on something is said to be so; below it there are only candidates. */
export const CERTAIN_FROM = 0.8;
