import type { DocumentState, MetadataState } from "../document.ts";
import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";
import { sheetService } from "./sheet-service.ts";

const MOST_CHARACTERS = 30_000;

export class DeveloperMetadata extends Service {
  readonly className = "DeveloperMetadata";
  private readonly execution: Execution;
  private readonly state: MetadataState;

  constructor(execution: Execution, state: MetadataState) {
    super();
    this.execution = execution;
    this.state = state;
  }

  getKey(): string {
    return this.state.key;
  }

  getValue(): string {
    return this.state.value;
  }

  setValue(value: string): this {
    checkSize(this.execution.world.document, this.state, value);
    this.state.value = value;
    return this;
  }

  getLocation(): MetadataLocation {
    return new MetadataLocation(this.execution, this.state);
  }

  remove(): void {
    const { document } = this.execution.world;
    document.metadata = document.metadata.filter((one) => one !== this.state);
  }
}

class MetadataLocation extends Service {
  readonly className = "DeveloperMetadataLocation";
  private readonly execution: Execution;
  private readonly state: MetadataState;

  constructor(execution: Execution, state: MetadataState) {
    super();
    this.execution = execution;
    this.state = state;
  }

  getLocationType(): string {
    return this.state.sheetId === null ? "SPREADSHEET" : "SHEET";
  }

  getSheet(): Service | null {
    const sheet = this.execution.world.document.sheets.find((one) => one.id === this.state.sheetId);
    return sheet ? sheetService(this.execution, sheet) : null;
  }
}

export class MetadataFinder extends Service {
  readonly className = "DeveloperMetadataFinder";
  private readonly execution: Execution;
  private readonly sheetId: number | null;
  private key: string | null = null;

  constructor(execution: Execution, sheetId: number | null) {
    super();
    this.execution = execution;
    this.sheetId = sheetId;
  }

  withKey(key: string): this {
    this.key = key;
    return this;
  }

  find(): DeveloperMetadata[] {
    return this.execution.world.document.metadata
      .filter((one) => this.key === null || one.key === this.key)
      .filter((one) => this.sheetId === null || one.sheetId === this.sheetId)
      .map((one) => new DeveloperMetadata(this.execution, one));
  }
}

export function addMetadata(execution: Execution, sheetId: number | null, key: string, value: string): void {
  const { document } = execution.world;
  const state: MetadataState = { id: document.nextId++, key, value: "", sheetId };
  checkSize(document, state, value);
  state.value = value;
  document.metadata.push(state);
}

/** Google allows 30,000 characters of metadata a sheet, and as many for the spreadsheet itself. */
function checkSize(document: DocumentState, changed: MetadataState, value: string): void {
  const others = document.metadata.filter((one) => one !== changed && one.sheetId === changed.sheetId);
  const size = others.reduce(
    (sum, one) => sum + one.key.length + one.value.length,
    changed.key.length + value.length,
  );
  if (size > MOST_CHARACTERS) throw new ServiceError("The developer metadata exceeds the storage limit.");
}
