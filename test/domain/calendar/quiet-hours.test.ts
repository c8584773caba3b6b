import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quietUntil } from "../../../src/domain/calendar/quiet-hours.ts";
import { shanghaiClock, shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { isWorkingHour, nextWorkingHour } from "../../../src/domain/calendar/working-hours.ts";

const until = (time: string) => {
  const at = quietUntil(Date.parse(`${time}:00+08:00`));
  return `${shanghaiDay(at)}T${shanghaiClock(at)}`;
};

describe("when people may be written to unasked", () => {
  it.each([
    ["a Monday at ten", "2026-10-12T10:00", "2026-10-12T10:00"],
    ["the last minute of a day", "2026-10-12T17:59", "2026-10-12T17:59"],
    ["six o'clock", "2026-10-12T18:00", "2026-10-13T09:00"],
    ["before nine", "2026-10-12T07:30", "2026-10-12T09:00"],
    ["a Friday evening", "2026-10-16T20:00", "2026-10-19T09:00"],
    ["the evening before National Day", "2026-09-30T20:00", "2026-10-08T09:00"],
    ["a Saturday that is a working day", "2026-10-10T11:00", "2026-10-10T11:00"],
  ])("%s", (_, now, then) => expect(until(now)).toBe(then));
});

describe("in a year whose holidays are not announced yet", () => {
  it.each([
    ["from the last evening of the year before", "2026-12-31T19:00", "2027-01-04T09:00"],
    ["an ordinary Tuesday", "2027-03-02T10:00", "2027-03-02T10:00"],
    ["an ordinary Tuesday, early", "2027-03-02T06:00", "2027-03-02T09:00"],
    ["a Friday evening", "2027-03-05T18:00", "2027-03-08T09:00"],
    ["a Saturday, which might be made up for", "2027-03-06T10:00", "2027-03-08T09:00"],
    [
      "from the day before Spring Festival's eve to the eighth of its month",
      "2027-02-03T18:00",
      "2027-02-15T09:00",
    ],
    ["Qingming", "2027-04-05T10:00", "2027-04-07T09:00"],
    ["Labour Day", "2027-05-03T10:00", "2027-05-06T09:00"],
    ["Dragon Boat and a day on either side", "2027-06-08T10:00", "2027-06-11T09:00"],
    ["Mid-Autumn", "2027-09-15T10:00", "2027-09-17T09:00"],
    ["National Day", "2027-09-30T18:00", "2027-10-11T09:00"],
  ])("%s", (_, now, then) => expect(until(now)).toBe(then));
});

it("is never in the past, never outside 09:00 to 18:00, and stays where it is once there", () => {
  const moment = fc.integer({
    min: Date.parse("2026-01-01T00:00:00+08:00"),
    max: Date.parse("2029-12-31T00:00:00+08:00"),
  });
  fc.assert(
    fc.property(moment, (now) => {
      const at = quietUntil(now);
      expect(at).toBeGreaterThanOrEqual(now);
      expect(shanghaiClock(at) >= "09:00" && shanghaiClock(at) < "18:00").toBe(true);
      expect(quietUntil(at)).toBe(at);
      if (isWorkingHour(at) !== "unknown") expect(isWorkingHour(at)).toBe(true);
      const known = nextWorkingHour(now);
      if (known.known) expect(at).toBe(known.at);
    }),
  );
});
