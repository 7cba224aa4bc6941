import { once } from "../basics/once.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { TableCells } from "./table-cells.ts";

/** What a deal may be called by. */
export interface NamedDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

/** What a text of a history sheet refers to. */
export type FoundDeal =
  /** `isOtherForm`: the id is the same number, written in another way. */
  | { readonly id: string; readonly isOtherForm?: true }
  | { readonly unknown: true }
  | { readonly sharedBy: number };

/** Finds deals by what a history sheet calls them. */
export type DealFinder = (ref: string) => FoundDeal;

const UNKNOWN = { unknown: true } as const;
const SHORT_ID = 15;
const LONG_ID = 18;
const LONGEST_NUMBER = 30;

/**
 * Finds deals by id; else by an id that differs in case, or is the short or long form of a Salesforce id; else by
 * a name that only one deal has; else by an id that is the same number (`007`, `7.0`), where only one deal has it.
 * Names are asked for only where ids do not find all.
 */
export function dealFinder(ids: readonly string[], dealAt: (place: number) => NamedDeal): DealFinder {
  const known = new Set(ids);
  const deals = once(() => ids.map((_, place) => dealAt(place)));
  const byLooseId = once(() => uniqueBy(deals(), ({ id }) => looseId(id)));
  const byNumber = once(() => uniqueBy(deals(), ({ id }) => numberOfId(id) ?? ""));
  const byName = once(() => uniqueBy(deals(), ({ name, account }) => name || account));
  const find = (ref: string): FoundDeal =>
    known.has(ref)
      ? { id: ref }
      : (byLooseId().get(looseId(ref)) ?? byName().get(ref) ?? foundByNumber(byNumber, ref));
  // Neighbours mostly are of the same deal.
  let [lastRef, last]: [string | null, FoundDeal] = [null, UNKNOWN];
  return (ref) => {
    if (ref !== lastRef) [lastRef, last] = [ref, find(ref)];
    return last;
  };
}

function foundByNumber(byNumber: () => ReadonlyMap<string, FoundDeal>, ref: string): FoundDeal {
  const number = numberOfId(ref);
  const found = number === null ? undefined : byNumber().get(number);
  return found && "id" in found ? { id: found.id, isOtherForm: true } : UNKNOWN;
}

/**
 * The number that an id is, without zeros in front or behind the point; null where it is none.
 * @example numberOfId("00007") // => "7"
 * @example numberOfId("7.0") // => "7"
 * @example numberOfId("A7") // => null
 */
export function numberOfId(id: string): string | null {
  return id.length > LONGEST_NUMBER ? null : (/^0*(\d+?)(?:\.0+)?$/.exec(id)?.[1] ?? null);
}

/** Ids that differ in case only are one, and so are the two forms of a Salesforce id. */
function looseId(id: string): string {
  const isSalesforce = (id.length === SHORT_ID || id.length === LONG_ID) && /^006[0-9A-Za-z]+$/.test(id);
  return isSalesforce ? id.slice(0, SHORT_ID) : id.toLowerCase();
}

function uniqueBy(
  deals: readonly NamedDeal[],
  keyOf: (deal: NamedDeal) => string,
): ReadonlyMap<string, FoundDeal> {
  const counts = new Map<string, number>();
  const found = new Map<string, FoundDeal>();
  for (const deal of deals) {
    const key = keyOf(deal);
    if (key === "") continue;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    found.set(key, count === 1 ? { id: deal.id } : { sharedBy: count });
  }
  return found;
}

const REF_FIELDS: readonly HeaderField[] = ["id", "name", "account"];
const REFS_TRIED = 500;

/** The column of a history sheet that refers to deals: of id, name and account the one whose texts find the most. */
export function refColumn(
  cells: TableCells,
  find: DealFinder | null,
): { readonly texts: readonly string[]; readonly column: number; readonly hitShare: number } {
  const columns = REF_FIELDS.filter((field) => cells.columnOf(field) >= 0).map((field) => {
    const texts = find || field !== "name" ? cells.texts(field) : namesApart(cells);
    return { texts, column: cells.columnOf(field), hitShare: find ? hitShareOf(texts, find) : 1 };
  });
  const [first] = columns;
  if (first === undefined) return { texts: cells.rows.map(() => ""), column: 0, hitShare: 0 };
  return columns.reduce((best, column) => (column.hitShare > best.hitShare ? column : best), first);
}

/** The names of rows that no list of deals explains; one that several customers have is told apart by the customer. */
function namesApart(cells: TableCells): readonly string[] {
  const [names, accounts] = [cells.texts("name"), cells.texts("account")];
  const accountsOf = new Map<string, Set<string>>();
  names.forEach((name, i) => {
    const account = accounts[i] ?? "";
    if (account !== "") accountsOf.set(name, (accountsOf.get(name) ?? new Set()).add(account));
  });
  return names.map((name, i) => {
    const isShared = name !== "" && (accountsOf.get(name)?.size ?? 0) > 1;
    return isShared && accounts[i] !== "" ? `${name} (${accounts[i]})` : name;
  });
}

function hitShareOf(texts: readonly string[], find: DealFinder): number {
  const step = Math.max(1, Math.floor(texts.length / REFS_TRIED));
  let [tried, hits] = [0, 0];
  for (let i = 0; i < texts.length; i += step) {
    const ref = texts[i] ?? "";
    if (ref === "") continue;
    tried++;
    if (!("unknown" in find(ref))) hits++;
  }
  return tried === 0 ? 0 : hits / tried;
}
