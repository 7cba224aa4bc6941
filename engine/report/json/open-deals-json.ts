import type { Analysis } from "../../analysis.ts";
import { isoOfDay } from "../../basics/day.ts";
import type { DealOutlook } from "../../forecast/outlook.ts";
import type { Flag, OpenDeal } from "../../measures/attention.ts";
import type { Stage } from "../../pipeline/pipeline.ts";
import { whyFlagged } from "../wording/flags.ts";
import { dayOrNull, stageName, whereText } from "./values.ts";

/** Every open deal, the most pressing first, with the reasons. */
export function openDealsJson({ advice, pipeline, outlooks }: Analysis) {
  return advice.openDeals.map((open, index) =>
    openDealJson(open, index + 1, pipeline.stages, outlooks.get(open.deal)),
  );
}

/** Chances to win and money at stake come with the forecast: null without one, never made up. */
function openDealJson(
  { deal, ageDays, daysInStage, flags }: OpenDeal,
  priority: number,
  stages: readonly Stage[],
  outlook: DealOutlook | undefined,
) {
  const { id, name, owner, amount } = deal;
  return {
    id,
    name,
    owner,
    stage: stageName(stages, deal.stage),
    amount,
    ageDays,
    daysInStage,
    winProbability: outlook?.winProbability ?? null,
    expectedAmount: outlook?.expectedAmount ?? null,
    expectedClose: dayOrNull(outlook?.expectedCloseDay ?? null),
    earlyClose: dayOrNull(outlook?.earlyCloseDay ?? null),
    lateClose: dayOrNull(outlook?.lateCloseDay ?? null),
    costOfWaiting: outlook?.costOfWaiting ?? null,
    statedClose: dayOrNull(deal.expectedCloseDay),
    statedProbability: deal.probability,
    flags: flags.map(({ code }) => code),
    evidence: flags.map(flagJson),
    priority,
    why: flags.map(whyFlagged),
    where: whereText(deal),
  };
}

const DAY_FIELDS: ReadonlySet<string> = new Set(["plannedDay", "dueDay", "firstDay", "nowDay"]);

/** A flag with its numbers; its days as text. */
function flagJson(flag: Flag): Readonly<Record<string, string | number | null>> {
  const entries = Object.entries(flag).map(([key, value]: [string, string | number | null]) => {
    return [key, DAY_FIELDS.has(key) && typeof value === "number" ? isoOfDay(value) : value] as const;
  });
  return Object.fromEntries(entries);
}
