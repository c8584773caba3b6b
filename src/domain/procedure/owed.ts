import { shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { Person } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import { openAside } from "./aside.ts";
import { momentIn } from "./by-time.ts";
import { type At, daysFor, isOff, type Post, type Procedure, stateOf } from "./definition.ts";
import { type Address, addressOf, holds, holdsAddress } from "./posts.ts";
import { type LogEntry, lastTaken, type ProcedureRecord, type Values } from "./record.ts";
import { afterRests, isResting } from "./rest.ts";

// Who owes a record's next step, and who may see it; used by reminders, digests, hand-overs and task lists.

/**
 * `what`: the state or aside that is waiting. `since`: when it was entered; `movedAt`: when its debtors last
 * took a step (UTC ms; null: never). `ahead`: the day was set explicitly by a step, so it is useful to remind
 * before it. `notBy`: the holder of the post who proposed it and may not decide on it (null: nobody).
 * `opens`: the day before which it waits for nobody yet.
 */
export type Owed = {
  what: string;
  post: Post;
  to: Address;
  due: string | null;
  since: number;
  movedAt: number | null;
  ahead: boolean;
  notBy: string | null;
  opens: string | null;
};

/**
 * All open obligations: the state's next step unless an open aside holds it, and the answer to each open aside. None
 * while the record rests, and in a programme that does not use the procedure.
 */
export function owed(definition: Procedure, record: ProcedureRecord, programme: Programme): Owed[] {
  const isIdle = isOff(definition, programme) || isResting(record);
  return isIdle ? [] : obligations(definition, record, programme);
}

/** The same whether or not the programme uses the procedure, and the record rests. */
function obligations(definition: Procedure, record: ProcedureRecord, programme: Programme): Owed[] {
  const open = Object.entries(definition.asides ?? {}).flatMap(([name, aside]) => {
    const entry = openAside(definition, record, name);
    return entry ? [{ name, aside, entry }] : [];
  });
  const { owes } = stateOf(definition, record.state);
  const entered = record.log.findLast(({ from, to }) => from !== to);
  // No due day was set: the year's calendar was loaded after the step, or the record is from before due days
  // were stored.
  const due = record.due ?? dueOf(definition, record, { now: entered?.at ?? 0, programme });
  const held = open.some(({ aside }) => aside.holds);
  const one = (what: string, post: Post, entry: LogEntry | undefined, due: string | null, ahead = false) => {
    const to = addressOf(post, record, programme);
    const since = entry?.at ?? 0;
    const notBy = proposerOf(definition, record, what, post);
    const opens = what === record.state && owes?.opens ? dayIn(record.data, owes.opens) : null;
    return to ? [{ what, post, to, due, since, movedAt: movedAt(record, to), ahead, notBy, opens }] : [];
  };
  return [
    ...(owes && !held ? one(record.state, owes.post, entered, due, typeof owes.within === "object") : []),
    ...open.flatMap(({ name, aside, entry }) => {
      if (!aside.owes) return [];
      const { post, within } = aside.owes;
      const moved = (day: string | null) => day && afterRests(day, record, entry.at);
      if (typeof within === "object")
        return one(name, post, entry, moved(dayIn(entry.values, within.day)), true);
      const days = daysFor(definition.id, name, within, programme);
      return one(name, post, entry, moved(entry.due ?? daysOn(entry.at, days)));
    }),
  ];
}

/** Whether anything can be done about an obligation on a day (`YYYY-MM-DD`). */
export function waitsOn({ opens }: Pick<Owed, "opens">, day: string): boolean {
  return opens === null || opens <= day;
}

/** Whether an obligation waits for this person. */
export function waitsFor({ to, notBy }: Pick<Owed, "to" | "notBy">, person: Person): boolean {
  return holdsAddress(person, to) && person.openId !== notBy;
}

/** Who took the step that bars its taker from the steps `what` waits for. */
function proposerOf({ steps }: Procedure, record: ProcedureRecord, what: string, post: Post): string | null {
  const isOwed = (one: Post) => JSON.stringify(one) === JSON.stringify(post);
  const barring = Object.values(steps).find(
    ({ from, during, who, not }) =>
      not !== undefined && who.some(isOwed) && (during ? during.includes(what) : from.includes(what)),
  );
  return (barring?.not && lastTaken(record, barring.not)?.by) || null;
}

/** When a holder of this post last took a step after the first. */
function movedAt({ log }: ProcedureRecord, to: Address): number | null {
  const post = "openId" in to ? null : `${to.role} ${to.area}`;
  return log.slice(1).findLast((entry) => entry.post === post)?.at ?? null;
}

/** The day by which an aside opened by this step is due, as it is then; null for any other step. */
export function dueAside(
  { id, asides = {} }: Procedure,
  step: string,
  { now, programme }: Pick<At, "now" | "programme">,
): string | null {
  const opened = Object.entries(asides).find(([, { opens }]) => [opens].flat().includes(step));
  const [name = "", { owes } = {}] = opened ?? [];
  return typeof owes?.within === "number" ? daysOn(now, daysFor(id, name, owes.within, programme)) : null;
}

function dayIn(values: Values, field: string): string | null {
  const day = values[field];
  return typeof day === "string" && day !== "" ? day : null;
}

function daysOn(at: number, days: number): string | null {
  const answer = addWorkingDays(shanghaiDay(at), days);
  return answer.known ? answer.day : null;
}

/** The later of a moment and noon of a day, UTC ms. */
function notBefore(at: number, day: string | undefined): number {
  return day === undefined ? at : Math.max(at, shanghaiTime(day, "12:00"));
}

/** The day the state's next step is due: by the pack's or the definition's working days, or the day a field holds. */
export function dueOf(
  definition: Procedure,
  record: ProcedureRecord,
  { now, programme }: Pick<At, "now" | "programme">,
): string | null {
  const { owes } = stateOf(definition, record.state);
  if (!owes) return null;
  if (typeof owes.within === "object" && "moment" in owes.within) {
    const moment = momentIn(record, owes.within.moment);
    return moment === null ? null : shanghaiDay(moment - 1);
  }
  if (typeof owes.within === "object") return dayIn(record.data, owes.within.day);
  const days = daysFor(definition.id, record.state, owes.within, programme);
  return daysOn(notBefore(now, owes.from?.(record)), days);
}

/**
 * Whether a record belongs in a person's list of own matters: they owe a step or hold a post that follows it.
 */
export function concerns(
  definition: Procedure,
  record: ProcedureRecord,
  person: Person,
  programme: Programme,
): boolean {
  if (isResting(record)) return false;
  return (
    owed(definition, record, programme).some((one) => waitsFor(one, person)) ||
    followers(definition, record).some((post) => holds(person, post, record, programme))
  );
}

/** The posts that follow a record without owing anything: those of its state and of its open asides. */
function followers(definition: Procedure, record: ProcedureRecord): Post[] {
  const asides = Object.entries(definition.asides ?? {});
  const open = asides.filter(([name]) => openAside(definition, record, name));
  return [
    ...(stateOf(definition, record.state).concerns ?? []),
    ...open.flatMap(([, aside]) => aside.concerns ?? []),
  ];
}

/**
 * Whether a record stays out of every group and digest: in its present state only those who act on it may see it, which
 * excludes even the leading group, or its procedure concerns single units.
 */
export function isConfidential(definition: Procedure, record: ProcedureRecord): boolean {
  if (definition.confidential) return true;
  const { sees = [] } = stateOf(definition, record.state);
  return sees !== "everyone" && ![...definition.sees, ...sees].includes("leader");
}

/**
 * Whether a person may see a record: those who act on it, its debtors, and the posts its state is visible to. A procedure
 * that is left out hides none from them.
 */
export function maySeeRecord(
  definition: Procedure,
  record: ProcedureRecord,
  person: Person,
  programme: Programme,
): boolean {
  const { sees = [] } = stateOf(definition, record.state);
  if (sees === "everyone") return true;
  const owes = obligations(definition, record, programme).map(({ post }) => post);
  const posts = [...definition.sees, ...sees, ...followers(definition, record), ...owes];
  if (posts.some((post) => holds(person, post, record, programme))) return true;
  return record.log.some(({ by }) => by === person.openId);
}
