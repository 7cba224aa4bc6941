import { expect, it } from "vitest";
import { readTables } from "../../helpers/read-tables.ts";

it("a line of stages orders them, and the table of stages still says what each is", () => {
  const { recognition, stages } = readTables({
    Deals: `
      | Deal | Stage | Created    |
      | A    | Offer | 2026-01-05 |
      | B    | Talk  | 2026-01-06 |
      | C    | Done  | 2026-01-07 |`,
    "Pipecast Settings": `
      | Setting | Value       |
      | Stages  | Talk, Offer |
      --
      | Stage | Kind | Goal days |
      | Offer | open | 20        |
      | Talk  | open | 5         |
      | Done  | won  |           |`,
  });
  expect(recognition.shape).toBe("deals-only");
  expect(stages.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["Talk open", "Offer open", "Done won"]);
});
