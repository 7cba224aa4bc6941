import type { Analysis } from "../../analysis.ts";
import { type Figure, isKnown } from "../../basics/figure.ts";
import type { StageMeasures } from "../../measures/types.ts";
import { type KeyFigure, keyFigures } from "../key-figures.ts";
import { groupedMissingNotes, missingKeyFigures, missingStageFigures } from "../missing-figures.ts";
import { amountText, countText, daysText, dayText, intervalText, shareText } from "../numbers.ts";
import { eventualNotes, leftOutNotes } from "../sheets/notes.ts";
import type { Fact, TextBlock } from "../text-block.ts";
import { excerptOf } from "../wording/excerpt.ts";
import { headlines } from "../wording/headlines.ts";

/** The report in a screenful: what to know, the main figures, the stages, and what was left out. */
export function summaryText(analysis: Analysis): readonly TextBlock[] {
  return [
    { kind: "heading", level: 1, text: `Pipeline as of ${dayText(analysis.asOfDay)}` },
    { kind: "list", items: headlines(analysis) },
    { kind: "heading", level: 2, text: "Main figures" },
    { kind: "facts", facts: facts(analysis) },
    ...stageBlocks(analysis.stages),
    ...noteBlocks(analysis),
  ];
}

/** Figures without a value are left to the notes. */
function facts(analysis: Analysis): readonly Fact[] {
  return keyFigures(analysis)
    .filter(({ unit }) => unit !== "day")
    .flatMap((figure) => factOf(figure, analysis.currency));
}

function factOf(figure: KeyFigure, currency: string | null): readonly Fact[] {
  const { label, value, meaning, term } = figure;
  if (!isKnown(value)) return [];
  const fact = { label, value: valueText(figure, value, currency) };
  return [term === "velocity" ? { ...fact, note: meaning } : fact];
}

function valueText(figure: KeyFigure, value: number, currency: string | null): string {
  const { unit, interval, range, n } = figure;
  if (interval) return intervalText(interval);
  if (range)
    return `${amountText(value, currency)} (${amountText(range.lower, currency)}–${amountText(range.upper, currency)})`;
  const basis = n === undefined ? "" : `, n = ${countText(n)}`;
  if (unit === "amount") return amountText(value, currency) + basis;
  if (unit === "days") return daysText(value) + basis;
  return unit === "share" ? shareText(value, n ?? 0) + basis : countText(value);
}

function stageBlocks(stages: readonly StageMeasures[]): readonly TextBlock[] {
  return stages.length === 0 ? [] : [{ kind: "heading", level: 2, text: "Stages" }, stageTable(stages)];
}

function stageTable(stages: readonly StageMeasures[]): TextBlock {
  const right = (title: string) => ({ title, align: "right" }) as const;
  return {
    kind: "table",
    columns: [
      { title: "Stage", align: "left", wraps: true },
      right("Reached"),
      right("Open"),
      right("Conversion"),
      right("Won at last"),
      right("Median days"),
    ],
    rows: stages.map(stageRow),
  };
}

function stageRow({ stage, reached, open, conversion, eventualWin, timeInStage }: StageMeasures) {
  const rate = (figure: StageMeasures["conversion"]): string =>
    isKnown(figure) ? shareText(figure.estimate, figure.n) : "–";
  const median: Figure<number> = isKnown(timeInStage) ? timeInStage.medianDays : timeInStage;
  return [
    excerptOf(stage.name),
    countText(reached),
    countText(open),
    rate(conversion),
    rate(eventualWin),
    isKnown(median) ? countText(Math.round(median)) : "–",
  ];
}

function noteBlocks(analysis: Analysis): readonly TextBlock[] {
  const notes = [
    ...eventualNotes(analysis),
    ...leftOutNotes(analysis),
    ...groupedMissingNotes([...missingKeyFigures(analysis), ...missingStageFigures(analysis)]),
  ];
  if (notes.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Notes" },
    { kind: "list", items: notes, tone: "quiet" },
  ];
}
