import { randomBytes } from "node:crypto";
import * as z from "zod";
import { fillTemplate } from "./fill-template.ts";
import { type VariableFault, variableFault, variableTypes } from "./template-variables.ts";

/** One version of a template, as published by the card builder. */
export const templateSchema = z.strictObject({
  template_id: z.string().min(1).exactOptional(),
  name: z.string().exactOptional(),
  /** Version such as "1.0.0"; by default the one after the newest. */
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, "a version is three numbers")
    .exactOptional(),
  /** The app_ids that may send it; absent means all. */
  apps: z.array(z.string()).exactOptional(),
  card: z.record(z.string(), z.unknown()),
  variables: z.record(z.string().regex(/^[A-Za-z]\w*$/), z.enum(variableTypes)).exactOptional(),
});

export type TemplateVersion = z.infer<typeof templateSchema>;
type Published = TemplateVersion & { template_id: string; version: string };

export type Made = { ok: true; card: Record<string, unknown> } | { ok: false; code: number; message: string };

export type CardTemplates = {
  /** Publishes a version; refuses a version number that already exists. */
  publish(
    given: TemplateVersion,
  ): { ok: true; template_id: string; version: string } | { ok: false; error: string };
  /** Every published version, in order of publication. */
  all(): TemplateVersion[];
  list(): Array<{ template_id: string; name: string; versions: string[]; variables: Record<string, string> }>;
  /** Expands the template an app sends: the named version, by default the newest. */
  make(appId: string, data: unknown): Made;
};

const dataSchema = z.object({
  template_id: z.string(),
  template_version_name: z.string().optional(),
  template_variable: z.record(z.string(), z.unknown()).optional(),
});

/** The card templates of the console. `changed` is called for each published version. */
export function createTemplates(changed: () => void): CardTemplates {
  const templates = new Map<string, Published[]>();
  return {
    publish(given) {
      const template_id = given.template_id ?? `AAq${randomBytes(5).toString("hex")}`;
      const before = templates.get(template_id) ?? [];
      const version = given.version ?? nextVersion(before.at(-1)?.version);
      if (before.some((one) => one.version === version)) {
        return { ok: false, error: `the template ${template_id} already has a version ${version}` };
      }
      templates.set(template_id, [...before, { ...given, template_id, version }]);
      changed();
      return { ok: true, template_id, version };
    },
    all: () => [...templates.values()].flat(),
    list: () =>
      [...templates.values()].flatMap((versions) => {
        const newest = versions.at(-1);
        if (newest === undefined) return [];
        const { template_id, name = "", variables = {} } = newest;
        return [{ template_id, name, versions: versions.map((one) => one.version), variables }];
      }),
    make(appId, data) {
      const given = dataSchema.safeParse(data);
      if (!given.success) return missing("");
      const { template_id, template_version_name, template_variable: values = {} } = given.data;
      const versions = templates.get(template_id) ?? [];
      const wanted = template_version_name || versions.at(-1)?.version;
      const version = versions.find((one) => one.version === wanted);
      if (version === undefined) return missing(template_id);
      if (version.apps?.includes(appId) === false) return hidden(appId, template_id);
      const fault = variableFault(version.variables ?? {}, values);
      if (fault !== undefined) return wrong(fault);
      return { ok: true, card: fillTemplate(version.card, values) };
    },
  };
}

function nextVersion(newest: string | undefined): string {
  if (newest === undefined) return "1.0.0";
  const [major = 1, minor = 0, patch = 0] = newest.split(".").map(Number);
  return `${major}.${minor}.${patch + 1}`;
}

// The platform's texts after "ErrMsg:" (send message, sub-codes of 230099).

function missing(id: string): Made {
  const why = "template does not exist, please confirm whether this template has been released";
  return { ok: false, code: 200380, message: `${why}; ErrorValue: templateID: ${id}` };
}

function hidden(appId: string, id: string): Made {
  const why =
    "template is not visible to app, please confirm whether the app is allowed to use this template";
  return { ok: false, code: 200381, message: `${why}; ErrorValue: ${appId}, templateID: ${id}` };
}

function wrong({ code, name, specified, actual }: VariableFault): Made {
  const [why, word] =
    code === 200732
      ? [
          "the actual type of the variable is inconsistent with the specified type in the template. Please check the type of the variable",
          "Type",
        ]
      : ["the format of the variable is incorrect. Please check the format of the variable", "Format"];
  return {
    ok: false,
    code,
    message: `${why}; ErrorValue: ${name}, specified${word}: ${specified}, actual${word}: ${actual}`,
  };
}
