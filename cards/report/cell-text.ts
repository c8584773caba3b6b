import { FIGURE_KINDS } from "../../src/domain/programme/pack-schema.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { formatAmount, formatCount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { type Cell, type CellValue, NEW_PROJECT } from "../../src/domain/report/cells.ts";
import { IMAGE, INVESTMENT } from "../../src/domain/report/content.ts";
import { type FigureKind, type OwnField, ownFieldIn } from "../../src/domain/report/fields.ts";
import { itemStatus } from "../../src/domain/report/inputs.ts";
import { WHOLE } from "../../src/domain/report/whole-progress.ts";
import { nameOf, sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { SUMS_TEXT } from "../text/sums.ts";
import type { TextView } from "./view.ts";

// Plain text about cells, for labels and toasts. For markdown it must go through `typed`, because project names and
// texts are a person's input.

const PROJECT_FIELDS = ["name", "total", "planned", "actual"] as const;
const PLAIN_FIELDS = ["plan", "cumulative", "quarter", "words", "progress", "next", "problem"] as const;

/** A cell's name within its section: `今年累计投资`, `给水`, `客栈群·实际进度`. */
export function cellLabel(
  cell: Pick<Cell, "section" | "what">,
  programme: Programme,
  locale: Locale,
): string {
  const text = CELL_TEXT[locale];
  const { what } = cell;
  switch (what.field) {
    case "item": {
      const items = programme.areas.flatMap((area) => area.items);
      const item = items.find((i) => i.id === what.item);
      return item ? nameOf(item, locale) : what.item;
    }
    case "source": {
      const source = programme.fundSources.find((s) => s.id === what.source);
      return text.source(source ? nameOf(source, locale) : what.source);
    }
    case "total":
    case "planned":
    case "actual":
      return text.ofProject(
        what.project === NEW_PROJECT ? text.newProject : what.projectName,
        text[what.field],
      );
    case "own": {
      const name = nameOf(what.own, locale);
      if (!("project" in what)) return name;
      return text.ofProject(what.project === NEW_PROJECT ? text.newProject : what.projectName, name);
    }
    case "name":
      return text.ofProject(text.newProject, text.projectName);
    default:
      return text[what.field];
  }
}

/** The label with its section before it: `完善功能配置·给水`. */
export function fullLabel(
  cell: Pick<Cell, "section" | "what">,
  programme: Programme,
  locale: Locale,
): string {
  const section = sectionName(programme, cell.section, locale);
  return CELL_TEXT[locale].inSection(section, cellLabel(cell, programme, locale));
}

/** A cell's value with its unit: `8,820.00万元`, `72%`, `推进中 60%`; texts as they are; `未填` when empty. */
export function cellText(
  cell: Pick<Cell, "kind" | "value"> & { what?: Cell["what"] },
  locale: Locale,
): string {
  const unit = cell.what?.field === "own" ? cell.what.own.unit : undefined;
  return valueText(cell.kind, cell.value, locale, unit);
}

/** A cell's value with its derivation: `5,600.00万元（按资金来源合计）`. */
export function statedText(cell: Pick<Cell, "kind" | "value" | "derived" | "what">, locale: Locale): string {
  const value = cellText(cell, locale);
  if (cell.derived === undefined || cell.value === null) return value;
  return SUMS_TEXT[locale].noted(value, SUMS_TEXT[locale].derived[cell.derived]);
}

/** The same for a value without its cell, such as last quarter's. */
export function valueText(
  kind: Cell["kind"],
  value: CellValue,
  locale: Locale,
  unit?: OwnField["unit"],
): string {
  const text = CELL_TEXT[locale];
  if (value === null || value === "") return text.blank;
  if (typeof value === "string") return value;
  switch (kind) {
    case "amount":
      return text.wan(formatAmount(value));
    case "count":
      return unit ? text.counted(formatCount(value), nameOf(unit, locale)) : formatCount(value);
    case "item":
      return itemStatus(value) === "going" ? text.goingAt(formatPercent(value)) : text[itemStatus(value)];
    default:
      return formatPercent(value);
  }
}

/** A cell's full label by its key; the key itself when the programme has no such cell. */
export function keyLabel(key: string, view: TextView): string {
  const cell = named(key, view);
  return cell ? fullLabel(cell, view.programme, view.locale) : key;
}

/** The same without the section. */
export function shortKeyLabel(key: string, view: TextView): string {
  const cell = named(key, view);
  return cell ? cellLabel(cell, view.programme, view.locale) : key;
}

/** Parses a key into what it names: `facilities/item.facilities.1`, `image/project.p1.actual`. */
function named(key: string, { programme, locale, report }: TextView): Pick<Cell, "section" | "what"> | null {
  const [, section = "", field = ""] = /^([^/]+)\/(.+)$/.exec(key) ?? [];
  const item = /^item\.(.+)$/.exec(field)?.[1];
  if (item !== undefined) return { section, what: { field: "item", item } };
  const source = /^source\.(.+)$/.exec(field)?.[1];
  if (source !== undefined) return { section, what: { field: "source", source } };
  const ownOf = /^project\.(.+)\.((?:amount|percent|count)\..+)$/.exec(field);
  const [, project = "", of = ""] = ownOf ?? /^project\.(.+)\.([a-z]+)$/.exec(field) ?? [];
  const projectName =
    report?.content.image.projects.find((p) => p.id === project)?.name ?? CELL_TEXT[locale].someProject;
  const own = ownFieldIn(ownOf ? of : field, programme);
  if (own) return { section, what: { field: "own", own, ...(ownOf ? { project, projectName } : {}) } };
  const ofProject = PROJECT_FIELDS.find((name) => name === of);
  if (ofProject) return { section, what: { field: ofProject, project, projectName } };
  if (key === WHOLE)
    return { section, what: { field: "actual", project: "", projectName: CELL_TEXT[locale].someProject } };
  const plain = PLAIN_FIELDS.find((name) => name === field);
  const known =
    programme.areas.some((area) => area.id === section) || section === IMAGE || section === INVESTMENT;
  return plain && known ? { section, what: { field: plain } } : null;
}

/** The unit of a cell by its key, also for a cell the report no longer has. */
export function kindOfKey(key: string): FigureKind {
  const own = FIGURE_KINDS.find((kind) => key.includes(`/${kind}.`) || key.includes(`.${kind}.`));
  if (own) return own;
  const percent = key.includes("/item.") || (key.startsWith(`${IMAGE}/`) && !key.endsWith(".total"));
  return percent ? "percent" : "amount";
}
