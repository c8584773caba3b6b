import { COUNTY_ROLES, ROLES } from "../programme/people.ts";
import {
  aboutAnnual,
  aboutAwards,
  aboutMissing,
  aboutOverview,
  aboutPlan,
  aboutRanking,
  aboutScheme,
  aboutWhy,
} from "./about-all.ts";
import { aboutAreaLedger } from "./about-area-ledger.ts";
import { aboutBegin } from "./about-begin.ts";
import { aboutCalendar, aboutDeadline, aboutMeeting } from "./about-days.ts";
import { figure } from "./about-figures.ts";
import { aboutFunds } from "./about-funds.ts";
import { aboutAim } from "./about-goal.ts";
import {
  aboutForm,
  aboutHelp,
  aboutMyDay,
  aboutTasks,
  aboutThanks,
  aboutUrgent,
  aboutWaiting,
  action,
} from "./about-mine.ts";
import { aboutRecords } from "./about-records.ts";
import { aboutNamed, aboutSought } from "./about-sought.ts";
import { aboutStages } from "./about-stages.ts";
import {
  aboutDifference,
  aboutPeople,
  aboutPhotos,
  aboutPlace,
  aboutTowns,
  againstTime,
} from "./about-towns.ts";
import { aboutMending, aboutVisits } from "./about-visits.ts";
import { aboutBook } from "./asked-book.ts";
import { notCollected } from "./not-collected.ts";
import type { QuestionKind } from "./question-kind.ts";

const CITY = ["city_office", "leader"] as const;
const ABOVE = [...CITY, ...COUNTY_ROLES] as const;
const TOWN = ["town_official", "town_principal"] as const;
const OFFICE = ["city_office"] as const;
const BEGINNERS = ["town_official", "county_reviewer", ...CITY] as const;
const NOBODY = [] as const;

/**
 * Every kind of question, in the order they are tried: the first that reads a text answers it. What names its own
 * subject stands before what any sentence could mean.
 */
export const QUESTION_KINDS = [
  { id: "thanks", ownSubject: true, read: aboutThanks, help: NOBODY },
  { id: "book", ownSubject: true, read: aboutBook, help: CITY },
  { id: "funds", procedure: "money", ownSubject: true, read: aboutFunds, help: COUNTY_ROLES },
  { id: "begin", ownSubject: true, read: aboutBegin, help: BEGINNERS },
  { id: "sought", ownSubject: true, read: aboutSought, help: ROLES },
  { id: "money", procedure: "money", ownSubject: true, read: aboutRecords("money"), help: COUNTY_ROLES },
  {
    id: "payment",
    procedure: "payment",
    ownSubject: true,
    read: aboutRecords("payment"),
    help: COUNTY_ROLES,
  },
  {
    id: "area_ledger",
    procedure: "area_ledger",
    ownSubject: true,
    read: aboutAreaLedger,
    help: [...TOWN, ...COUNTY_ROLES],
  },
  { id: "awards", procedure: "award", ownSubject: true, read: aboutAwards, help: CITY },
  { id: "annual", ownSubject: true, read: aboutAnnual, help: CITY },
  {
    id: "accountability",
    procedure: "accountability",
    ownSubject: true,
    read: aboutRecords("accountability"),
    help: CITY,
  },
  {
    id: "acceptance",
    procedure: "acceptance",
    ownSubject: true,
    read: aboutRecords("acceptance"),
    help: ABOVE,
  },
  { id: "commendation", ownSubject: true, read: aboutRecords("commendation"), help: NOBODY },
  { id: "honours", procedure: "honours", ownSubject: true, read: aboutRecords("honours"), help: CITY },
  { id: "urgent", procedure: "urgent", ownSubject: true, read: aboutUrgent, help: OFFICE },
  { id: "deadline", ownSubject: true, read: aboutDeadline, help: [...TOWN, ...COUNTY_ROLES] },
  { id: "calendar", ownSubject: true, read: aboutCalendar, help: NOBODY },
  { id: "meeting", ownSubject: true, read: aboutMeeting, help: NOBODY },
  { id: "visits", procedure: "visit", ownSubject: true, read: aboutVisits, help: CITY },
  { id: "mending", procedure: "rectification", ownSubject: true, read: aboutMending, help: ABOVE },
  {
    id: "standards",
    procedure: "standard",
    ownSubject: true,
    read: aboutRecords("standard"),
    help: [...TOWN, "department"],
  },
  {
    id: "guidance",
    procedure: "guidance",
    ownSubject: true,
    read: aboutRecords("guidance"),
    help: [...TOWN, "department"],
  },
  { id: "plan", ownSubject: true, read: aboutPlan, help: CITY },
  {
    id: "town_plan",
    procedure: "town_plan",
    ownSubject: true,
    read: aboutRecords("town_plan"),
    help: [...TOWN, ...COUNTY_ROLES],
  },
  { id: "stages", ownSubject: true, read: aboutStages, help: ABOVE },
  { id: "people", ownSubject: true, read: aboutPeople, help: ABOVE },
  { id: "scheme", read: aboutScheme, help: TOWN },
  { id: "place", read: aboutPlace, help: NOBODY },
  { id: "photos", read: aboutPhotos, help: NOBODY },
  { id: "not_collected", read: notCollected, help: NOBODY },
  { id: "what_if", read: aboutAim, help: ROLES },
  { id: "compare", read: aboutDifference, help: ROLES },
  { id: "against_time", read: againstTime, help: NOBODY },
  { id: "tasks", read: aboutTasks("mine"), help: ROLES, menu: "my_tasks" },
  { id: "slips", procedure: "supervision", read: aboutTasks("slips"), help: ABOVE, menu: "supervision" },
  { id: "task_list", read: aboutTasks(), help: NOBODY },
  { id: "my_day", read: aboutMyDay, help: ROLES, menu: "my_day" },
  { id: "waiting", read: aboutWaiting, help: ABOVE },
  { id: "remind", read: action("remind"), help: OFFICE },
  { id: "bulletin", read: action("bulletin"), help: CITY },
  { id: "publish", read: action("publish"), help: OFFICE },
  { id: "weigh", read: action("weigh"), help: OFFICE },
  { id: "hand_over", read: action("hand_over"), help: NOBODY },
  { id: "extension", read: action("extension"), help: NOBODY },
  { id: "correction", read: action("correction"), help: ["town_official"] },
  { id: "review", read: action("review"), help: NOBODY },
  { id: "my_form", read: aboutForm, help: ["town_official"], menu: "my_form", suggest: "always" },
  { id: "trend", read: figure("trend"), help: CITY },
  { id: "part", read: figure("part"), help: NOBODY },
  { id: "ends", read: figure("ends"), help: CITY },
  { id: "filter", read: figure("filter"), help: CITY },
  { id: "sum", read: figure("sum", "mean"), help: NOBODY },
  { id: "figure", read: figure("value"), help: ROLES },
  { id: "procedures", read: aboutNamed, help: NOBODY },
  { id: "explain", read: aboutWhy, help: ROLES, suggest: "town" },
  { id: "status", read: aboutTowns, help: ROLES, suggest: "town" },
  { id: "missing", read: aboutMissing, help: ABOVE, menu: "missing", suggest: "always" },
  { id: "ranking", read: aboutRanking, help: ROLES, menu: "ranking", suggest: "always" },
  { id: "overview", read: aboutOverview, help: CITY },
  { id: "help", read: aboutHelp, help: NOBODY, menu: "help", suggest: "last" },
] as const satisfies readonly QuestionKind[];

export type QuestionId = (typeof QUESTION_KINDS)[number]["id"];
