import type { RecordView } from "../../../cards/record/kit.ts";
import { invitationKit, meetingKit } from "../../../cards/record/kits/meeting.ts";
import { recordCard } from "../../../cards/record/record.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { photoOf } from "../../cards/pictures/photos.ts";
import { type Shown, show } from "../../cards/show.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { playedTo } from "../../domain/procedure/played.ts";
import { seen } from "./seen.ts";
import type { Setting } from "./setting.ts";

/** Meetings on site with everyone who is invited, and the invitation as its receiver has it. */
export function meetings(at: Setting): Shown[] {
  return show(recordCard, meetingViews(at));
}

function meetingViews(at: Setting): Record<string, RecordView> {
  const { programme } = at;
  const called = seen(at, meetingKit, "called", "city_office");
  const states = [
    ...playedTo(invitationKit.definition, programme, GIVEN.invitation ?? {}, at.words).values(),
  ];
  const addresses = [
    ...programme.towns.map(({ slug }) => `town.${slug}`),
    ...programme.counties.map(({ slug }) => `county.${slug}`),
    "ou_1",
  ];
  const kin = addresses.flatMap((to, i): ProcedureRecord[] => {
    const one = states[i % states.length];
    return one ? [{ ...one, ref: called.record.id, data: { ...one.data, to } }] : [];
  });
  const photos = [1, 2].map((n) => ({ ...photoOf(null, {}, n), record: called.record.id }));
  const { record } = called;
  const without = { ...record, data: { ...record.data, event: "", unscheduled: "permission" } };
  const guest = seen(at, invitationKit, "invited", "town_official");
  const own = { ...guest.record, ref: record.id };
  return {
    "meeting with everyone": { ...called, kin, photos },
    "meeting not in the calendar": { ...called, record: without, kin },
    "meeting of a guest": { ...seen(at, meetingKit, "held", "town_official"), kin, photos },
    "invitation with its meeting": { ...guest, record: own, kin: [record] },
  };
}
