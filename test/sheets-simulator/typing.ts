import { BLANK, type CellState, type Scalar } from "./document.ts";
import { ServiceError } from "./service-error.ts";
import { serialOfDate, serialOfInstant } from "./zone.ts";

/** What the simulator shows for a formula: it computes none. */
export const FORMULA_MARK = "#FORMULA";
export const MOST_CHARACTERS = 50_000;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface Typed {
  readonly value: Scalar | null;
  readonly formula?: string;
  readonly format?: string;
}

export interface Typist {
  readonly zone: string;
  readonly locale: string;
  /** The year that "3 Jan" means. */
  readonly year: number;
}

/** The cell after a value was put into it, parsed as Sheets parses what a person types. */
export function typeInto(cell: CellState, input: unknown, typist: Typist): CellState {
  const typed = read(cell, input, typist);
  const keepsFormat = typed.format === undefined || !/^(General|)$/.test(cell.format);
  return {
    ...cell,
    value: typed.value,
    formula: typed.formula ?? "",
    format: keepsFormat ? cell.format : (typed.format ?? BLANK.format),
    link: null,
  };
}

function read(cell: CellState, input: unknown, typist: Typist): Typed {
  if (input === null || input === undefined || input === "") return { value: null };
  if (typeof input === "number" || typeof input === "boolean") return readPlain(input);
  if (input instanceof Date) {
    return { value: serialOfInstant(input.getTime(), typist.zone), format: "M/d/yyyy H:mm:ss" };
  }
  const text = String(input);
  if (text.length > MOST_CHARACTERS) {
    throw new ServiceError(
      `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`,
    );
  }
  return cell.format === "@" ? { value: text } : readText(text, typist);
}

function readPlain(input: number | boolean): Typed {
  if (typeof input === "number" && !Number.isFinite(input)) return { value: "#NUM!" };
  return { value: input };
}

function readText(text: string, typist: Typist): Typed {
  if (text.startsWith("'")) return { value: text.slice(1) };
  const trimmed = text.trim();
  const number = readNumber(trimmed);
  if (number) return number;
  if (/^[=+-]./.test(text)) {
    return { value: FORMULA_MARK, formula: text.startsWith("=") ? text : `=${text}` };
  }
  if (/^(true|false)$/i.test(trimmed)) return { value: /^true$/i.test(trimmed) };
  return readDate(trimmed, typist) ?? readTime(trimmed) ?? { value: text };
}

function readNumber(text: string): Typed | null {
  const match = /^([+-]?)([$€£]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%?)$/i.exec(text);
  if (!match || (!match[3] && !match[4]) || text.endsWith(".")) return null;
  const [, sign, symbol, whole = "0", fraction = "", power = "", percent] = match;
  const size = Number(`${whole.replace(/,/g, "")}${fraction}${power}`);
  const value = (sign === "-" ? -size : size) / (percent ? 100 : 1);
  if (percent) return { value, format: "0%" };
  return symbol ? { value, format: `"${symbol}"#,##0.00` } : { value };
}

function readTime(text: string): Typed | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { value: seconds / 86_400, format: "H:mm:ss" };
}

function readDate(text: string, typist: Typist): Typed | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4]);
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const year = Number(slashed[3]) + (slashed[3]?.length === 2 ? 2000 : 0);
    return typist.locale === "en_US" ? dated(year, first, second) : dated(year, second, first);
  }
  const words = /^(?:(\d{1,2})\.? )?([a-z]{3,9})\.?(?: (\d{1,2}))?(?:,? (\d{4}))?$/i.exec(text);
  const month = words ? MONTHS.indexOf((words[2] ?? "").slice(0, 3).toLowerCase()) + 1 : 0;
  if (!words || month === 0 || !(words[1] || words[3] || words[4])) return null;
  return dated(Number(words[4] ?? typist.year), month, Number(words[1] ?? words[3] ?? 1));
}

function dated(year: number, month: number, day: number, time?: string): Typed | null {
  const serial = serialOfDate(year, month, day);
  const back = new Date(Date.UTC(year, month - 1, day));
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  const clock = time === undefined ? 0 : readTime(time)?.value;
  return {
    value: serial + Number(clock ?? 0),
    format: time === undefined ? "yyyy-MM-dd" : "yyyy-MM-dd H:mm:ss",
  };
}
