import { describe, expect, it } from "vitest";
import { readRecords } from "../../../engine/intake/read-records.ts";
import { withDefaults } from "../../../engine/options.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { everyday } from "./header-rows/everyday.ts";
import { hard } from "./header-rows/hard.ts";
import type { HeaderCase } from "./header-rows/header-case.ts";
import { languages } from "./header-rows/languages.ts";
import { services } from "./header-rows/services.ts";
import { systems } from "./header-rows/systems.ts";

const settings = withDefaults({ asOfDay: 20634 });

function claimed({ table }: HeaderCase): readonly string[] {
  const { columns } = readRecords([gridOf("Sheet1", table)], settings).recognition;
  return columns
    .map(({ field, stage, header }) => `${field}${stage === undefined ? "" : ` ${stage}`} = ${header}`)
    .sort();
}

function expected({ claims }: HeaderCase): readonly string[] {
  return claims
    .split(";")
    .map((claim) => claim.trim())
    .sort();
}

const groups = [
  { group: "systems", cases: systems },
  { group: "languages", cases: languages },
  { group: "services and forms", cases: services },
  { group: "everyday sheets", cases: everyday },
  { group: "hard tables", cases: hard },
];

describe.each(groups)("header rows of $group", ({ cases }) => {
  it.each(cases)("$of: claims these columns and no others", (headerCase) => {
    expect(claimed(headerCase)).toEqual(expected(headerCase));
  });
});
