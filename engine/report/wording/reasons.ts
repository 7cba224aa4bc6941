import type { Missing, Reason } from "../../basics/figure.ts";
import { countedText } from "../numbers.ts";

/** Why a figure is missing, as the end of a sentence: "P90 time in stage: …". */
const REASONS: Readonly<Record<Reason, (n: number) => string>> = {
  "no-deals": () => "there are no deals",
  "no-history": () => "there is no stage history",
  "none-reached": () => "no deal has been seen there",
  "none-decided": (n) =>
    n === 0
      ? "no deal has got this far"
      : n === 1
        ? "the one deal there is not decided yet"
        : `none of the ${countedText(n, "deal")} there is decided yet`,
  "lost-stages-unknown": (n) =>
    `the sheet does not say in which stage its ${countedText(n, "lost deal")} got lost`,
  "none-closed": (n) => (n === 0 ? "no deal has closed yet" : "no deal has a closing day yet"),
  "none-won": () => "no deal has been won yet",
  "none-lost": () => "no deal has been lost yet",
  "too-few": (n) => `${n === 0 ? "no case" : `only ${countedText(n, "case")}`}, too few to tell`,
  "too-few-of-kind": (n) => `${countedText(n, "deal")} would tell, and it takes ten`,
  "curve-too-short": (n) => `too many of the ${countedText(n, "visit")} are not over yet`,
  "no-amounts": () => "no won deal carries an amount",
  "lost-without-amounts": (n) =>
    n === 0
      ? "lost deals carry no amounts"
      : `${countedText(n, "lost deal carries", "lost deals carry")} no amount`,
  "few-lost-with-amounts": (n) =>
    `only ${countedText(n, "lost deal carries", "lost deals carry")} an amount, far fewer of them than of the won deals`,
  "no-created-days": () => "the sheet does not say when deals began",
  "zero-cycle": () => "won deals close on the day they begin, so there is no time to divide by",
  "mixed-currencies": () => "amounts stand in several currencies without a rate between them",
  "no-snapshots": () => "there are no snapshots, so nobody can tell what the sheet said before",
  "one-group": () => "all deals are of one kind, so there is nothing to compare",
  "no-reasons": (n) => `none of the ${countedText(n, "lost deal")} has a reason written down`,
  "no-accounts": () => "the sheet does not name customers",
  "no-gap": () => "the target is reached",
  "period-ahead": () => "the period has not begun yet",
  "crowd-costs-nothing": () =>
    "deals that stand there cost nothing by themselves; what they lose by it is the worth of a slow or a leaky stage",
  "at-its-best": () => "it does as well of late as in its better half of months",
  "not-certain": () => "it does not stand out for certain",
  "no-forecast": () => "it takes a forecast, and none was asked for",
  "typed-overwritten": (n) =>
    `${n === 0 ? "no closed deal has" : `only ${countedText(n, "closed deal has", "closed deals have")}`} a typed probability that was not set to 0 or 100 % at the closing`,
};

/**
 * Why a figure is missing, in words.
 * @example reasonText({ missing: "none-won", n: 4 }) // => "no deal has been won yet"
 */
export function reasonText(missing: Missing): string {
  return REASONS[missing.missing](missing.n);
}
