/** Items put together by group: those of group `g` are `members[starts[g]]` up to `members[starts[g + 1]]`, in their order. */
export interface Grouped {
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/**
 * Puts items together by the number of their group, 0 and up; those below 0 are in none. Two arrays whatever the number
 * of groups, where a map of lists would be a million small objects. O(items + groups).
 * @example Array.from(grouped([1, 0, 1, -1], 2).members) // => [1, 0, 2]
 */
export function grouped(groupOf: ArrayLike<number>, groupCount: number): Grouped {
  const starts = new Int32Array(groupCount + 1);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? -1;
    if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < groupCount; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const members = new Int32Array(starts[groupCount] ?? 0);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? -1;
    if (group < 0) continue;
    const place = next[group] ?? 0;
    members[place] = i;
    next[group] = place + 1;
  }
  return { starts, members };
}

/** Texts by number. */
export interface NumberedTexts {
  /** Each text once, in the order of appearance. */
  readonly names: readonly string[];
  /** One an item; -1 where it was not asked for. */
  readonly numbers: Int32Array;
}

/**
 * Numbers the texts of some items, equal ones alike.
 * @example numberedTexts(["b", "a", "b"], [0, 2]).names // => ["b"]
 */
export function numberedTexts(
  texts: readonly (string | undefined)[],
  indices: readonly number[],
): NumberedTexts {
  const numbers = new Int32Array(texts.length).fill(-1);
  const known = new Map<string, number>();
  const names: string[] = [];
  let [last, lastNumber]: [string | null, number] = [null, -1];
  for (const i of indices) {
    const text = texts[i] ?? "";
    // Neighbours mostly have the same text.
    if (text !== last) {
      last = text;
      lastNumber = known.get(text) ?? names.push(text) - 1;
      if (lastNumber === names.length - 1) known.set(text, lastNumber);
    }
    numbers[i] = lastNumber;
  }
  return { names, numbers };
}
