import { receiverName } from "../../../../cards/receiver.ts";
import type { Deps } from "../../../deps.ts";
import type { Offered } from "../../../domain/procedure/field.ts";
import type { Locale, Person } from "../../../domain/programme/people.ts";

/** A person as a choice of a form: name and post. */
export function personChoice({ programme }: Pick<Deps, "programme">, person: Person): Offered[number] {
  const nameIn = (locale: Locale) =>
    `${person.name} · ${receiverName({ kind: "person", person }, programme, locale)}`;
  return { id: person.openId, name: nameIn("zh-CN"), nameEn: nameIn("en") };
}
