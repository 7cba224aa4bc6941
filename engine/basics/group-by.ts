/**
 * Items by a key of theirs, in the order in which the keys first appear. A map, because keys are often the user's
 * own words and any word is a legal key.
 * @example [...groupBy([1, 2, 3], (n) => (n % 2 ? "odd" : "even")).keys()] // => ["odd", "even"]
 */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
