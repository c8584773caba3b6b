import { Hono } from "hono";
import { templateSchema } from "../card/templates.ts";
import type { Sandbox } from "../sandbox.ts";
import { answer } from "./answer.ts";

/** Routes that list card templates and publish versions of them. */
export function templateApp({ templates }: Pick<Sandbox, "templates">): Hono {
  const app = new Hono();
  app.get("/sandbox/templates", (c) => c.json({ templates: templates.list() }));
  app.post("/sandbox/templates", (c) =>
    answer(c, (body) => {
      const read = templateSchema.safeParse(body);
      if (read.success) return templates.publish(read.data);
      const [issue] = read.error.issues;
      return { ok: false, error: `${issue?.path.join(".")}: ${issue?.message}` };
    }),
  );
  return app;
}
