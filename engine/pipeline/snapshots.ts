import type { Day } from "../basics/day.ts";
import { groupBy } from "../basics/group-by.ts";
import type { SnapshotRecord } from "../intake/records.ts";

/** What is known of each deal's past amounts and expected closes, by deal id, the earliest snapshot first. */
export type SnapshotBook = ReadonlyMap<string, readonly SnapshotRecord[]>;

/** The snapshots taken by a day, sorted; later ones do not exist. Empty where the workbook keeps none. */
export function snapshotBook(snapshots: readonly SnapshotRecord[], asOfDay: Day): SnapshotBook {
  const known = snapshots.filter(({ day }) => day <= asOfDay);
  const book = groupBy(known, ({ dealId }) => dealId);
  for (const ofDeal of book.values()) ofDeal.sort((a, b) => a.day - b.day);
  return book;
}

/** The last snapshot of a deal taken on or before a day; null where there is none. */
export function snapshotAt(book: SnapshotBook, dealId: string, day: Day): SnapshotRecord | null {
  let last: SnapshotRecord | null = null;
  for (const snapshot of book.get(dealId) ?? []) if (snapshot.day <= day) last = snapshot;
  return last;
}
