import type { Borders, Fill, Font } from "exceljs";
import type { CellStyle } from "../../engine/index.ts";

/** What a cell style looks like in Excel. Colours are Okabe–Ito; weight and size carry the same meaning in grey. */
export interface CellLook {
  readonly font: Partial<Font>;
  readonly fill?: Fill;
  readonly border?: Partial<Borders>;
}

const BLUE = "FF0072B2";
const ORANGE = "FFE69F00";
const VERMILION = "FFD55E00";
const GREEN = "FF009E73";
const INK = "FF222222";
const QUIET = "FF666666";
const RULE = "FFD9D9D9";
/** Blue at 12 %: headers stay legible where a program paints their links in its own blue. */
const PALE_BLUE = "FFE0EEF6";

const FAMILY = "Calibri";

export const BAR_COLOUR = "FF8FC1DE";
export const LINK_COLOUR = BLUE;

function font(size: number, argb: string, more: Partial<Font> = {}): Partial<Font> {
  return { name: FAMILY, size, color: { argb }, ...more };
}

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

const BELOW: Partial<Borders> = { bottom: { style: "hair", color: { argb: RULE } } };
const HEAD: Partial<Borders> = { bottom: { style: "medium", color: { argb: BLUE } } };
const GROUP: Partial<Borders> = { bottom: { style: "thin", color: { argb: BLUE } } };

function mark(argb: string): Partial<Borders> {
  return { ...BELOW, left: { style: "thick", color: { argb } } };
}

const LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  title: { font: font(18, BLUE, { bold: true }) },
  subtitle: { font: font(10, QUIET) },
  section: { font: font(13, INK, { bold: true }) },
  headline: { font: font(12, INK) },
  note: { font: font(10, QUIET) },
  group: { font: font(10, BLUE, { bold: true }), border: GROUP },
  header: { font: font(11, BLUE, { bold: true }), fill: solid(PALE_BLUE), border: HEAD },
  label: { font: font(11, INK, { bold: true }), border: BELOW },
  body: { font: font(11, INK), border: BELOW },
  bound: { font: font(11, QUIET), border: BELOW },
  good: { font: font(11, INK, { bold: true }), border: mark(GREEN) },
  attention: { font: font(11, INK, { bold: true }), border: mark(ORANGE) },
  problem: { font: font(11, INK, { bold: true }), border: mark(VERMILION) },
};

export function cellLook(style: CellStyle): CellLook {
  return LOOKS[style];
}
