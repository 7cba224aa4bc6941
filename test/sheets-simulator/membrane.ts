import { types } from "node:util";
import { Service } from "./service.ts";
import { ExecutionKilled } from "./service-error.ts";

/** Constructors of the script's own realm, so that `instanceof Date` holds there. */
export interface Realm {
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
}

export interface Gate {
  /** Counts the call, or throws where it is not allowed here. */
  readonly call: (name: string) => void;
}

type Method = (...values: unknown[]) => unknown;

/** Stands between the script and the services: counts, refuses, and hands over copies of values only. */
export class Membrane {
  private readonly proxies = new WeakMap<Service, object>();
  private readonly targets = new WeakMap<object, Service>();
  private readonly realm: Realm;
  private readonly gate: Gate;

  constructor(realm: Realm, gate: Gate) {
    this.realm = realm;
    this.gate = gate;
  }

  /** A value as the script gets it. */
  toScript(value: unknown): unknown {
    if (value instanceof Service) return this.expose(value);
    if (value instanceof Date) return new this.realm.Date(value.getTime());
    if (Array.isArray(value)) return this.realm.Array.from(value, (item) => this.toScript(item));
    if (typeof value !== "object" || value === null) return value;
    return this.copyInto(new this.realm.Object(), value, (item) => this.toScript(item));
  }

  /** A value as the services get it. */
  toHost(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const target = this.targets.get(value);
    if (target) return target;
    if (types.isDate(value)) return new Date(Number(value));
    if (Array.isArray(value)) return Array.from(value, (item) => this.toHost(item));
    return this.copyInto({}, value, (item) => this.toHost(item));
  }

  expose(service: Service): object {
    const known = this.proxies.get(service);
    if (known) return known;
    const proxy = new Proxy(new this.realm.Object(), {
      get: (_target, key) => this.member(service, key),
      has: (_target, key) => this.member(service, key) !== undefined,
      set: () => false,
    });
    this.proxies.set(service, proxy);
    this.targets.set(proxy, service);
    return proxy;
  }

  /** Runs host code for the script: its errors become errors of the script's realm. */
  guarded(run: () => unknown): unknown {
    try {
      return this.toScript(run());
    } catch (error) {
      throw this.errorForScript(error);
    }
  }

  private member(service: Service, key: string | symbol): unknown {
    if (typeof key === "symbol") return undefined;
    if (key === "toString") return () => service.className;
    const constant = service.constants[key];
    if (constant !== undefined) return this.toScript(constant);
    const method: unknown = Reflect.get(Object.getPrototypeOf(service), key);
    if (key === "constructor" || typeof method !== "function") return undefined;
    return (...values: unknown[]) =>
      this.guarded(() => {
        this.gate.call(`${service.className}.${key}`);
        return (method as Method).apply(
          service,
          values.map((value) => this.toHost(value)),
        );
      });
  }

  private errorForScript(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    const made = new this.realm.Error(error.message);
    made.name = error instanceof ExecutionKilled ? "ExecutionKilled" : "Exception";
    return made;
  }

  private copyInto(target: object, source: object, convert: (value: unknown) => unknown): object {
    for (const [key, value] of Object.entries(source)) {
      Object.defineProperty(target, key, {
        value: convert(value),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return target;
  }
}
