import type { Segment } from "../../measures/segments.ts";
import { amountText } from "../numbers.ts";
import { valueName } from "./deal-names.ts";

/**
 * A segment as its table names it; a size band by its limits.
 * @example segmentName({ value: "", band: null }, "EUR") // => "(blank)"
 * @example segmentName({ value: "1", band: { lower: 2000, upper: 9000 } }, "EUR") // => "€2,000 to €9,000"
 */
export function segmentName(
  { value, band }: Pick<Segment, "value" | "band">,
  currency: string | null,
): string {
  if (band === null) return valueName(value);
  const { lower, upper } = band;
  if (lower === null) return upper === null ? "Any" : `Up to ${amountText(upper, currency)}`;
  return upper === null
    ? `Over ${amountText(lower, currency)}`
    : `${amountText(lower, currency)} to ${amountText(upper, currency)}`;
}
