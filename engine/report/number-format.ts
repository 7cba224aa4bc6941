import { WHOLE_AMOUNTS_FROM } from "./numbers.ts";
import type { ReportCell } from "./report.ts";

const SHARES = { 0: "0%", 1: "0.0%" } as const;

/**
 * The number format of a cell, as spreadsheet programs write it, from its unit; user text that looks like a formula
 * is kept as text when edited. `amountPrefix` is what stands before an amount.
 * @example numberFormat({ value: 0.5, unit: "share", style: "body", decimals: 0 }, "€") // => "0%"
 */
export function numberFormat(cell: ReportCell, amountPrefix: string): string {
  switch (cell.unit) {
    case "count":
    case "days":
      return "#,##0";
    case "share":
      return SHARES[cell.decimals ?? 1];
    case "amount":
      return amountFormat(amountPrefix, cell.value === 0);
    case "day":
      return "yyyy-mm-dd";
    case "text":
      return looksLikeFormula(cell.value) ? "@" : "General";
  }
}

/** No decimals from 100 up, two below; none for nothing at all. */
function amountFormat(amountPrefix: string, isZero: boolean): string {
  const quoted = amountPrefix === "" ? "" : `"${amountPrefix}"`;
  if (isZero) return `${quoted}#,##0`;
  const most = WHOLE_AMOUNTS_FROM;
  return `[>=${most}]${quoted}#,##0;[<=-${most}]-${quoted}#,##0;${quoted}#,##0.00`;
}

function looksLikeFormula(value: ReportCell["value"]): boolean {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value);
}
