import type { ServerApi } from "../server-api.ts";
import * as app from "./app.ts";

/** Fails to compile where the server does not answer what the sidebar calls. Not part of the bundle. */
export const answered: ServerApi = app;
