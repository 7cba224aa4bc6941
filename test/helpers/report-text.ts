import { addressOf } from "../../engine/grid/address.ts";
import type { CellArea, ReportCell, ReportChart, ReportSheet } from "../../engine/report/report.ts";
import type { ChartRow, TextBlock } from "../../engine/report/text-block.ts";

/** A report sheet as text to review: one line a row, raw values with units, links behind an arrow. */
export function sheetText(sheet: ReportSheet): string {
  const { name, widths, frozenRows, frozenColumns, tables, names } = sheet;
  const rows = sheet.rows.map((row, index) => `${index + 1}: ${row.map(cellText).join(" | ")}`.trimEnd());
  return [
    `# ${name}`,
    `widths ${widths.join(" ")}; frozen ${frozenRows} rows, ${frozenColumns} columns`,
    ...tables.map(
      (table) =>
        `table ${table.name} at ${addressOf(table.row, table.column)}, ${table.rowCount} × ${table.columnCount}` +
        `${table.filters ? ", filters" : ""}${table.barColumns.length > 0 ? `, bars in ${table.barColumns.join(" ")}` : ""}`,
    ),
    ...(sheet.charts ?? []).flatMap(chartLines),
    ...names.map(({ name: cellName, row, column }) => `name ${cellName} = ${addressOf(row, column)}`),
    ...rows,
    "",
  ].join("\n");
}

function chartLines({ kind, title, alt, place, categories, series }: ReportChart): string[] {
  const drawn = series.map(({ name, role, values }) => `${role} "${name}" ${areaText(values)}`);
  return [
    `chart ${kind} over ${areaText(place)}: ${title}`,
    `  ${alt}`,
    `  by ${areaText(categories)}: ${drawn.join(", ")}`,
  ];
}

function areaText({ row, column, rowCount, columnCount }: CellArea): string {
  return `${addressOf(row, column)}:${addressOf(row + rowCount - 1, column + columnCount - 1)}`;
}

function cellText(cell: ReportCell | null): string {
  if (cell === null) return "";
  const { value, unit, style, decimals, span, link } = cell;
  const shown = value === null ? "–" : String(value);
  const kind = unit === "text" ? "" : ` ${unit}${decimals === undefined ? "" : `.${decimals}`}`;
  const look = style === "body" ? "" : ` [${style}${span === undefined ? "" : ` ×${span}`}]`;
  const target = link === undefined ? "" : ` → ${link.to} ${link.place.sheet}!${link.place.cell ?? ""}`;
  return shown + kind + look + target;
}

/** Text blocks as text to review, one line a fact, row or item. */
export function blocksText(blocks: readonly TextBlock[]): string {
  return `${blocks.map(blockText).join("\n")}\n`;
}

function blockText(block: TextBlock): string {
  switch (block.kind) {
    case "heading":
      return `\n${"#".repeat(block.level)} ${block.text}`;
    case "paragraph":
      return toned(block.text, block.tone);
    case "list":
      return block.items.map((item) => toned(`- ${item}`, block.tone)).join("\n");
    case "facts":
      return block.facts.map(({ label, value, note }) => [label, value, note ?? ""].join(" | ")).join("\n");
    case "chart":
      return [...block.rows.map(chartRowText), JSON.stringify(block.legend)].join("\n");
    case "table": {
      const head = block.columns.map(({ title }) => title).join(" | ");
      return [head, ...block.rows.map((row, index) => toned(row.join(" | "), block.rowTones?.[index]))].join(
        "\n",
      );
    }
  }
}

function chartRowText({ label, text, value, range, done, target }: ChartRow): string {
  const ends = range ? `${range.lower}–${range.upper}` : "";
  return [label, text, value, ends, done ?? "", target ?? ""].join(" | ");
}

function toned(text: string, tone: string | undefined): string {
  return tone === undefined || tone === "plain" ? text : `${text}  (${tone})`;
}
