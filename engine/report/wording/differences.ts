import type { Difference } from "../../measures/differences.ts";
import type { Stage } from "../../pipeline/pipeline.ts";
import { countText, shareText } from "../numbers.ts";
import { valueName } from "./deal-names.ts";

/**
 * Who differs where, in one sentence, and who has the highest rate there.
 * @example differenceText({ who: "owner", value: "Ada", stage: null, kind: "below", advanced: 10, decided: 50, otherAdvanced: 60, otherDecided: 150, adjustedP: 0.04, example: "Ben", begunBy: null }, []) // => "Ada wins 20 % of closed deals (10 of 50), the others 40.0 %. Ben has the highest rate here; people may get different deals."
 */
export function differenceText(difference: Difference, stages: readonly Stage[]): string {
  const { who, value, stage, advanced, decided, otherAdvanced, otherDecided, kind, example } = difference;
  const own = shareText(advanced / decided, decided);
  const others = shareText(otherAdvanced / otherDecided, otherDecided);
  const counts = `${countText(advanced)} of ${countText(decided)}`;
  const name = valueName(value);
  const what =
    stage === null
      ? `${who === "owner" ? `${name} wins` : `Deals from ${name} are won in`} ${own} of ${who === "owner" ? "closed deals" : "cases"}`
      : `In ${stages[stage]?.name ?? ""}, ${own} of ${who === "owner" ? `${name}'s deals` : `deals from ${name}`} go on`;
  const advice = example !== null && kind === "below" ? ` ${exampleText(who, valueName(example))}` : "";
  return `${what} (${counts}), the others ${others}.${advice}`;
}

function exampleText(who: Difference["who"], example: string): string {
  const highest = `${example} has the highest rate here`;
  return who === "owner" ? `${highest}; people may get different deals.` : `${highest}.`;
}
