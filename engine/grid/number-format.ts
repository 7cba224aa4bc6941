import type { Day } from "../basics/day.ts";
import { currencyOfFormat } from "./currency-format.ts";
import type { Cell, DayCell } from "./grid.ts";

/** Serial 25569 is 1970-01-01 in the date system that starts in 1900. */
const SERIAL_OF_1970 = 25_569;
/** The date system that starts in 1904 counts 1,462 days less. */
const DAYS_FROM_1900_TO_1904 = 1_462;
/** Excel believes in 29 February 1900: serials before it stand one day later than the calendar says. */
const SERIAL_OF_FALSE_LEAP_DAY = 60;
const SERIAL_OF_YEAR_10000 = 2_958_466;
const SECONDS_A_DAY = 86_400;

/**
 * What a stored number is, told by its number format: a day, an amount of money, or just a number. Times
 * without a date and durations stay numbers.
 * @example cellOfNumber(46203, "yyyy-mm-dd", false) // => { kind: "day", day: 20634, second: 0 }
 * @example cellOfNumber(1250, "[$€-407] #,##0", false) // => { kind: "money", amount: 1250, currency: "EUR" }
 * @example cellOfNumber(0.5, "0%", false) // => 0.5
 */
export function cellOfNumber(value: number, formatCode: string, date1904: boolean): Cell {
  if (isDateFormat(formatCode)) return dayOfSerial(value, date1904) ?? value;
  const currency = currencyOfFormat(formatCode);
  return currency === null ? value : { kind: "money", amount: value, currency };
}

/**
 * Whether a number format shows a date. Quoted and escaped text, colours, conditions and locales in the code
 * are not looked at; hours and minutes alone are no date.
 * @example isDateFormat("[$-409]d mmm yyyy") // => true
 * @example isDateFormat("0\" days\"") // => false
 * @example isDateFormat("[h]:mm") // => false
 */
export function isDateFormat(formatCode: string): boolean {
  const code = placeholders(formatCode);
  if (/general|standard/i.test(code) || /[#?]/.test(code)) return false;
  if (/0/.test(code.replace(/[s:][.,]?0+/gi, ""))) return false;
  if (/[yd]/i.test(code)) return true;
  return /m/i.test(code) && !/[hs]/i.test(code);
}

/** The first section's placeholders: what is left when quoted, escaped, padded and bracketed text is gone. */
function placeholders(formatCode: string): string {
  const bare = formatCode
    .replace(/"[^"]*"?/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[([hms]+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/am\/pm|a\/p/gi, "h");
  return bare.split(";")[0] ?? "";
}

/**
 * The day and time of day of a spreadsheet's serial number, or null where the number is no date.
 * @example dayOfSerial(46203.75, false) // => { kind: "day", day: 20634, second: 64800 }
 * @example dayOfSerial(44741, true) // => { kind: "day", day: 20634, second: 0 }
 * @example dayOfSerial(-3, false) // => null
 */
export function dayOfSerial(serial: number, date1904: boolean): DayCell | null {
  const in1900 = date1904 ? serial + DAYS_FROM_1900_TO_1904 : serial;
  if (!(serial >= (date1904 ? 0 : 1) && in1900 < SERIAL_OF_YEAR_10000)) return null;
  const seconds = Math.round(in1900 * SECONDS_A_DAY);
  const wholeSerial = Math.floor(seconds / SECONDS_A_DAY);
  const shift = !date1904 && wholeSerial < SERIAL_OF_FALSE_LEAP_DAY ? 1 : 0;
  const day: Day = wholeSerial - SERIAL_OF_1970 + shift;
  return { kind: "day", day, second: seconds - wholeSerial * SECONDS_A_DAY };
}

const BUILT_IN_CODES: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "mm-dd-yy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/**
 * The code of a built-in number format. The built-in currency formats (5–8, 41–44) are shown in the reader's
 * own currency and name none; 27–36 and 50–58 are East Asian dates.
 * @example builtInFormatCode(14) // => "mm-dd-yy"
 * @example builtInFormatCode(44) // => "General"
 */
export function builtInFormatCode(id: number): string {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "yyyy-mm-dd";
  return BUILT_IN_CODES.get(id) ?? "General";
}
