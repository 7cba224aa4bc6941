import type { ReportCell } from "../../engine/index.ts";

const SHARES = { 0: "0%", 1: "0.0%" } as const;

/** The number format of a cell, from its unit; user text that looks like a formula is kept as text when edited. */
export function numberFormat(cell: ReportCell, amountPrefix: string): string {
  switch (cell.unit) {
    case "count":
    case "days":
      return "#,##0";
    case "share":
      return SHARES[cell.decimals ?? 1];
    case "amount":
      return amountFormat(amountPrefix);
    case "day":
      return "yyyy-mm-dd";
    case "text":
      return looksLikeFormula(cell.value) ? "@" : "General";
  }
}

/** No decimals from 1,000 up, two below. */
function amountFormat(amountPrefix: string): string {
  const quoted = amountPrefix === "" ? "" : `"${amountPrefix}"`;
  return `[>=1000]${quoted}#,##0;[<=-1000]-${quoted}#,##0;${quoted}#,##0.00`;
}

function looksLikeFormula(value: ReportCell["value"]): boolean {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value);
}
