import type { PipelineView } from "../pipeline-view.ts";
import { FanChart } from "./fan-chart.tsx";
import { money, share } from "./format.ts";

/** What will close, when, how sure, and the chance of the target. */
export function Forecast({ view }: { readonly view: PipelineView }) {
  const { forecast, level, amountPrefix = "" } = view;
  const [next] = forecast?.periods ?? [];
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">Forecast</h2>
      {forecast && next ? (
        <>
          <p class="figure">
            <strong>{money(next.mean, amountPrefix)}</strong> in {next.period}
          </p>
          <p>
            {`Between ${money(next.lower, amountPrefix)} and ${money(next.upper, amountPrefix)} in ${share(level, 1)} of cases; ` +
              `${money(next.wonSoFar, amountPrefix)} won so far.`}
          </p>
          {next.target === null || next.chanceOfTarget === null ? null : (
            <p>{`Chance of your target of ${money(next.target, amountPrefix)}: ${share(next.chanceOfTarget, 1)}.`}</p>
          )}
          <FanChart forecast={forecast} amountPrefix={amountPrefix} level={level} />
        </>
      ) : (
        <p class="gray">This version does not compute a forecast yet.</p>
      )}
    </section>
  );
}

/** How past forecasts did, beside the naive ones: the receipt. */
export function Accuracy({ view }: { readonly view: PipelineView }) {
  const { backtest } = view;
  if (!backtest || backtest.cutoffs === 0) return null;
  const others = backtest.methods.filter(({ method }) => method !== "pipecast");
  const ours = backtest.methods.find(({ method }) => method === "pipecast");
  return (
    <section aria-labelledby="accuracy">
      <h2 id="accuracy">How good past forecasts were</h2>
      <p>{`Replayed over ${backtest.cutoffs} past months; used now: ${backtest.chosen}.`}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Method</th>
            <th scope="col" class="number">
              Off by
            </th>
          </tr>
        </thead>
        <tbody>
          {[...(ours ? [ours] : []), ...others].slice(0, 4).map(({ method, wape }) => (
            <tr key={method}>
              <th scope="row">{method}</th>
              <td class="number">{wape === null ? "–" : share(wape, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
