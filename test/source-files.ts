import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A source file of the product: its path from the repository's root, and its text. */
export type SourceFile = { path: string; text: string };
/** The target of an import: a path from the root for our own files, otherwise a package name. */
export type Import = { from: string; target: string; typeOnly: boolean; lazy: boolean };

const IMPORTS =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]+?\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

/** Every .ts and .tsx file under the given folders, in path order. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

export function importsOf({ path, text }: SourceFile): Import[] {
  return [...codeOf(text, "strings kept").matchAll(IMPORTS)].map(([, type, named, lazy]) => {
    const target = named ?? lazy ?? "";
    const own = target.startsWith(".") ? join(path, "..", target) : target;
    return { from: path, target: own, typeOnly: type !== undefined, lazy: lazy !== undefined };
  });
}

/**
 * The text without comments and, unless kept, without the contents of strings; line numbers do not change.
 */
export function codeOf(text: string, strings: "strings kept" | "strings blank"): string {
  const pattern =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};\n]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*\//g;
  return text.replace(pattern, (found) => {
    const comment = found.startsWith("//") || found.startsWith("/*");
    if (!comment && strings === "strings kept") return found;
    return found.replace(/[^\n]/g, " ");
  });
}

/** The string literals of a source text; templates without their substitutions, comments ignored. */
export function literalsOf(text: string): string[] {
  const found: string[] = [];
  // Inside a template `}` ends a substitution; other braces are counted to find that one.
  const templates: Array<{ said: string; depth: number }> = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const template = templates.at(-1);
    const char = text[at] ?? "";
    if (template && template.depth === -1) {
      if (char === "\\") at += 1;
      else if (char === "`") found.push(templates.pop()?.said ?? "");
      else if (text.startsWith("${", at)) {
        Object.assign(template, { said: `${template.said}…`, depth });
        at += 1;
      } else template.said += char;
    } else if (char === "}" && template?.depth === depth) template.depth = -1;
    else if (char === "`") templates.push({ said: "", depth: -1 });
    else if (text.startsWith("//", at)) at = text.indexOf("\n", at);
    else if (text.startsWith("/*", at)) at = text.indexOf("*/", at) + 1;
    else if (char === '"' || char === "'") {
      const [quoted = ""] =
        new RegExp(`${char}(?:\\\\.|[^${char}\\\\\\n])*${char}`, "y").exec(text.slice(at)) ?? [];
      if (quoted !== "") found.push(quoted.slice(1, -1));
      at += Math.max(quoted.length - 1, 0);
    } else if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
  }
  return found;
}
