import { describe, expect, test } from "vitest";
import { ROLES } from "../../../src/domain/programme/people.ts";
import { QUARTER_ACTIONS, refuse } from "../../../src/domain/quarter/may.ts";
import { STAGES } from "../../../src/domain/quarter/timetable.ts";

// Who may do what in which stage, as a readable table. yes: allowed; roles not named are not.

const WHO_MAY = `
                              opening         open            late            locked          provisional     objections      published
town_official    report       not_open        yes             yes             yes             yes             yes             yes
town_official    object       not_provisional not_provisional not_provisional not_provisional yes             objections_over objections_over
county_reviewer  review       not_open        yes             yes             yes             yes             yes             yes
city_office      open         yes             already_open    already_open    already_open    already_open    already_open    already_open
city_office      review       not_open        yes             yes             yes             yes             yes             yes
city_office      reopen       not_open        yes             yes             yes             yes             yes             published
city_office      urge         not_open        yes             yes             locked          locked          locked          published
city_office      close        not_open        before_lock     before_lock     yes             already         already         published
city_office      announce     not_open        before_lock     before_lock     yes             already         already         published
city_office      answer       not_provisional not_provisional not_provisional not_provisional yes             yes             yes
city_office      publish      not_open        before_lock     before_lock     yes             objection_days  yes             published
city_office      correct      not_published   not_published   not_published   not_published   not_published   not_published   yes
`;

const [stages = [], ...lines] = WHO_MAY.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

describe("who may do what", () => {
  test("the table names every stage in its order, and every action", () => {
    expect(stages).toEqual([...STAGES]);
    expect(new Set(lines.map(([, action]) => action))).toEqual(new Set(QUARTER_ACTIONS));
  });
  for (const role of ROLES)
    for (const action of QUARTER_ACTIONS)
      test.each(STAGES.map((stage, i) => [stage, i] as const))(`${role} ${action} while %s`, (stage, i) => {
        const line = lines.find(([who, what]) => (who === role || who === "everybody") && what === action);
        expect(refuse(action, role, { stage, over: true }) ?? "yes").toBe(line ? line[2 + i] : "not_yours");
      });
  test("while the quarter itself still runs nobody opens it, reports, reviews or ranks", () => {
    const running = { stage: "opening", over: false } as const;
    expect(refuse("open", "city_office", running)).toBe("running");
    expect(refuse("report", "town_official", running)).toBe("running");
    expect(refuse("review", "county_reviewer", running)).toBe("running");
    expect(refuse("publish", "city_office", running)).toBe("running");
    expect(refuse("object", "town_official", running)).toBe("not_provisional");
  });
});
