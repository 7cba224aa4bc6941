import type { Problem, ProblemCode } from "../basics/problem.ts";

/** Problems of one kind and severity. */
export interface ProblemGroup {
  readonly severity: Problem["severity"];
  readonly code: ProblemCode;
  readonly problems: readonly Problem[];
}

/** The worst first. */
export const SEVERITIES: readonly Problem["severity"][] = ["error", "warning", "note"];

/**
 * Problems by kind: errors first, and the commonest kind first among equals.
 * @example problemGroups([]) // => []
 */
export function problemGroups(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap(asGroup).sort(worstFirst);
}

function asGroup(problems: readonly Problem[]): readonly ProblemGroup[] {
  const [first] = problems;
  return first === undefined ? [] : [{ severity: first.severity, code: first.code, problems }];
}

function worstFirst(a: ProblemGroup, b: ProblemGroup): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.problems.length - a.problems.length
  );
}
