import { expect, test } from "vitest";
import { missing } from "../../../engine/basics/figure.ts";
import { knownSegments } from "../../../engine/report/known-segments.ts";
import { segmentsSheet } from "../../../engine/report/sheets/segments.ts";
import { adviceFixture } from "../../helpers/advice-fixture.ts";
import { sheetText } from "../../helpers/report-text.ts";

test("conversions by owner that nobody can know are no table of blanks, but the reason", () => {
  const analysis = adviceFixture();
  const owners = knownSegments(analysis.advice.segments, "owner").map((owner) => ({
    ...owner,
    conversions: owner.conversions.map(() => missing("lost-stages-unknown", 64)),
  }));
  const segments = new Map([...analysis.advice.segments, ["owner", owners] as const]);
  const sheet = segmentsSheet(
    { ...analysis, advice: { ...analysis.advice, segments } },
    { sourceName: "deals.xlsx", version: "0.1.0" },
  );
  expect(sheetText(sheet)).toContain(
    "Not known: the sheet does not say in which stage its 64 lost deals got lost.",
  );
  expect(sheet.tables.map(({ name }) => name)).not.toContain("Conversion by owner");
});
