import type { Problem } from "../../basics/problem.ts";
import { excerptOf } from "./excerpt.ts";

/** How one kind of problem is said. */
export interface ProblemWording {
  /** The kind in a few words: the heading of its group. */
  readonly title: string;
  /** What is wrong, as a sentence without its full stop; it starts with the excerpt where there is one. */
  readonly why: (told: Told) => string;
  /** What to do, as a sentence. */
  readonly remedy: string | ((told: Told) => string);
}

/** A problem's texts, made safe to print. */
export interface Told {
  /** The value in quotation marks, shortened; `This cell` where it is blank. */
  readonly excerpt: string;
  /** A detail as text, shortened; empty where the problem has none of that name. */
  readonly detail: (name: string) => string;
  /** A detail that counts something; 0 where the problem has none of that name. */
  readonly count: (name: string) => number;
}

/**
 * A problem's texts, made safe to print.
 * @example tell({ code: "date-unreadable", severity: "error", where: { sheet: "Deals", cell: "D17" }, value: "soon", excludes: "value" }).excerpt // => "\"soon\""
 */
export function tell(problem: Problem): Told {
  const excerpt = excerptOf(problem.value);
  const raw = (name: string): string | number => problem.details?.[name] ?? "";
  return {
    excerpt: excerpt === "" ? "This cell" : `"${excerpt}"`,
    detail: (name) => excerptOf(String(raw(name))),
    count: (name) => Number(raw(name)),
  };
}
