import type { AgeBand } from "../../measures/open-by-age.ts";
import { amountText, countedText, countText } from "../numbers.ts";

/** Older than this, an open deal is old by most teams' standards. */
const OLD_FROM_DAYS = 91;

/**
 * @example ageBandText({ fromDays: 31, toDays: 60, deals: 0, amount: 0 }) // => "31–60 days"
 * @example ageBandText({ fromDays: 181, toDays: null, deals: 0, amount: 0 }) // => "Over 180 days"
 */
export function ageBandText({ fromDays, toDays }: AgeBand): string {
  return toDays === null ? `Over ${fromDays - 1} days` : `${fromDays}–${toDays} days`;
}

/** How much of the open pipeline is old, and every band for people who do not see the chart. */
export function openAgeWords(
  bands: readonly AgeBand[],
  ofMoney: boolean,
  currency: string | null,
): { readonly title: string; readonly alt: string } {
  const size = ({ deals, amount }: AgeBand): number => (ofMoney ? amount : deals);
  const sum = (some: readonly AgeBand[]): number => some.reduce((total, band) => total + size(band), 0);
  const shown = (value: number): string => (ofMoney ? amountText(value, currency) : countText(value));
  const old = sum(bands.filter(({ fromDays }) => fromDays >= OLD_FROM_DAYS));
  const all = ofMoney ? `${shown(sum(bands))} listed` : countedText(sum(bands), "open deal");
  const list = bands.map((band) => `${ageBandText(band)} ${shown(size(band))}`).join(", ");
  return {
    title: `Older than ${OLD_FROM_DAYS - 1} days: ${shown(old)} of ${all}`,
    alt: `Columns: the open pipeline by the age of its deals. ${list}.`,
  };
}
