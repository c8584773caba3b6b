import { sha256 } from "../../../db/sha256.ts";
import type { Draft } from "../../domain/bulletin/draft.ts";
import { attachmentsOf } from "./attachments.ts";
import { bodyOf } from "./body.ts";
import { imprintOf, pageNumbers } from "./foot.ts";
import { headOf } from "./head.ts";
import { BODY, FOOTER, LINE, PAGE } from "./measures.ts";
import { type Docx, fontOf } from "./parts.ts";

/** `signed`: its number in full and the day it was signed (`YYYY-MM-DD`), null before; `record`: its id. */
export type Issue = { signed: { number: string; day: string } | null; record: string };

/**
 * A 通报 as .docx after GB/T 9704-2012. Its properties name the frozen result all figures are of, by quarter, version and
 * hash, and the hash of its text. The library is loaded only here, on Node: it is larger than what a Worker has room for.
 */
export async function bulletinDocx(draft: Draft, { signed, record }: Issue): Promise<Uint8Array> {
  const docx: Docx = await import("docx");
  const { Document, DocumentGridType, Packer, SectionType } = docx;
  const { footer, header } = { footer: FOOTER, header: PAGE.top / 2 };
  const { top, right, bottom, left, width, height } = PAGE;
  const day = signed?.day ?? null;
  const file = new Document({
    title: draft.title.join(""),
    creator: draft.office,
    ...(signed ? { subject: signed.number } : {}),
    customProperties: [
      { name: "ResultPeriod", value: draft.of.period },
      { name: "ResultVersion", value: String(draft.of.seq) },
      { name: "ResultHash", value: draft.of.hash },
      { name: "TextHash", value: sha256(JSON.stringify(draft)) },
      { name: "Record", value: record },
      ...(signed ? [{ name: "Number", value: signed.number }] : []),
    ],
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf("body"), size: BODY } } } },
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: { size: { width, height }, margin: { top, right, bottom, left, header, footer, gutter: 0 } },
          // Lines are set by their pitch: a grid to snap to would give a larger font two of its lines.
          grid: { type: DocumentGridType.DEFAULT, linePitch: LINE },
        },
        footers: pageNumbers(docx),
        children: [
          ...headOf(docx, draft, signed?.number ?? null),
          ...bodyOf(docx, draft, day),
          ...attachmentsOf(docx, draft.tables),
          ...imprintOf(docx, { cc: draft.cc, office: draft.office, day }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
