import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const OFFICE = "soffice";
/** ms. The first start of LibreOffice on a machine takes the longest. */
const PATIENCE = 120_000;

/** A .docx as PDF by the machine's LibreOffice; null where there is none, or it cannot convert. */
export async function docxToPdf(docx: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), "bulletin-"));
  try {
    await writeFile(join(folder, "bulletin.docx"), docx);
    // A profile of its own: one that is in use elsewhere would refuse to convert.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const convert = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder];
    await run(OFFICE, [profile, ...convert, join(folder, "bulletin.docx")], { timeout: PATIENCE });
    return new Uint8Array(await readFile(join(folder, "bulletin.pdf")));
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
