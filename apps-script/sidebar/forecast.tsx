import type { PipelineView } from "../pipeline-view.ts";
import { FanChart } from "./fan-chart.tsx";
import { money, periodName, reportText, share } from "./format.ts";

/** What will close, when, how sure, and the chance of the target. */
export function Forecast({ view }: { readonly view: PipelineView }) {
  const { forecast, level, amountPrefix = "", forecastUnit = "", otherOutlook = null } = view;
  const [next] = forecast?.periods ?? [];
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">Forecast</h2>
      {forecast && next ? (
        <>
          <p class="figure">
            <strong>{money(next.mean, amountPrefix) + forecastUnit}</strong> in {periodName(next.period)}
          </p>
          <p>
            {`Between ${money(next.lower, amountPrefix)} and ${money(next.upper, amountPrefix)} in ${share(level, 1)} of cases` +
              (next.wonSoFar === 0 ? "." : `; ${money(next.wonSoFar, amountPrefix)} won so far.`)}
          </p>
          {next.target === null || next.chanceOfTarget === null ? null : (
            <p>{`Chance of your target of ${money(next.target, amountPrefix)}: ${share(next.chanceOfTarget, 1)}.`}</p>
          )}
          <FanChart forecast={forecast} amountPrefix={amountPrefix} level={level} />
          {otherOutlook === null ? null : <p>{reportText(otherOutlook)}</p>}
        </>
      ) : (
        <p class="gray">{reportText(withoutForecast(view.notes))}</p>
      )}
    </section>
  );
}

/** Why there is none; the note of it begins with what it is about. */
function withoutForecast(notes: readonly string[]): string {
  const note = notes.find((one) => one.startsWith("forecast: "));
  return note === undefined ? "None yet." : `None: ${note.replace("forecast: ", "")}`;
}

/** How past forecasts did, beside the naive ones: the receipt. */
export function Accuracy({ view }: { readonly view: PipelineView }) {
  const { backtest } = view;
  if (!backtest || backtest.cutoffs === 0) return null;
  const { methods, chosen, cutoffs } = backtest;
  const inUse = methods.filter(({ method }) => method === chosen);
  const others = methods.filter(({ method }) => method !== chosen);
  return (
    <section aria-labelledby="accuracy">
      <h2 id="accuracy">How good past forecasts were</h2>
      <p>{`Replayed over ${cutoffs} past months; used now: ${inUse[0]?.phrase ?? chosen}. Off by: the typical miss, in per cent of the average month.`}</p>
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
          {[...inUse, ...others].slice(0, 4).map(({ method, phrase, wape }) => (
            <tr key={method}>
              <th scope="row">{phrase ?? method}</th>
              <td class="number">{wape === null ? "–" : share(wape, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
