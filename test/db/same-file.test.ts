import { copyFileSync, renameSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commit } from "../../db/commit.ts";
import { DatabaseUnusable } from "../../db/database-unusable.ts";
import { databaseReady } from "../../db/health.ts";
import { tempDatabase } from "./temp-database.ts";

// Writes into a file that nobody will find again must not be taken for stored.

const audit = { actor: "a", kind: "k", subject: "s" };

describe("the file under an open database", () => {
  test.each([
    ["removed", (file: string) => rmSync(file)],
    [
      "replaced",
      (file: string) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
  ])("%s: not ready, and no change is taken", async (how, happen) => {
    const { db, file } = await tempDatabase();
    await commit(db, { audit }, 1);
    expect(await databaseReady(db)).toEqual({ ready: true, why: "" });
    happen(file);
    expect(await databaseReady(db)).toEqual({
      ready: false,
      why: `the database file was ${how} while it was in use`,
    });
    await expect(commit(db, { audit }, 2)).rejects.toThrow(DatabaseUnusable);
  });
});
