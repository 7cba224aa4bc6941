import type { Analysis } from "../../analysis.ts";
import { textCell } from "../cells.ts";
import { GLOSSARY_SHEET, glossaryTerms } from "../glossary/glossary.ts";
import { composeSheet, GAP } from "../layout.ts";
import type { ReportSheet } from "../report.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [24, 46, 46, 34, 40, 30];
const HEADERS = ["Term", "Meaning", "How it is computed", "Out of", "Open deals", "Source"];

/** Every word of the report: meaning, formula, denominator, what happens to open deals, source. */
export function glossarySheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const rows = glossaryTerms().map(({ term, meaning, computed, denominator, openDeals, source }) => ({
    cells: [
      textCell(term, "label"),
      ...[meaning, computed, denominator, openDeals, source].map((text) => textCell(text)),
    ],
  }));
  const columns = HEADERS.map((text) => ({ header: textCell(text, "header") }));
  const blocks = [
    ...titleBlock("Glossary", analysis, meta),
    GAP,
    { kind: "table", name: "Glossary", columns, rows } as const,
  ];
  return composeSheet({
    name: GLOSSARY_SHEET,
    widths: WIDTHS,
    blocks,
    frozenBlocks: blocks.length,
    frozenColumns: 1,
  });
}
