import stringWidth from "string-width";
import type {
  Fact,
  FactsBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  TextBlock,
} from "../../engine/index.ts";
import { drawChart } from "./draw-chart.ts";
import { drawTable, wrapTo } from "./draw-table.ts";
import type { Paint } from "./paint.ts";
import { visibleText } from "./visible-text.ts";

const INDENT = "  ";
const NARROWEST_VALUE = 24;
const USUAL_WIDTH = 80;
const WIDEST = 100;

/** How wide text is drawn: as the terminal says, 80 where nobody says, at most what reads well. */
export function textWidth(columns: number | undefined): number {
  return Math.min(Math.max(columns ?? USUAL_WIDTH, 40), WIDEST);
}

/**
 * Draws blocks of text for a terminal: wrapped to the width, aligned, what belongs to a heading indented
 * below it. Legible without colour.
 */
export function drawBlocks(blocks: readonly TextBlock[], width: number, paint: Paint): string {
  const lines: string[] = [];
  let indent = "";
  let last: TextBlock["kind"] | null = null;
  for (const block of blocks) {
    if (block.kind === "heading") indent = block.level === 1 ? "" : INDENT;
    if (last !== null && last !== "heading") lines.push("");
    const inner = block.kind === "heading" ? "" : indent;
    for (const line of drawBlock(block, width - inner.length, paint)) lines.push((inner + line).trimEnd());
    last = block.kind;
  }
  return lines.map((line) => `${line}\n`).join("");
}

function drawBlock(block: TextBlock, width: number, paint: Paint): string[] {
  if (block.kind === "heading") return drawHeading(block, width, paint);
  if (block.kind === "paragraph") return drawParagraph(block, width, paint);
  if (block.kind === "list") return drawList(block, width, paint);
  if (block.kind === "chart") return drawChart(block, width, paint);
  return block.kind === "facts" ? drawFacts(block, width, paint) : drawTable(block, width, paint);
}

/** The title stands over a rule; a section's heading over what belongs to it. */
function drawHeading(block: HeadingBlock, width: number, paint: Paint): string[] {
  const lines = wrapTo(visibleText(block.text), width);
  const rule = "═".repeat(Math.max(...lines.map((line) => stringWidth(line))));
  return block.level === 1 ? [...lines.map(paint.bold), paint.tone("quiet", rule)] : lines.map(paint.bold);
}

function drawParagraph(block: ParagraphBlock, width: number, paint: Paint): string[] {
  return wrapTo(visibleText(block.text), width).map((line) => paint.tone(block.tone ?? "plain", line));
}

function drawList(block: ListBlock, width: number, paint: Paint): string[] {
  return block.items.flatMap((item) =>
    wrapTo(visibleText(item), width - 2).map((line, index) =>
      paint.tone(block.tone ?? "plain", (index === 0 ? "- " : "  ") + line),
    ),
  );
}

/** Labels in a column, values beside them; values below their labels where the width is short. */
function drawFacts(block: FactsBlock, width: number, paint: Paint): string[] {
  const labelWidth = Math.max(...block.facts.map((fact) => stringWidth(visibleText(fact.label)))) + 2;
  const beside = width - labelWidth >= NARROWEST_VALUE;
  return block.facts.flatMap((fact) => {
    const label = visibleText(fact.label);
    const lines = wrapTo(factText(fact, paint), beside ? width - labelWidth : width - 2);
    if (!beside) return [label, ...lines.map((line) => INDENT + line)];
    const space = " ".repeat(labelWidth - stringWidth(label));
    return lines.map((line, index) => (index === 0 ? label + space : " ".repeat(labelWidth)) + line);
  });
}

function factText(fact: Fact, paint: Paint): string {
  const value = paint.tone(fact.tone ?? "plain", visibleText(fact.value));
  return fact.note === undefined ? value : `${value}  ${paint.tone("quiet", visibleText(fact.note))}`;
}
