import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Addressee } from "../../src/domain/task/task.ts";
import { distinctTownName, formerName, nameOf } from "../names.ts";

/** The town, county or department a task is addressed to, as the pack calls it. */
export function addresseeName(programme: Programme, { kind, slug }: Addressee, locale: Locale): string {
  switch (kind) {
    case "town": {
      const town = townBySlug(programme, slug);
      return town ? distinctTownName(programme, town, locale) : formerName(programme, slug, locale);
    }
    case "county": {
      const county = programme.counties.find((one) => one.slug === slug);
      return county ? nameOf(county, locale) : slug;
    }
    case "department":
      return departmentName(programme, slug, locale);
  }
}

/** A department's name; the slug if the pack does not have it. */
export function departmentName(programme: Programme, slug: string, locale: Locale): string {
  const department = programme.departments.find((one) => one.slug === slug);
  return department ? nameOf(department, locale) : formerName(programme, slug, locale);
}
