import type { Deal } from "../../pipeline/pipeline.ts";
import { amountText, countText, listText } from "../numbers.ts";
import { excerptOf, lineOf } from "./excerpt.ts";

/** Long names often differ at their end only. */
const NAME_LENGTH = 60;

/**
 * A deal as people call it: its name, else its id with its customer.
 * @example dealName({ name: "", id: "A-7", account: "Acme" }) // => "A-7 Acme"
 * @example dealName({ name: "", id: "Acme", account: "Acme" }) // => "Acme"
 */
export function dealName({ name, id, account }: Pick<Deal, "name" | "id" | "account">): string {
  if (name !== "") return lineOf(name, NAME_LENGTH);
  return lineOf(id.startsWith(account) ? id : `${id} ${account}`, NAME_LENGTH);
}

/** A word of the user's, or what stands for a blank cell. */
export function valueName(value: string): string {
  return value === "" ? "(blank)" : excerptOf(value);
}

const MOST_NAMED = 4;

/** The largest deals by name and amount, and how many more. */
export function dealList(deals: readonly Deal[], currency: string | null): string {
  const largest = [...deals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const names = largest.slice(0, MOST_NAMED).map((deal) => {
    return deal.amount === null ? dealName(deal) : `${dealName(deal)} (${amountText(deal.amount, currency)})`;
  });
  const more = deals.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${countText(more)} more` : listText(names);
}
