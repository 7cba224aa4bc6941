import { dayOfDate, dayOfIso } from "../basics/day.ts";
import { type Period, type PeriodUnit, periodOf } from "../basics/period.ts";
import type { Problem } from "../basics/problem.ts";
import { monthOfName } from "./month-names.ts";

/** An amount to win in a period, by the whole team or by one owner. */
export interface ReadTarget {
  readonly period: Period;
  /** Null for the whole team. */
  readonly owner: string | null;
  readonly amount: number;
}

export interface ReadTargets {
  readonly targets: readonly ReadTarget[];
  /** The whole team's target for every month or quarter that has none of its own. */
  readonly every: ReadonlyMap<PeriodUnit, number>;
  readonly problems: readonly Problem[];
}

/** A period as people write it, and perhaps an owner behind it: `2026-07`, `Q3 2026`, `July 2026, Ada`. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => Period | null])[] = [
  [/^(\d{4})[-/. ]?Q([1-4])(?!\d)/i, ([, year, quarter]) => inMonth(year, Number(quarter) * 3, "quarter")],
  [/^Q([1-4])[-/. ]?(\d{4})(?!\d)/i, ([, quarter, year]) => inMonth(year, Number(quarter) * 3, "quarter")],
  [/^(\d{4}-\d{2}-\d{2})(?!\d)/, ([, iso = ""]) => ofDay(dayOfIso(iso))],
  [/^(\d{4})[-/.](\d{1,2})(?!\d)/, ([, year, month]) => inMonth(year, Number(month), "month")],
  [/^(\d{1,2})[/.](\d{4})(?!\d)/, ([, month, year]) => inMonth(year, Number(month), "month")],
  [/^(\p{L}+)\.? (\d{4})(?!\d)/u, ([, name = "", year]) => inMonth(year, monthOfName(name) ?? 0, "month")],
];

function inMonth(year: string | undefined, month: number, unit: PeriodUnit): Period | null {
  const day = dayOfDate(Number(year), month, 1);
  return day === null ? null : periodOf(day, unit);
}

function ofDay(day: number | null): Period | null {
  return day === null ? null : periodOf(day, "month");
}

/**
 * Targets by the labels of the settings sheet; one that names no period is a problem. An owner stands behind the
 * period: `2026-07 Ada`, `Q3 2026, Ben`. `month`, `each quarter` and the like stand for every one.
 */
export function readTargets(byLabel: ReadonlyMap<string, number>, sheet: string): ReadTargets {
  const targets: ReadTarget[] = [];
  const every = new Map<PeriodUnit, number>();
  const problems: Problem[] = [];
  byLabel.forEach((amount, label) => {
    const read = readLabel(label.trim());
    const unit = everyUnit(label.trim());
    if (unit && amount > 0) every.set(unit, amount);
    else if (read && amount > 0) targets.push({ ...read, amount });
    else problems.push(unreadable(label, sheet));
  });
  return { targets, every, problems };
}

/** `month`, `a quarter`, `each month`: a target for every one. */
function everyUnit(label: string): PeriodUnit | null {
  const unit = /^(?:(?:a|each|every|per) )?(month|quarter)$/i.exec(label)?.[1]?.toLowerCase();
  return unit === "month" || unit === "quarter" ? unit : null;
}

function readLabel(label: string): Pick<ReadTarget, "period" | "owner"> | null {
  for (const [form, periodOfMatch] of FORMS) {
    const match = form.exec(label);
    const period = match ? periodOfMatch(match) : null;
    if (!match || !period) continue;
    const owner = label
      .slice(match[0].length)
      .replace(/^[\s,;:–-]+/, "")
      .trim();
    return { period, owner: owner === "" ? null : owner };
  }
  return null;
}

function unreadable(label: string, sheet: string): Problem {
  return {
    code: "setting-unreadable",
    severity: "error",
    where: { sheet, cell: null },
    value: label,
    excludes: "value",
    details: { setting: "Target" },
  };
}
