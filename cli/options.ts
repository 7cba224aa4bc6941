import { type Day, dayOfIso, OptionError, type Options } from "../engine/index.ts";

/** Options of every command that reads, as commander hands them over. */
export interface ReadValues {
  readonly asOf?: string;
  readonly deals?: string;
  readonly history?: string;
  readonly stages?: string;
  readonly pipeline?: string;
  readonly currency?: string;
  readonly rate?: readonly string[];
  readonly dayFirst?: boolean;
  readonly monthFirst?: boolean;
  readonly map?: readonly string[];
  readonly horizon?: string;
  readonly level?: string;
  readonly seed?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly debug?: boolean;
}

/**
 * The engine's options from what was typed.
 * @throws OptionError where a value cannot be used.
 */
export function engineOptions(values: ReadValues, today: Day): Options {
  return {
    asOfDay: values.asOf === undefined ? today : readDay("--as-of", values.asOf),
    todayDay: today,
    ...(values.horizon === undefined
      ? {}
      : { horizon: readNumber("--horizon", values.horizon, "a whole number of months from 1 to 36") }),
    ...(values.level === undefined
      ? {}
      : { level: readNumber("--level", values.level, "a number from 0.5 to 0.99") }),
    ...(values.seed === undefined
      ? {}
      : { seed: readNumber("--seed", values.seed, "a whole number from 0") }),
    ...(values.deals === undefined ? {} : { dealsSheet: values.deals }),
    ...(values.history === undefined ? {} : { historySheet: values.history }),
    ...(values.stages === undefined ? {} : { stages: readStages(values.stages) }),
    ...(values.pipeline === undefined ? {} : { pipeline: values.pipeline }),
    ...(values.currency === undefined ? {} : { currency: readCurrency("--currency", values.currency) }),
    ...(values.rate === undefined ? {} : { rates: Object.fromEntries(values.rate.map(readRate)) }),
    ...(values.dayFirst ? { dateOrder: "day-first" } : {}),
    ...(values.monthFirst ? { dateOrder: "month-first" } : {}),
    ...(values.map === undefined ? {} : { columns: Object.fromEntries(values.map.map(readMapping)) }),
  };
}

/**
 * A day as typed.
 * @throws OptionError where it is none.
 */
export function readDay(option: string, text: string): Day {
  const day = dayOfIso(text.trim());
  if (day === null) throw new OptionError(option, text, "a day of the calendar as YYYY-MM-DD");
  return day;
}

/**
 * A number as typed.
 * @throws OptionError where it is none.
 */
export function readNumber(option: string, text: string, expected: string): number {
  if (!/^\d*\.?\d+$/.test(text.trim())) throw new OptionError(option, text, expected);
  return Number(text);
}

/** Names between commas; a name that holds a comma stands in quotation marks. */
function readStages(text: string): readonly string[] {
  const outsideQuotes = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
  const names = text.split(outsideQuotes).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
  if (names.some((name) => name === ""))
    throw new OptionError(
      "--stages",
      text,
      'names in order with commas between them: "Qualification, Proposal"',
    );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new OptionError("--stages", text, `each stage once: "${twice}" stands twice`);
  return names;
}

function readCurrency(option: string, text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new OptionError(option, text, "three letters such as EUR");
  return code;
}

function readRate(text: string): [string, number] {
  const match = /^\s*([A-Za-z]{3})\s*=\s*(\d*\.?\d+)\s*$/.exec(text);
  const worth = Number(match?.[2]);
  if (!match || !(worth > 0)) throw new OptionError("--rate", text, "a currency and its worth: USD=0.92");
  return [readCurrency("--rate", match[1] ?? ""), worth];
}

function readMapping(text: string): [string, string] {
  const at = text.indexOf("=");
  const field = text.slice(0, Math.max(at, 0)).trim();
  const header = text.slice(at + 1).trim();
  if (field === "" || header === "")
    throw new OptionError("--map", text, 'a field and the header that holds it: "amount=Deal value"');
  return [field, header];
}
