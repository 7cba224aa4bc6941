import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { power } from "../../../engine/stats/power.ts";

const ENGINE = resolve(import.meta.dirname, "../../../engine");

test("2 to the 10th is 1024, a square root is the power ½, and 1 stays 1, each to 14 digits", () => {
  expect(power(2, 10) / 1024).toBeCloseTo(1, 13);
  expect(power(2, 0.5) / Math.SQRT2).toBeCloseTo(1, 13);
  expect(power(1, 123.4)).toBe(1);
  expect(power(7, 0)).toBe(1);
});

test("nothing to a power is nothing", () => {
  expect(power(0, 0.3)).toBe(0);
});

test("the engine takes no other power than squares and those of 2 and 10, whose digits are the same everywhere", () => {
  const files = readdirSync(ENGINE, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const lines = files.flatMap((file) => readFileSync(join(ENGINE, file), "utf8").split("\n"));
  const powers = lines.filter((line) => /\*\* |Math\.(pow|cbrt|hypot)/.test(line) && !/^\s*\/?\*/.test(line));
  expect(powers.length).toBeGreaterThan(5);
  const others = powers.filter((line) =>
    /\*\* |Math\.(pow|cbrt|hypot)/.test(line.replace(/\*\* 2\b|\b(2|10) \*\* \w+/g, "")),
  );
  expect(others).toEqual([]);
});
