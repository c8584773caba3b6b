import type { OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { fetchEvidence } from "../evidence/fetch-evidence.ts";
import { uploadPicture } from "../evidence/upload-picture.ts";
import { isHandbook } from "../handbook/order-handbook.ts";
import { isPlan, receivePlan } from "../plan/receive-plan.ts";
import { isTownPlan, isTownPlanTemplate } from "../plan/town-plan-sent.ts";
import { isPackage } from "../procedures/effects/acceptance.ts";
import { isBulletin } from "../procedures/effects/bulletin.ts";
import { isBook } from "../sending/file-order.ts";

// Entries of the outbox that move files instead of sending a message.

/** Downloads what an entry names, and reads or keeps it. */
export async function bringIn(deps: Deps, entry: OutboxEntry): Promise<void> {
  if (isPlan(entry)) return receivePlan(deps, entry);
  if (isTownPlan(entry)) return deps.townPlanFiles?.receive(deps, entry);
  return fetchEvidence(deps, entry.to);
}

/** Makes and uploads what an entry asks for. */
export async function upload(deps: Deps, entry: OutboxEntry): Promise<void> {
  if (isPackage(entry)) return deps.sendPackage?.(deps, entry);
  if (isBook(entry)) return deps.sendBook?.(deps, entry);
  if (isBulletin(entry)) return deps.bulletins?.send(deps, entry);
  if (isTownPlanTemplate(entry)) return deps.townPlanFiles?.send(deps, entry);
  if (isHandbook(entry)) return deps.sendHandbook?.(deps, entry);
  return uploadPicture(deps, entry.to);
}
