import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startProgress } from "../../cli/draw/progress.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

function watch(isTTY: boolean): {
  readonly texts: string[];
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
} {
  const texts: string[] = [];
  return { texts, isTTY, write: (text) => void texts.push(text) };
}

test("work of under a second shows nothing", () => {
  const screen = watch(true);
  const progress = startProgress(screen, 2, false);
  progress.step("Reading deals.xlsx");
  vi.advanceTimersByTime(900);
  progress.done();
  vi.advanceTimersByTime(5_000);
  expect(screen.texts).toEqual([]);
});

test("longer work shows the step it is at, and clears the line in the end", () => {
  const screen = watch(true);
  const progress = startProgress(screen, 2, false);
  progress.step("Reading deals.xlsx");
  vi.advanceTimersByTime(1_100);
  expect(screen.texts.join("")).toContain("░░░░░░░░░░░░░░░░░░░░ Reading deals.xlsx");
  progress.step("Working out the figures");
  expect(screen.texts.at(-1)).toContain("██████████░░░░░░░░░░ Working out the figures");
  progress.done();
  expect(screen.texts.at(-1)).toBe("\r\u001b[2K");
});

test.each([
  ["in a pipe", false, false],
  ["when quiet is wanted", true, true],
])("nothing %s", (_where, isTTY, quiet) => {
  const screen = watch(isTTY);
  const progress = startProgress(screen, 2, quiet);
  progress.step("Reading deals.xlsx");
  vi.advanceTimersByTime(3_000);
  progress.step("Working out the figures");
  progress.done();
  expect(screen.texts).toEqual([]);
});
