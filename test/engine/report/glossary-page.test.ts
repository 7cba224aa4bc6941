import { expect, test } from "vitest";
import { glossaryTerms } from "../../../engine/report/glossary/glossary.ts";
import type { Term } from "../../../engine/report/glossary/term.ts";

/** The glossary sheet as a page; `npx vitest run -u test/engine/report` writes it anew. */
function page(): string {
  const opening = "Every word of the report. The same lines stand in the sheet *Pipecast Glossary*.";
  return ["# Glossary", "", opening, "", ...glossaryTerms().map(section)].join("\n");
}

function section({ term, meaning, computed, denominator, openDeals, source }: Term): string {
  const points = [
    `How it is computed: ${computed}`,
    `Out of: ${denominator}`,
    `Open deals: ${openDeals}`,
    `Source: ${source}`,
  ].filter((point) => !point.endsWith(": –"));
  return [`## ${term}`, "", meaning, "", ...points.map((point) => `- ${point}`), ""].join("\n");
}

test("docs/glossary.md says what the glossary sheet says", async () => {
  await expect(page()).toMatchFileSnapshot("../../../docs/glossary.md");
});

test("every term is explained in whole sentences", () => {
  for (const { term, meaning } of glossaryTerms()) expect(`${term}: ${meaning}`).toMatch(/: [A-Z].*\.$/);
});
