import type { Person } from "./people.ts";
import { shanghaiDay } from "./shanghai-time.ts";
import { workingDaysBetween } from "./working-days.ts";

/** A leader's question to a town about one row of a digest, followed until it is answered. Times UTC ms. */
export type TrackedQuestion = {
  id: string;
  town: string;
  /** The id of the row it is about (domain/digest/about.ts): `2026Q3/qikou`, a task's id, …. */
  about: string;
  text: string;
  askedBy: string;
  askedAt: number;
  /** The group whose card it was asked from, or "". The answer goes to the asker in private all the same. */
  chat: string;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: number | null;
};

export const LONGEST_QUESTION = 200;
export const LONGEST_ANSWER = 500;

export type QuestionRefusal = "not_yours" | "empty" | "too_long" | "answered";

/** Who may ask a town through a digest: the leading group and the city office. */
export function mayAsk(person: Pick<Person, "role">): boolean {
  return person.role === "leader" || person.role === "city_office";
}

/** May this person ask this? */
export function checkQuestion(person: Person, text: string): QuestionRefusal | null {
  if (!mayAsk(person)) return "not_yours";
  return checkLength(text, LONGEST_QUESTION);
}

/** May this person answer with this? The town's officials do, once. */
export function checkTownAnswer(
  question: TrackedQuestion,
  person: Person,
  text: string,
): QuestionRefusal | null {
  if (person.role !== "town_official" || person.area !== question.town) return "not_yours";
  if (question.answer !== null) return "answered";
  return checkLength(text, LONGEST_ANSWER);
}

function checkLength(text: string, longest: number): QuestionRefusal | null {
  if (text.trim() === "") return "empty";
  return [...text.trim()].length > longest ? "too_long" : null;
}

/** How long it has waited, or waited for its answer, in working days; null in a year without a calendar. */
export function questionAge({ askedAt, answeredAt }: TrackedQuestion, now: number): number | null {
  const answer = workingDaysBetween(shanghaiDay(askedAt), shanghaiDay(answeredAt ?? now));
  return answer.known ? answer.days : null;
}
