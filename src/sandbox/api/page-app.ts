import { Hono } from "hono";
import { resourceAnswer } from "../platform/downloads.ts";
import type { Store } from "../store.ts";
import { pageFile } from "./page-files.ts";

/** Routes of the chat page and of the images and files it shows. */
export function pageApp(store: Store): Hono {
  const app = new Hono();
  app.get("/", async (c) => (await pageFile(undefined)) ?? c.notFound());
  app.get("/page/:file", async (c) => (await pageFile(c.req.param("file"))) ?? c.notFound());
  app.get("/sandbox/images/:key", (c) => resource(store, c.req.param("key"), "image"));
  app.get("/sandbox/files/:key", (c) => resource(store, c.req.param("key"), "file"));
  return app;
}

function resource(store: Store, key: string, kind: "image" | "file"): Response {
  const found = store.resource(key);
  if (found?.kind !== kind) {
    return Response.json({ ok: false, error: `there is no ${kind} ${key}` }, { status: 404 });
  }
  const { bytes, headers } = resourceAnswer(found);
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...headers,
      ...(kind === "image" ? { "content-disposition": "inline" } : {}),
      "x-content-type-options": "nosniff",
      "cache-control": "max-age=31536000, immutable",
    },
  });
}
