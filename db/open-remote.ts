import { drizzle } from "drizzle-orm/libsql/http";
import type { Db } from "./open.ts";
import { openRemoteClient } from "./remote-client.ts";

/** A database over HTTP (Turso, sqld), for Workers: no file, no native code. Migrations are applied from Node. */
export function openRemoteDatabase(url: string, authToken?: string): Db {
  return drizzle(openRemoteClient(url, authToken, false));
}
