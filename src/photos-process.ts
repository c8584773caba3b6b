import { joinPhotos } from "./bot/evidence/join-photos.ts";
import { lookAtBytes } from "./bot/evidence/look-at-bytes.ts";
import type { PhotoWork } from "./photos-in-process.ts";

// The process that looks at photos and joins them: see photos-in-process.ts.

process.on("message", (work: PhotoWork) => {
  process.send?.(work instanceof Uint8Array ? lookAtBytes(work) : joinPhotos(work.join));
});
