import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { WaterfallStep } from "../../measures/review.ts";
import type { Deal } from "../../pipeline/pipeline.ts";
import { amountText, countedText, countText, dayText } from "../numbers.ts";
import type { TextBlock } from "../text-block.ts";
import { dealName } from "../wording/deal-names.ts";
import { flagTitle } from "../wording/flags.ts";
import { agenda, reviewNotes, stepTitle } from "../wording/review.ts";
import { targetName, targetText } from "../wording/targets.ts";

/** The review in a screenful or two: the agenda, the waterfall, what moved, what slipped, what is newly at risk. */
export function reviewText(analysis: Analysis): readonly TextBlock[] {
  const { sinceDay, untilDay, waterfall, due } = analysis.advice.review;
  return [
    { kind: "heading", level: 1, text: `Pipeline review, ${dayText(sinceDay)} to ${dayText(untilDay)}` },
    { kind: "heading", level: 2, text: "The ten-minute agenda" },
    {
      kind: "facts",
      facts: agenda(analysis).map(({ minutes, topic, text }) => ({
        label: `${topic}, ${minutes} min`,
        value: text,
      })),
    },
    { kind: "heading", level: 2, text: "From opening to closing" },
    waterfallTable(waterfall, analysis.currency),
    ...(isKnown(due)
      ? ([
          { kind: "heading", level: 2, text: `Deals due by the end of ${due.period.label}` },
          waterfallTable(due.steps, analysis.currency),
        ] as const)
      : []),
    ...targetBlocks(analysis),
    ...listBlocks(analysis),
    { kind: "heading", level: 2, text: "Notes" },
    { kind: "list", items: reviewNotes(analysis), tone: "quiet" },
  ];
}

function waterfallTable(steps: readonly WaterfallStep[], currency: string | null): TextBlock {
  const shown = steps.filter(({ step, deals }) => deals > 0 || step === "opening" || step === "closing");
  return {
    kind: "table",
    columns: [
      { title: "Step", align: "left" },
      { title: "Deals", align: "right" },
      { title: "Amount", align: "right" },
    ],
    rows: shown.map(({ step, deals, amount }) => [
      stepTitle(step),
      countText(deals),
      amountText(amount, currency),
    ]),
  };
}

function targetBlocks(analysis: Analysis): readonly TextBlock[] {
  const { targets, currency } = analysis;
  if (targets.length === 0) return [];
  const facts = targets.map((progress) => {
    const { target, wonAmount } = progress;
    const won = `${amountText(wonAmount, currency)} of ${amountText(target.amount, currency)} won.`;
    return { label: targetName(progress), value: `${won} ${targetText(progress, analysis)}` };
  });
  return [
    { kind: "heading", level: 2, text: "Targets" },
    { kind: "facts", facts },
  ];
}

/** More lines than this are left to the report and the JSON output. */
const MOST_LINES = 12;

function listBlocks({ advice, pipeline, currency }: Analysis): readonly TextBlock[] {
  const { stageMoves, slipped, newRisks } = advice.review;
  const stage = (index: number): string => pipeline.stages[index]?.name ?? "";
  return [
    ...listBlock(
      "Moved to another stage",
      stageMoves.map(({ deal, fromStage, toStage }) => {
        return `${dealText(deal, currency)}: ${stage(fromStage)} → ${stage(toStage)}`;
      }),
    ),
    ...listBlock(
      "Slipped",
      slipped.map((deal) => `${dealText(deal, currency)}: was due ${dayText(deal.expectedCloseDay ?? 0)}`),
    ),
    ...listBlock(
      "New on the risk list",
      newRisks.map(({ deal, flags }) => {
        const kinds = flags.map(({ code }) => flagTitle(code).toLowerCase()).join(", ");
        return `${dealText(deal, currency)}: ${kinds}`;
      }),
    ),
  ];
}

function listBlock(title: string, items: readonly string[]): readonly TextBlock[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_LINES;
  const shown = more > 0 ? [...items.slice(0, MOST_LINES), `and ${countedText(more, "more deal")}`] : items;
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "list", items: shown },
  ];
}

function dealText(deal: Deal, currency: string | null): string {
  const amount = deal.amount === null ? "" : `, ${amountText(deal.amount, currency)}`;
  return `${dealName(deal)}${deal.owner === "" ? "" : `, ${deal.owner}`}${amount}`;
}
