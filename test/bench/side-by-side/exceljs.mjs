// exceljs and JavaScript written by hand: the same aggregates of a history in a workbook.
import exceljs from "exceljs";

const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
const byDeal = new Map();
workbook.worksheets[0].eachRow((row, number) => {
  if (number === 1) return;
  const [, id, stage, moved, , , amount] = row.values;
  const moves = byDeal.get(id) ?? [];
  moves.push({ stage, moved: moved.getTime(), amount });
  byDeal.set(id, moves);
});

const stages = new Map();
const months = new Map();
for (const moves of byDeal.values()) {
  moves.sort((a, b) => a.moved - b.moved);
  for (const [place, { stage, moved, amount }] of moves.entries()) {
    if (stage === "Won") {
      const month = new Date(moved).toISOString().slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + amount);
    }
    if (stage === "Won" || stage === "Lost") continue;
    const counts = stages.get(stage) ?? { stage, deals: 0, advanced: 0, lost: 0, stays: [] };
    stages.set(stage, counts);
    counts.deals++;
    const next = moves[place + 1];
    if (next === undefined) continue;
    counts.stays.push((next.moved - moved) / 86_400_000);
    if (next.stage === "Lost") counts.lost++;
    else counts.advanced++;
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

console.log(
  JSON.stringify({
    stages: [...stages.values()].map(({ stage, deals, advanced, lost, stays }) => ({
      stage,
      deals,
      conversion: advanced / (advanced + lost),
      days: median(stays),
    })),
    months: [...months].sort().map(([month, amount]) => ({ month, amount })),
  }),
);
