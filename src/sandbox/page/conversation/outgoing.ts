import type { Outgoing } from "../../protocol.ts";

/** The platform's upload limit, in bytes. */
const largestUpload = 10 * 1024 * 1024;

/** Why a file cannot be sent; `undefined` when it can. */
export function uploadRefusal(size: number): "too_big" | "empty" | undefined {
  if (size === 0) return "empty";
  return size > largestUpload ? "too_big" : undefined;
}

const sendableImage = /^image\/(jpeg|png|webp|gif|bmp|tiff|x-icon|vnd\.microsoft\.icon)$/;

async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Converts a file to a message: images to an image message, others to a file message. */
export async function outgoingFile(file: File): Promise<Outgoing> {
  const kind = sendableImage.test(file.type) ? "image" : "file";
  return { kind, name: file.name, base64: await base64Of(file) };
}
