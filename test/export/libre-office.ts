import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import excel from "exceljs";
import { z } from "zod";

/** Sheet name -> rows -> cells, as LibreOffice computed them. */
export type Computed = Map<string, string[][]>;

// All sheets, full precision, computed values; a single LibreOffice process converts all files.
const FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
const OFFICE = "soffice";
/** A LibreOffice that has not ended by then never will, even on a machine with much else to do, ms. */
const LONGEST = 170_000;
const cells = z.array(z.array(z.string()));

export function hasLibreOffice(): boolean {
  try {
    execFileSync(OFFICE, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens workbooks without our stored values and returns the values LibreOffice computes for their formulas.
 */
export async function computed(
  workbooks: Record<string, { bytes: Uint8Array; sheets: string[] }>,
): Promise<Map<string, Computed>> {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    const names = Object.keys(workbooks);
    for (const name of names)
      writeFileSync(
        join(folder, `${name}.xlsx`),
        await withoutValues(workbooks[name]?.bytes ?? new Uint8Array()),
      );
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const options = ["--headless", "--norestore", "--convert-to", FILTER, "--outdir", folder];
    execFileSync(OFFICE, [profile, ...options, ...files], { stdio: "ignore", timeout: LONGEST });
    const sheet = (name: string, title: string) =>
      cells.parse(parse(readFileSync(join(folder, `${name}-${title}.csv`)), { relax_column_count: true }));
    return new Map(
      names.map((name) => [
        name,
        new Map((workbooks[name]?.sheets ?? []).map((title) => [title, sheet(name, title)])),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Workbooks by name as LibreOffice writes them once it has opened them. */
export function writtenByLibreOffice(workbooks: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "written-"));
  try {
    const names = Object.keys(workbooks);
    for (const name of names)
      writeFileSync(join(folder, `${name}.xlsx`), workbooks[name] ?? new Uint8Array());
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const options = [
      "--headless",
      "--norestore",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
    ];
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    execFileSync(OFFICE, [profile, ...options, ...files], { stdio: "ignore", timeout: LONGEST });
    return Object.fromEntries(
      names.map((name) => [name, new Uint8Array(readFileSync(join(folder, "out", `${name}.xlsx`)))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withoutValues(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await open(bytes);
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      }),
    ),
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export async function open(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}
