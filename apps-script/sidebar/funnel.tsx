import { scaleLinear } from "d3-scale";
import type { PipelineView, StageView } from "../pipeline-view.ts";
import { count, days, interval, reportText } from "./format.ts";

const WIDTH = 268;
const ROW = 36;
const BAR = 12;

/** How many deals reached each stage, and how many of the decided ones went on. */
export function Funnel({ view }: { readonly view: PipelineView }) {
  const { stages } = view;
  if (stages.length === 0) return null;
  const width = scaleLinear()
    .domain([0, Math.max(1, ...stages.map(({ reached }) => reached))])
    .range([0, WIDTH]);
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">How far deals get</h2>
      <svg viewBox={`0 0 ${WIDTH} ${stages.length * ROW}`} role="img" aria-label={summaryOf(stages)}>
        {stages.map((one, index) => (
          <g key={one.stage} transform={`translate(0,${index * ROW})`}>
            <text class="label" x="0" y="12">
              {one.stage.length > 26 ? `${one.stage.slice(0, 25)}…` : one.stage}
            </text>
            <text class="label" x={WIDTH} y="12" text-anchor="end">
              {count(one.reached)}
            </text>
            <rect class="bar" x="0" y="18" width={Math.max(1, width(one.reached))} height={BAR} />
          </g>
        ))}
      </svg>
      <details>
        <summary>Conversion and time, stage by stage</summary>
        <table class="thirds">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Went on</th>
              <th scope="col" class="number">
                Median stay
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map((one) => (
              <tr key={one.stage}>
                <th scope="row">{one.stage}</th>
                <td>{one.conversion ? interval(one.conversion) : "–"}</td>
                <td class="number">{medianOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function medianOf({ timeInStage }: StageView): string {
  const median = timeInStage?.medianDays ?? null;
  return median === null ? "–" : days(median);
}

function summaryOf(stages: readonly StageView[]): string {
  return `Deals that reached each stage. ${stages.map(({ stage, reached }) => `${stage}: ${count(reached)}`).join(", ")}.`;
}

/** The stage that holds deals back most, and what it costs. */
export function Bottleneck({ view }: { readonly view: PipelineView }) {
  const worst = view.bottlenecks?.[0];
  return (
    <section aria-labelledby="bottleneck">
      <h2 id="bottleneck">Where deals get stuck</h2>
      {worst ? (
        <>
          <p class="attention">
            <strong>{worst.stage}</strong> {`(${worst.kind}): ${reportText(worst.why)}`}
          </p>
          {worst.worth === null ? null : <p>{reportText(worst.worth)}</p>}
        </>
      ) : (
        <p class="gray">No stage stands out.</p>
      )}
    </section>
  );
}
