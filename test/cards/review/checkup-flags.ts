import type { CheckupFlag } from "../../../src/domain/checkup/checkup-flag.ts";

export const flag = (
  kind: CheckupFlag["kind"],
  values: CheckupFlag["values"],
  severity: CheckupFlag["severity"] = "flag",
): CheckupFlag => ({ key: `${kind}:x`, kind, section: "image", severity, values });

/** One of every kind. */
export const noticed = [
  flag("twins", { other: "puming" }),
  flag("bunching", { n: 12, k: 8 }),
  flag("copied_figures", { n: 14 }),
  flag("round_hundreds", { n: 9, k: 8 }),
  flag("sandbagged", { plan: 1200, even: 3000, ambition: 0.4 }),
  flag("paid_ahead", { paid: 900, inPlace: 700 }),
  flag("photo_reused", { photo: "om/img", town: "puming", period: "2026Q2", distance: 1 }),
  flag("photo_date", { takenOn: "2026-03-02", first: "2026-07-01", last: "2026-09-30" }),
  flag("photo_place", { km: 23.5 }, "watch"),
];
