import { isKnown } from "../../basics/figure.ts";
import type { TypedReliability } from "../../measures/typed-reliability.ts";
import { countedText } from "../numbers.ts";

/** Scores nearer than this are as good as equal. */
const CLEARLY = 0.005;

/**
 * Whose chances were nearer to what came of the deals, in a sentence.
 * @example brierText({ tenths: [], deals: 85, brierTyped: 0.285, brierOurs: 0.21 }) // => "Of 85 closed deals with a typed probability, the typed ones were off by 0.285 (Brier score, lower is better), the win rates of their stages by 0.210: trust the latter."
 */
export function brierText({ deals, brierTyped, brierOurs }: TypedReliability): string {
  const opening = `Of ${countedText(deals, "closed deal")} with a typed probability, the typed ones were off by ${brierTyped.toFixed(3)} (Brier score, lower is better)`;
  if (!isKnown(brierOurs)) return `${opening}.`;
  const ours = `${opening}, the win rates of their stages by ${brierOurs.toFixed(3)}`;
  if (Math.abs(brierTyped - brierOurs) < CLEARLY) return `${ours}: as good as equal.`;
  return brierOurs < brierTyped
    ? `${ours}: trust the latter.`
    : `${ours}: your people know more than the stage.`;
}
