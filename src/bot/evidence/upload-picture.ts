import { commit, type OutboxRow } from "../../../db/commit.ts";
import type { ReportEvidence } from "../../../db/evidence.ts";
import {
  forgetPictures,
  hasPicture,
  holdersOfPhoto,
  putPicture,
  queueUploads,
} from "../../../db/pictures.ts";
import type { Deps } from "../../deps.ts";
import { withoutPlace } from "../../domain/checkup/without-place.ts";
import type { Unshown } from "../../domain/evidence/shown-photo.ts";
import { FeishuRefused } from "../../feishu/feishu-error.ts";
import { refusalKind } from "../../feishu/refusal-kind.ts";
import { madeLater } from "../sending/made-later.ts";

// A photo is uploaded once for each app, by the outbox and never while a press is being answered; until then cards
// describe it in words.

/** The largest picture the platform accepts, bytes. */
const LARGEST = 10 * 1024 * 1024;

/** The app whose image keys cards may use. */
export function appOf({ config }: Pick<Deps, "config">): string {
  return config.secrets?.appId ?? "";
}

type Part = { sha256: string; day: string };

/** Stands for the hash of a picture that is joined of two photos, with a day under each (see join-photos.ts). */
export function joinedKey(parts: readonly [Part, Part]): string {
  return ["joined", ...parts.flatMap(({ sha256, day }) => [sha256, day])].join(" ");
}

/** The photos a picture is made of: two for a joined one, else the photo itself. */
function partsOf(key: string): Part[] {
  const [kind, one = "", first = "", two = "", last = ""] = key.split(" ");
  if (kind !== "joined") return [{ sha256: key, day: "" }];
  return [
    { sha256: one, day: first },
    { sha256: two, day: last },
  ];
}

/** An outbox entry that uploads the photo with these bytes, or the joined picture of this key. */
export function uploadRow(app: string, sha256: string, now: number): OutboxRow {
  return madeLater(null, { toType: "message_id", to: sha256 }, "", `upload ${app} ${sha256}`, now);
}

/** Queues the upload of stored photos that a card is about to show for the first time. */
export async function askForPictures(
  deps: Deps,
  rows: ReadonlyArray<Pick<ReportEvidence, "kind" | "sha256" | "imageKey" | "refused">>,
): Promise<void> {
  const { db, clock } = deps;
  const app = appOf(deps);
  const lacking = rows.flatMap(({ kind, sha256, imageKey, refused }) =>
    kind === "image" && sha256 !== null && imageKey === null && refused === null ? [sha256] : [],
  );
  if (lacking.length === 0) return;
  const uploads = [...new Set(lacking)].map((sha256) => uploadRow(app, sha256, clock.now()));
  await db.batch([queueUploads(db, uploads)]);
}

/** Forgets the image keys of a card that the platform does not know; false when none of them was ours. */
export async function forgetPicturesOf(deps: Deps, card: string): Promise<boolean> {
  const keys = [...card.matchAll(/"img_key":"([^"]+)"/g)].flatMap(([, key]) => key ?? []);
  return keys.length > 0 && (await forgetPictures(deps.db, appOf(deps), keys)) > 0;
}

/**
 * Uploads a photo, or two joined, and has the cards of its reports and records redrawn. Repeating it changes nothing. A photo that cannot be shown is
 * noted with the reason; other errors of the platform are passed on: the outbox decides on retries.
 */
export async function uploadPicture(deps: Deps, sha256: string): Promise<void> {
  const { db, clock } = deps;
  const app = appOf(deps);
  const parts = partsOf(sha256);
  const found = await Promise.all(parts.map((part) => holdersOfPhoto(db, part.sha256)));
  const holders = found.flat();
  const [first] = holders;
  const files = found.flatMap(([holder], i) => (holder ? [{ ...holder, day: parts[i]?.day ?? "" }] : []));
  // Taken out again, or uploaded before.
  if (!first || files.length < parts.length || (await hasPicture(db, app, sha256))) return;
  const outcome = await upload(deps, files);
  const now = clock.now();
  const refused = "none" in outcome ? outcome.none : null;
  const imageKey = "key" in outcome ? outcome.key : null;
  await commit(
    db,
    {
      audit: {
        actor: "system",
        kind: "evidence.uploaded",
        subject: first.subject.slice(first.subject.indexOf(" ") + 1),
        detail: { sha256, ...(refused === null ? {} : { refused }) },
      },
      writes: [putPicture(db, { app, sha256, imageKey, refused, at: now })],
      touched: [...new Set(holders.map(({ subject }) => subject))],
    },
    now,
  );
}

type File = { url: string; size: number; day: string };

async function upload(deps: Deps, files: readonly File[]): Promise<{ key: string } | { none: Unshown }> {
  // A joined one is made small.
  if (files.length === 1 && files.some(({ size }) => size > LARGEST)) return { none: "too_large" };
  const [one, two] = await Promise.all(
    files.map(async ({ url, day }) => {
      const bytes = await deps.evidence.get(url.replace(/^.*[/:]/, ""));
      return bytes && { bytes, day };
    }),
  );
  if (!one || (files.length > 1 && !two)) return { none: "lost" };
  const bytes = two ? await deps.joinPhotos?.([one, two]) : one.bytes;
  if (!bytes) return { none: "refused" };
  try {
    // Whoever sees a card can download its pictures.
    return { key: await deps.feishu.uploadImage(withoutPlace(bytes)) };
  } catch (error) {
    if (!(error instanceof FeishuRefused) || refusalKind(error) === "later") throw error;
    deps.log("warn", "picture refused", { code: error.code, logId: error.logId });
    return { none: "refused" };
  }
}
