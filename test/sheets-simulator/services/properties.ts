import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";

const MOST_VALUE_BYTES = 9 * 1024;
const MOST_STORE_BYTES = 500 * 1024;

export class PropertiesService extends Service {
  readonly className = "PropertiesService";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getDocumentProperties(): Properties | null {
    const { world } = this.execution;
    return world.bound ? new Properties(world.properties.document) : null;
  }

  getScriptProperties(): Properties {
    return new Properties(this.execution.world.properties.script);
  }

  getUserProperties(): Properties {
    return new Properties(this.execution.world.properties.user);
  }
}

class Properties extends Service {
  readonly className = "Properties";
  private readonly store: Map<string, string>;

  constructor(store: Map<string, string>) {
    super();
    this.store = store;
  }

  getProperty(key: string): string | null {
    return this.store.get(key) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.store);
  }

  setProperty(key: string, value: string): this {
    const text = String(value);
    if (Buffer.byteLength(text) > MOST_VALUE_BYTES) throw new ServiceError("Argument too large: value");
    const others = [...this.store].filter(([name]) => name !== key);
    const size = others.reduce(
      (sum, [name, one]) => sum + Buffer.byteLength(name) + Buffer.byteLength(one),
      Buffer.byteLength(key) + Buffer.byteLength(text),
    );
    if (size > MOST_STORE_BYTES) {
      throw new ServiceError(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    }
    this.store.set(key, text);
    return this;
  }

  setProperties(values: Record<string, string>): this {
    for (const [key, value] of Object.entries(values)) this.setProperty(key, value);
    return this;
  }

  deleteProperty(key: string): this {
    this.store.delete(key);
    return this;
  }
}
