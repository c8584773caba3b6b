import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createFaults } from "../../../src/sandbox/faults.ts";
import { faultControl, faultSetting } from "../../../src/sandbox/page/tools/fault-control.ts";
import { KNOWN_EVENTS, KNOWN_SCOPES } from "../../../src/sandbox/page/tools/known-settings.ts";
import { isClientTooOld } from "../../../src/sandbox/page/world/fault-target.ts";
import { knownFaultsShape } from "../../../src/sandbox/page/world/tool-shapes.ts";

const { known } = knownFaultsShape.parse({ known: createFaults().known() });
const controlOf = (name: string) => faultControl(known.find((fault) => fault.name === name)?.value ?? {});

describe("the control of a switch", () => {
  it("is on or off, a number within its bounds, or one of some values", () => {
    expect(controlOf("duplicate")).toEqual({ kind: "switch" });
    expect(controlOf("status_5xx")).toEqual({ kind: "switch" });
    expect(controlOf("delay_ms")).toEqual({ kind: "number", min: 0, max: 60_000, first: 1000 });
    expect(controlOf("refuse_code")).toEqual({ kind: "number", min: 1, max: undefined, first: 1000 });
    expect(controlOf("untouched_fields")).toEqual({ kind: "choice", options: ["absent", "empty", "null"] });
    expect(controlOf("endpoint_code")).toMatchObject({
      kind: "choice",
      options: [1, 403, 514, 1000040343, 1000040350],
    });
  });

  it("offers every switch a value that is taken, whomever it is for", () => {
    const faults = createFaults();
    const where = { me: "ou_1", chat: "oc_1" };
    for (const { name, value } of known) {
      const control = faultControl(value);
      const first = {
        switch: true,
        number: 1000,
        choice: control.kind === "choice" ? control.options[0] : 0,
      };
      for (const aim of ["all", "me", "chat"] as const) {
        const setting = faultSetting(first[control.kind] ?? true, { aim, once: true, ...where });
        expect(faults.change({ [name]: setting }), name).toEqual({ ok: true });
      }
    }
  });

  it("narrows down to the acting person or the open chat, where one is open", () => {
    const where = { once: false, me: "ou_1", chat: "oc_1" };
    expect(faultSetting(true, { ...where, aim: "all" })).toEqual({ value: true });
    expect(faultSetting(true, { ...where, aim: "me", once: true })).toEqual({
      value: true,
      person: "ou_1",
      next: 1,
    });
    expect(faultSetting(5, { ...where, aim: "chat" })).toEqual({ value: 5, chat_id: "oc_1" });
    expect(faultSetting(5, { ...where, aim: "chat", chat: "" })).toEqual({ value: 5 });
  });
});

describe("a client that is too old", () => {
  const card = { person: "ou_1", chat_id: "oc_1", app_id: "cli_1" };
  it("is everybody's, or only of those the switch names", () => {
    expect(isClientTooOld({}, card)).toBe(false);
    expect(isClientTooOld({ client_too_old: { value: true } }, card)).toBe(true);
    expect(isClientTooOld({ client_too_old: { value: true, person: "ou_1", app_id: "cli_1" } }, card)).toBe(
      true,
    );
    expect(isClientTooOld({ client_too_old: { value: true, person: "ou_2" } }, card)).toBe(false);
    expect(isClientTooOld({ client_too_old: { value: true, chat_id: "oc_2" } }, card)).toBe(false);
  });
});

/** Every matching string in the sandbox's server code. */
function saidByServer(pattern: RegExp): string[] {
  const root = fileURLToPath(new URL("../../../src/sandbox/", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("page"))
    .map((path) => readFileSync(join(root, path), "utf8"));
  const found = files.flatMap((text) => [...text.matchAll(pattern)].map(([, said = ""]) => said));
  return [...new Set(found)].sort();
}

describe("what the console offers to tick", () => {
  it("is every scope the platform asks for", () => {
    const scopes = saidByServer(
      /"((?:im|contact|calendar|task|base|bitable|event|application|cardkit|auth):[a-z0-9_.:]+)"/g,
    );
    expect([...KNOWN_SCOPES].sort()).toEqual(scopes);
  });

  it("is every event the sandbox sends", () => {
    const events = saidByServer(/"((?:im|application|contact)\.[a-z0-9_.]+_v\d)"/g);
    expect([...KNOWN_EVENTS].sort()).toEqual(events);
  });
});
