import type { PipelineView, ProblemView } from "../pipeline-view.ts";
import { money, reportText, SPACE, share } from "./format.ts";
import { placeOf } from "./place.ts";

export type Select = (sheet: string, cell: string | null) => void;

interface Props {
  readonly view: PipelineView;
  readonly onSelect: Select;
}

const SHOWN_AT_FIRST = 5;

/** Open deals that need somebody today; a click selects the deal's row. */
export function DealsToday({ view, onSelect }: Props) {
  const deals = (view.openDeals ?? []).filter(({ flags }) => flags.length > 0);
  if (deals.length === 0) return null;
  const rows = deals.map((deal) => {
    const { sheet, cell } = placeOf(deal.where);
    const facts = [
      deal.stage,
      deal.owner,
      deal.amount === null ? null : money(deal.amount, view.amountPrefix ?? ""),
      deal.winProbability === null ? null : `${share(deal.winProbability, 1)}${SPACE}to${SPACE}win`,
    ].filter((fact) => fact !== null && fact !== "");
    return (
      <li key={deal.where}>
        <button type="button" class="row" onClick={() => onSelect(sheet, cell)}>
          <strong>{deal.name || deal.id}</strong>
          <span class="gray">{facts.join(" · ")}</span>
          <span>{reportText(deal.why.join(" "))}</span>
        </button>
      </li>
    );
  });
  return (
    <section aria-labelledby="today">
      <h2 id="today">Deals to work today</h2>
      <ShortList rows={rows} what="deals" />
    </section>
  );
}

const SEVERITIES: Readonly<Record<string, string>> = { error: "Error", warning: "Warning", note: "Note" };

/** What is wrong in the sheet; a click selects the cell. */
export function Problems({ view, onSelect }: Props) {
  const { problems } = view;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Data problems</h2>
      {problems.length === 0 ? (
        <p>None found.</p>
      ) : (
        <ShortList
          rows={problems.map((problem, index) => problemRow(problem, index, onSelect))}
          what="problems"
        />
      )}
    </section>
  );
}

function problemRow({ severity, sheet, cell, message }: ProblemView, index: number, onSelect: Select) {
  return (
    <li key={index}>
      <button type="button" class={`row ${severity}`} onClick={() => onSelect(sheet, cell)}>
        <strong>{`${SEVERITIES[severity] ?? severity} in ${sheet}${cell === null ? "" : `, ${cell}`}`}</strong>
        <span>{withoutPlace(message)}</span>
      </button>
    </li>
  );
}

/** A message begins with its place, which stands above it already. */
function withoutPlace(message: string): string {
  return reportText(message.replace(/^\S[^:]*![A-Z]+\d+: /, ""));
}

interface ShortListProps {
  readonly rows: readonly preact.JSX.Element[];
  readonly what: string;
  readonly look?: string;
}

/** The first few; the rest on demand. */
export function ShortList({ rows, what, look }: ShortListProps) {
  const rest = rows.slice(SHOWN_AT_FIRST);
  return (
    <>
      <ul class={look}>{rows.slice(0, SHOWN_AT_FIRST)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{`${rest.length} more ${what}`}</summary>
          <ul class={look}>{rest}</ul>
        </details>
      )}
    </>
  );
}
