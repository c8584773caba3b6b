import { receiverName } from "../../../../cards/receiver.ts";
import { holders } from "../../../../db/roster.ts";
import type { Locale, Person } from "../../../domain/programme/people.ts";
import { cityOffice } from "../../roster/people.ts";
import { madeLater, makes } from "../../sending/made-later.ts";
import type { Effect, Given } from "./effect.ts";

/** What the entry that packs an acceptance's papers says of itself in the outbox. */
const PACKAGE = "package";

/** Whether an entry of the outbox packs papers. */
export const isPackage = makes(PACKAGE);

/** Who may be in a team: the office, the leading group and the departments, by name and post. */
export const teamChoices: Given = async (deps) => {
  const people = [
    ...(await cityOffice(deps)),
    ...(await holders(deps.db, "leader")),
    ...(await holders(deps.db, "department")),
  ];
  const named = (person: Person, locale: Locale) =>
    `${person.name} · ${receiverName({ kind: "person", person }, deps.programme, locale)}`;
  return {
    people: people.map((person) => ({
      ...{ id: person.openId, name: named(person, "zh-CN"), nameEn: named(person, "en") },
    })),
  };
};

/** Whether papers can be packed where this runs. */
export const canPack: Given = async ({ sendPackage }) => ({ able: sendPackage !== undefined });

/** The papers are packed by the outbox, so that a press is answered at once and nothing is lost. */
export const queuePackage: Effect = async (deps, { after }) => {
  const by = after.log.at(-1)?.by ?? "";
  const of = { toType: "message_id", to: after.id } as const;
  const cause = `package ${after.id} ${after.revision}`;
  return { outbox: [madeLater(PACKAGE, of, JSON.stringify({ by }), cause, deps.clock.now())] };
};
