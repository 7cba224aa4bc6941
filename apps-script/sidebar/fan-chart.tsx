import { scaleLinear, scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import type { ForecastView, PeriodView } from "../pipeline-view.ts";
import { money, periodName, share, shortMoney, shortPeriod } from "./format.ts";

const WIDTH = 268;
const HEIGHT = 130;
const EDGE = { left: 34, right: 12, top: 10, bottom: 22 };

interface Props {
  readonly forecast: ForecastView;
  readonly amountPrefix: string;
  readonly level: number;
}

/** The forecast by period: the mean as a line, its interval as a band, targets as dashes. */
export function FanChart({ forecast, amountPrefix, level }: Props) {
  const { periods } = forecast;
  const top = Math.max(1, ...periods.map(({ upper, target }) => Math.max(upper, target ?? 0)));
  const x = scalePoint()
    .domain(periods.map(({ period }) => period))
    .range([EDGE.left + 12, WIDTH - EDGE.right - 12]);
  const y = scaleLinear()
    .domain([0, top])
    .nice(3)
    .range([HEIGHT - EDGE.bottom, EDGE.top]);
  const across = (one: PeriodView): number => x(one.period) ?? 0;
  const band = area<PeriodView>()
    .x(across)
    .y0(({ lower }) => y(lower))
    .y1(({ upper }) => y(upper));
  const mean = line<PeriodView>()
    .x(across)
    .y((one) => y(one.mean));
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summaryOf(periods, amountPrefix, level)}>
        {y.ticks(3).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={EDGE.left - 4} y={y(tick) + 3} text-anchor="end">
              {shortMoney(tick)}
            </text>
          </g>
        ))}
        <path class="band" d={band([...periods]) ?? ""} />
        <path class="mean" d={mean([...periods]) ?? ""} />
        {periods.map((one) => (
          <g key={one.period}>
            <circle class="dot" cx={across(one)} cy={y(one.mean)} r="3" />
            {one.target === null ? null : (
              <line
                class="target"
                x1={across(one) - 12}
                x2={across(one) + 12}
                y1={y(one.target)}
                y2={y(one.target)}
              />
            )}
            <text class="tick" x={across(one)} y={HEIGHT - 8} text-anchor="middle">
              {shortPeriod(one.period)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        {`Line: expected. Band: ${share(level, 1)} range.${periods.some(({ target }) => target !== null) ? " Dashes: target." : ""}`}
      </figcaption>
      <PeriodTable periods={periods} amountPrefix={amountPrefix} level={level} />
    </figure>
  );
}

function summaryOf(periods: readonly PeriodView[], amountPrefix: string, level: number): string {
  const parts = periods.map(
    ({ period, mean, lower, upper }) =>
      `${periodName(period)}: ${money(mean, amountPrefix)}, between ${money(lower, amountPrefix)} and ${money(upper, amountPrefix)}`,
  );
  return `Forecast by period with its ${share(level, 1)} range. ${parts.join(". ")}.`;
}

function PeriodTable({
  periods,
  amountPrefix,
  level,
}: Omit<Props, "forecast"> & { readonly periods: readonly PeriodView[] }) {
  return (
    <table class="hidden">
      <caption>Forecast by period</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Mean</th>
          <th scope="col">{`${share(level, 1)} range`}</th>
          <th scope="col">Target</th>
        </tr>
      </thead>
      <tbody>
        {periods.map((one) => (
          <tr key={one.period}>
            <th scope="row">{periodName(one.period)}</th>
            <td>{money(one.mean, amountPrefix)}</td>
            <td>{`${money(one.lower, amountPrefix)} to ${money(one.upper, amountPrefix)}`}</td>
            <td>{one.target === null ? "none" : money(one.target, amountPrefix)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
