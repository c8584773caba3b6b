import { expect, test } from "vitest";
import { accountabilityKit } from "../../../cards/record/kits/accountability.ts";
import { annualKit } from "../../../cards/record/kits/annual.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedTo, START } from "../../domain/procedure/played.ts";
import { tenTowns } from "../office/programmes.ts";

// A record leads to the form of what follows it, unless the pack leaves that out.

test.each([
  [annualKit, "frozen", "commendation"],
  [accountabilityKit, "decided", "accountability"],
] as const)("to what follows, unless it is left out", (kit, state, next) => {
  const record = playedTo(kit.definition, tenTowns, GIVEN[kit.definition.id] ?? {}).get(state);
  const reader = everyone(tenTowns).find(({ role }) => role === "city_office") ?? null;
  if (!record) throw new Error(`never ${state}`);
  const drawn = (procedures: typeof tenTowns.procedures) => {
    const situation = { reader, offers: [], evidence: 0, quarter: null, unheld: [], now: START };
    const card = recordCard({
      programme: { ...tenTowns, procedures },
      ...{ kit, record, locale: "zh-CN", ...situation },
    });
    return JSON.stringify(card).includes(`new__${next}`);
  };
  expect([drawn({}), drawn({ [next]: { off: true, days: {} } })]).toEqual([true, false]);
});
