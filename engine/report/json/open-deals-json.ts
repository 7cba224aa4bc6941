import type { Analysis } from "../../analysis.ts";
import { isoOfDay } from "../../basics/day.ts";
import type { DealOutlook } from "../../forecast/outlook.ts";
import type { Flag, OpenDeal } from "../../measures/attention.ts";
import { whyWork } from "../wording/waiting.ts";
import { dayOrNull, stageName, whereText } from "./values.ts";

/** Every open deal, the most pressing first, with the reasons. */
export function openDealsJson(analysis: Analysis) {
  return analysis.workList.map((open, index) => openDealJson(open, index + 1, analysis));
}

/** Chances to win and money at stake come with the forecast: null without one, never made up. */
function openDealJson(open: OpenDeal, priority: number, analysis: Analysis) {
  const { deal, ageDays, daysInStage, flags } = open;
  const { id, name, owner, amount } = deal;
  return {
    id,
    name,
    owner,
    stage: stageName(analysis.pipeline.stages, deal.stage),
    amount,
    ageDays,
    daysInStage,
    ...outlookJson(analysis.outlooks.get(deal), analysis.isCounted),
    statedClose: dayOrNull(deal.expectedCloseDay),
    statedProbability: deal.probability,
    flags: flags.map(({ code }) => code),
    evidence: flags.map(flagJson),
    priority,
    why: whyWork(open, analysis),
    where: whereText(deal),
  };
}

function outlookJson(outlook: DealOutlook | undefined, isCounted: boolean) {
  const amount = (value: number | null | undefined): number | null => (isCounted ? null : (value ?? null));
  return {
    winProbability: outlook?.winProbability ?? null,
    expectedAmount: amount(outlook?.expectedAmount),
    expectedClose: dayOrNull(outlook?.expectedCloseDay ?? null),
    earlyClose: dayOrNull(outlook?.earlyCloseDay ?? null),
    lateClose: dayOrNull(outlook?.lateCloseDay ?? null),
    costOfWaiting: amount(outlook?.costOfWaiting),
    waitDays: outlook?.waitDays ?? null,
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
