import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Bottleneck } from "../../measures/types.ts";
import { amountCell, countCell, dayCell, daysCell, shareCell, textCell } from "../cells.ts";
import { type TermKey, termLink } from "../glossary/glossary.ts";
import { type KeyFigure, keyFigures } from "../key-figures.ts";
import { type Block, composeSheet, GAP, line, type TableBlock, type TableRow } from "../layout.ts";
import { groupedMissingNotes, missingBottleneckFigures, missingKeyFigures } from "../missing-figures.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { judgedShare, whyBottleneck, worthOfBottleneck } from "../wording/bottlenecks.ts";
import { headlines } from "../wording/headlines.ts";
import { leftOutNotes, levelNote, notesBlock } from "./notes.ts";
import { stageLink } from "./stages.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [27, 15, 11, 11, 12, 66, 6];

/** The first page: what to know, the main figures, and which stage holds deals back. */
export function overviewSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const blocks: readonly Block[] = [
    ...titleBlock("Pipeline overview", analysis, meta),
    GAP,
    line("What to know", "section"),
    ...headlines(analysis).map((sentence) => line(sentence, "headline")),
    GAP,
    line("Main figures", "section"),
    figureTable(analysis),
    ...bottleneckBlocks(analysis),
    ...notesBlock([
      levelNote(analysis),
      "A question mark leads to the glossary: meaning, formula, and what happens to open deals.",
      ...leftOutNotes(analysis),
      ...groupedMissingNotes([...missingKeyFigures(analysis), ...missingBottleneckFigures(analysis)]),
    ]),
  ];
  return composeSheet({
    name: "Pipecast Overview",
    widths: WIDTHS,
    blocks,
    frozenBlocks: 2,
    frozenColumns: 0,
  });
}

function header(text: string): { readonly header: ReportCell } {
  return { header: textCell(text, "header") };
}

function figureTable(analysis: Analysis): TableBlock {
  return {
    kind: "table",
    name: "Main figures",
    columns: ["Figure", "Value", "Lower", "Upper", "n (deals)", "What it means", "?"].map(header),
    rows: keyFigures(analysis).map(figureRow),
  };
}

function figureRow(figure: KeyFigure): TableRow {
  const { label, unit, value, interval, range, n, meaning, term, name } = figure;
  const bound = (side: "lower" | "upper"): ReportCell => {
    if (interval) return shareCell(interval[side], n ?? 0, "bound");
    return range ? amountCell(range[side], "bound") : textCell("");
  };
  return {
    cells: [
      textCell(unit === "days" ? `${label} (days)` : label, "label"),
      valueCell(figure),
      bound("lower"),
      bound("upper"),
      n === undefined || !isKnown(value) ? textCell("") : countCell(n),
      textCell(meaning, "body"),
      questionMark(term),
    ],
    names: [
      { column: 1, name },
      ...(range
        ? [
            { column: 2, name: `${name}_lower` },
            { column: 3, name: `${name}_upper` },
          ]
        : []),
    ],
  };
}

function valueCell({ unit, value, n }: KeyFigure): ReportCell {
  if (unit === "share") return shareCell(value, n ?? 0);
  if (unit === "day") return isKnown(value) ? dayCell(value) : textCell("");
  return { count: countCell, amount: amountCell, days: daysCell }[unit](value);
}

function questionMark(term: TermKey): ReportCell {
  return textCell("?", "body", termLink(term));
}

function bottleneckBlocks(analysis: Analysis): readonly Block[] {
  const { bottlenecks } = analysis;
  if (!isKnown(bottlenecks) || bottlenecks.length === 0) return [];
  const columns = ["Stage", "Kind", "Share", "Certainty", "Worth a quarter", "Why", "?"].map(header);
  const rows = bottlenecks.map((bottleneck) => bottleneckRow(bottleneck, analysis));
  return [
    GAP,
    line("Where deals get stuck", "section"),
    { kind: "table", name: "Bottlenecks", columns, rows },
  ];
}

function bottleneckRow(bottleneck: Bottleneck, analysis: Analysis): TableRow {
  const { counts, worths, isCounted } = analysis;
  const { share, n } = judgedShare(bottleneck, counts);
  const worth = worths.get(bottleneck);
  const isPriced = worth !== undefined && isKnown(worth) && !isCounted;
  const why = [whyBottleneck(bottleneck, counts), worthOfBottleneck(bottleneck, analysis)];
  return {
    cells: [
      textCell(bottleneck.stage.name, "label", stageLink(bottleneck.stage)),
      textCell(bottleneck.kind),
      shareCell(share, n),
      shareCell(bottleneck.evidence.certainty, 0),
      isPriced ? amountCell(worth.perQuarter.estimate) : textCell(""),
      textCell(why.filter((text) => text !== null).join(" ")),
      questionMark("bottleneck"),
    ],
  };
}
