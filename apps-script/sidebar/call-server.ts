import type { Answer, ServerApi } from "../server-api.ts";

type Call = keyof ServerApi;
type ValueOf<K extends Call> = ReturnType<ServerApi[K]> extends Answer<infer T> ? T : never;

interface Runner {
  withSuccessHandler(handle: (answer: unknown) => void): Runner;
  withFailureHandler(handle: (error: { readonly message: string }) => void): Runner & Calls;
}
type Calls = { readonly [K in Call]: (...values: Parameters<ServerApi[K]>) => void };

declare const google: { readonly script: { readonly run: Runner } };

/** Asks the server; rejects with an error whose message is in plain words. */
export function callServer<K extends Call>(
  name: K,
  ...values: Parameters<ServerApi[K]>
): Promise<ValueOf<K>> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => {
        const got = answer as Answer<ValueOf<K>> | null;
        if (got?.ok) resolve(got.value);
        else reject(new Error(got?.message ?? "Google Sheets gave no answer. Try again in a minute."));
      })
      .withFailureHandler(({ message }) =>
        reject(new Error(`Google Sheets answered "${message}". Try again in a minute.`)),
      );
    const calls: { readonly [name in K]: (...sent: Parameters<ServerApi[K]>) => void } = runner;
    calls[name](...values);
  });
}
