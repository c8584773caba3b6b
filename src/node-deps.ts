import { QUESTIONS } from "../cards/ask/questions.ts";
import { KITS } from "../cards/record/kits.ts";
import { folderStore } from "../db/evidence-store.ts";
import type { Db } from "../db/open.ts";
import { sendPackage } from "./bot/acceptance/send-package.ts";
import { sendBook } from "./bot/books/send-book.ts";
import { bulletinSender } from "./bot/bulletin/send-bulletin.ts";
import { selfCheck } from "./bot/doctor/self-check.ts";
import { handbookSender } from "./bot/handbook/send-handbook.ts";
import { townPlanFiles } from "./bot/plan/town-plan-files.ts";
import { packInForce } from "./bot/procedures/effects/naming.ts";
import { draftBulletin } from "./bot/quarter/draft-bulletin.ts";
import type { Config, Secrets } from "./config.ts";
import type { Deps } from "./deps.ts";
import type { Programme } from "./domain/programme/programme.ts";
import { docxToPdf } from "./export/bulletin/to-pdf.ts";
import { createRateLimit } from "./feishu/rate-limit.ts";
import { feishuClient } from "./feishu-client.ts";
import { freeBytes } from "./free-bytes.ts";
import { photosInProcess } from "./photos-in-process.ts";
import { readHandbook } from "./read-handbook.ts";

/** What differs between the process that writes and its workers. */
type Own = Pick<Deps, "clock" | "counts" | "defer" | "log"> & { pace?: Deps["pace"] };
type Given = { config: Config; secrets: Secrets; db: Db; pack: Programme };

/** The external dependencies of a process on Node. `pack`: as its file has it. */
export function nodeDeps({ config, secrets, db, pack }: Given, { log, counts, ...own }: Own): Deps {
  const photos = photosInProcess(log);
  const { pace, ...rest } = own;
  return {
    config,
    db,
    evidence: folderStore(config.evidenceUrl),
    feishu: feishuClient(config, secrets, { log, counts }),
    lookAtPhoto: photos.look,
    joinPhotos: photos.join,
    rateLimit: createRateLimit(() => performance.now()),
    ...rest,
    ...(pace ? { pace } : {}),
    log,
    counts,
    get programme() {
      return packInForce(db, pack);
    },
    procedures: KITS,
    questions: QUESTIONS,
    sendPackage,
    townPlanFiles,
    sendBook,
    sendHandbook: handbookSender(readHandbook),
    selfCheck,
    freeBytes: () => freeBytes(config.databaseUrl),
    bulletins: { draft: draftBulletin, send: bulletinSender(docxToPdf) },
  };
}
