import { commit } from "../../db/commit.ts";
import { openDatabase } from "../../db/open.ts";

// The second process of commit.test.ts: writes a hundred changes on request.

const { db, close } = await openDatabase(`file:${process.argv[2] ?? ""}`);
process.once("message", async () => {
  for (let i = 0; i < 100; i += 1) {
    const audit = { actor: "child", kind: "test", subject: String(i) };
    await commit(db, { audit, inbox: [`child:${i}`] }, i);
  }
  close();
  process.disconnect();
});
process.send?.("ready");
