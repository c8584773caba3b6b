import { sectionName } from "../../../cards/names.ts";
import { photoRemark } from "../../../cards/report/photo-remark.ts";
import { type FileRefusal, replyText } from "../../../cards/text/replies.ts";
import { commit } from "../../../db/commit.ts";
import {
  type Evidence,
  findEvidence,
  putDownloaded,
  removeEvidence,
  sameBytes,
} from "../../../db/evidence.ts";
import { putPhotoPlace } from "../../../db/photo-places.ts";
import { queueUploads } from "../../../db/pictures.ts";
import type { Deps } from "../../deps.ts";
import type { Place } from "../../domain/checkup/photo-facts.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { lookAtPhoto } from "./check-photo.ts";
import { fetchRecordEvidence } from "./record-evidence.ts";
import { refusedFile, storeFile } from "./stored-file.ts";
import { appOf, uploadRow } from "./upload-picture.ts";

/**
 * Downloads, checks and stores one photo or file of a message, and tells its sender the result. Repeating it changes
 * nothing. Errors of the platform are passed on: the outbox decides on retries.
 */
export async function fetchEvidence(deps: Deps, id: string): Promise<void> {
  const row = await findEvidence(deps.db, id);
  if (!row) return fetchRecordEvidence(deps, id);
  if (row.url) return;
  const stored = await storeFile(deps, row);
  if (!stored.ok) return refuse(deps, row, stored.why);
  const { file, bytes } = stored;
  const same = await sameBytes(deps.db, file.sha256, id);
  const looked = file.kind === "image" ? await lookAtPhoto(deps, row, bytes) : null;
  const found = { ...file, photo: looked?.photo ?? null };
  await settle(deps, row, { found, place: looked?.place ?? null, duplicate: same !== null });
}

type Downloaded = {
  found: Parameters<typeof putDownloaded>[2];
  place: Place | null;
  duplicate: boolean;
};

async function settle(deps: Deps, before: Evidence, { found, place, duplicate }: Downloaded): Promise<void> {
  const now = deps.clock.now();
  const locale = (await personOf(deps, before.by))?.locale ?? "zh-CN";
  // During the download the town may have chosen the section, or taken the photo out again.
  const present = await findEvidence(deps.db, before.id);
  if (!present) return;
  const row = { ...present, ...found };
  const text = receipt(deps, row, duplicate, locale);
  await commit(
    deps.db,
    {
      audit: {
        actor: row.by,
        kind: "evidence.stored",
        subject: row.report,
        detail: {
          sha256: row.sha256,
          size: row.size,
          section: row.section,
          flags: row.photo?.flags.map(({ key }) => key) ?? [],
        },
      },
      writes: [
        putDownloaded(deps.db, row.id, found),
        ...(place ? [putPhotoPlace(deps.db, row.id, place)] : []),
        ...(found.photo ? [queueUploads(deps.db, [uploadRow(appOf(deps), found.sha256 ?? "", now)])] : []),
      ],
      outbox: [enqueueText({ replyTo: row.messageId }, text, `evidence ${row.id}`, now)],
      touched: [`report ${row.report}`, `progress ${row.report.slice(0, 6)}`],
    },
    now,
  );
}

/** The receipt once the file is stored; while its section is unknown it asks for a choice. */
function receipt(deps: Deps, row: Evidence, duplicate: boolean, locale: Locale): string {
  const text = replyText(locale);
  const section = row.section === null ? null : sectionName(deps.programme, row.section, locale);
  const received = { count: 1, section, duplicates: duplicate ? 1 : 0 };
  if (row.kind !== "image") return text.filesReceived(received);
  const noticed = (row.photo?.flags ?? []).flatMap((flag) => photoRemark(flag, row.report, locale) ?? []);
  return [text.photosReceived(received), ...noticed].join(locale === "en" ? " " : "");
}

async function refuse(deps: Deps, row: Evidence, why: FileRefusal): Promise<void> {
  // Whoever took it out again during the download knows that it is gone.
  if (!(await findEvidence(deps.db, row.id))) return;
  await commit(
    deps.db,
    {
      audit: { actor: row.by, kind: "evidence.refused", subject: row.report, detail: { why } },
      writes: removeEvidence(deps.db, [row.id]),
      outbox: [await refusedFile(deps, row, why)],
      touched: [`report ${row.report}`],
    },
    deps.clock.now(),
  );
}
