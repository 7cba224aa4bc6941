import { isDateFormat } from "../../engine/grid/number-format.ts";
import type { CellState } from "./document.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** Roughly what the cell shows: enough to look at, not Sheets' own number formatting. */
export function shownText(cell: CellState): string {
  const { value, format } = cell;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (isDateFormat(format)) {
    return new Date(Math.round((value - SERIAL_OF_1970) * MILLISECONDS_A_DAY)).toISOString().slice(0, 10);
  }
  return shownNumber(value, format);
}

function shownNumber(value: number, format: string): string {
  const section = sectionFor(value, format)
    .replace(/"([^"]*)"/g, "$1")
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, "$1");
  const digits = /[#0][#0,]*(?:\.(0+))?/.exec(section);
  if (!digits || section === "General") return String(Math.round(value * 1e6) / 1e6);
  const isShare = section.includes("%");
  const decimals = digits[1]?.length ?? 0;
  const text = (isShare ? value * 100 : value).toLocaleString("en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: digits[0].includes(","),
  });
  return section.replace(digits[0], text);
}

/** Of `[>=100]#,##0;[<=-100]-#,##0;0.00` the section whose condition holds, else the last. */
function sectionFor(value: number, format: string): string {
  const sections = format.split(";");
  const fits = sections.find((section) => {
    const [, sign, limit] = /^\[(>=|<=|>|<)(-?[\d.]+)\]/.exec(section) ?? [];
    if (sign === undefined) return false;
    return sign.startsWith(">") ? value >= Number(limit) : value <= Number(limit);
  });
  const section = fits ?? (/^\[[<>]/.test(format) ? sections.at(-1) : sections[0]) ?? "";
  return section.replace(/^\[[<>=]+-?[\d.]+\]/, "");
}
