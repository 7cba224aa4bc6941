import type { ChangeRecord, Changes, DealRecord, StageName } from "./records.ts";

const FIRST_ROOM = 64;
/** A left day that is not there. */
const NONE = -0x80000000;

/** Columns of changes that grow as changes are added. */
export class ChangeList implements Changes {
  length = 0;
  readonly stageNames: string[] = [];
  deals: Int32Array;
  stages: Int32Array;
  days: Int32Array;
  seconds: Float64Array;
  rows: Int32Array;
  columns: Uint16Array;
  /** None until a change has one. */
  private leftDays: Int32Array | null = null;
  private sheets: Uint16Array;
  private readonly sheetNames: string[] = [];
  private readonly records: readonly Pick<DealRecord, "id">[];
  private readonly stageNumbers = new Map<string, number>();

  /** @param room how many changes are expected. */
  constructor(records: readonly Pick<DealRecord, "id">[], room = 0) {
    this.records = records;
    const size = Math.max(FIRST_ROOM, room);
    const column = (): Int32Array => new Int32Array(size);
    [this.deals, this.stages, this.days, this.rows] = [column(), column(), column(), column()];
    [this.columns, this.sheets] = [new Uint16Array(size), new Uint16Array(size)];
    this.seconds = new Float64Array(size);
  }

  /** @param deal the place of its deal. */
  add(deal: number, change: Omit<ChangeRecord, "dealId">): void {
    const i = this.length;
    if (i === this.deals.length) this.grow();
    this.deals[i] = deal;
    this.stages[i] = this.numberOfStage(change.stage);
    this.days[i] = change.day;
    this.seconds[i] = change.second;
    this.rows[i] = change.row;
    this.columns[i] = change.column;
    if (change.leftDay !== null)
      this.leftDays = this.leftDays ?? new Int32Array(this.deals.length).fill(NONE);
    if (this.leftDays) this.leftDays[i] = change.leftDay ?? NONE;
    this.sheets[i] = this.numberOfSheet(change.sheet);
    this.length = i + 1;
  }

  at(index: number): ChangeRecord {
    const leftDay = this.leftDays?.[index] ?? NONE;
    return {
      sheet: this.sheetNames[this.sheets[index] ?? 0] ?? "",
      row: this.rows[index] ?? 0,
      column: this.columns[index] ?? 0,
      dealId: this.records[this.deals[index] ?? -1]?.id ?? "",
      stage: this.stageNames[this.stages[index] ?? 0] ?? "",
      day: this.days[index] ?? 0,
      second: this.seconds[index] ?? 0,
      leftDay: leftDay === NONE ? null : leftDay,
    };
  }

  *[Symbol.iterator](): Iterator<ChangeRecord> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  private numberOfStage(name: StageName["name"]): number {
    const known = this.stageNumbers.get(name);
    if (known !== undefined) return known;
    const number = this.stageNames.push(name) - 1;
    this.stageNumbers.set(name, number);
    return number;
  }

  private numberOfSheet(name: string): number {
    const last = this.sheetNames.length - 1;
    if (this.sheetNames[last] === name) return last;
    const known = this.sheetNames.indexOf(name);
    return known >= 0 ? known : this.sheetNames.push(name) - 1;
  }

  private grow(): void {
    const size = this.deals.length * 2;
    const longer = (own: Int32Array): Int32Array => copied(own, new Int32Array(size));
    const shorts = (own: Uint16Array): Uint16Array => copied(own, new Uint16Array(size));
    this.seconds = copied(this.seconds, new Float64Array(size));
    this.deals = longer(this.deals);
    this.stages = longer(this.stages);
    this.days = longer(this.days);
    this.rows = longer(this.rows);
    this.columns = shorts(this.columns);
    this.sheets = shorts(this.sheets);
    if (this.leftDays) this.leftDays = longer(this.leftDays);
  }
}

function copied<Column extends Int32Array | Uint16Array | Float64Array>(own: Column, longer: Column): Column {
  longer.set(own);
  return longer;
}
