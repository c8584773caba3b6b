import { expect, test } from "vitest";
import { objection } from "../../../src/domain/procedure/objection.ts";
import { begin } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { refuse } from "../../../src/domain/quarter/may.ts";
import { STAGES } from "../../../src/domain/quarter/timetable.ts";
import { towns } from "../programmes.ts";
import { quarterIn } from "../quarter/quarters.ts";

const town: Person = { openId: "ou_t", name: "王", role: "town_official", area: "qikou", locale: "zh-CN" };
const origin = { id: "o1", town: "qikou", period: "2026Q3", ref: "" };
const at = { actor: town, now: Date.UTC(2026, 10, 3), programme: towns, evidence: 0 };

test.each(STAGES)(
  "an objection raised while the quarter is %s is taken exactly where the timetable takes one",
  (stage) => {
    const barred = refuse("object", "town_official", quarterIn(stage));
    const raised = begin(objection, origin, "raise", { indicator: "inv", text: "口径不同", barred }, at);
    if (stage === "provisional") expect(raised.ok).toBe(true);
    else expect(raised).toMatchObject({ ok: false, refusal: { reason: barred } });
  },
);
