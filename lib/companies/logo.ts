import { createHash } from "node:crypto";
import sharp, { type Metadata } from "sharp";
import { DomainError } from "@/lib/errors";

/** Pixels of each side. */
const side = 256;
/** More than any logo has, and few enough to decode. */
const mostPixels = 25_000_000;

const formats = new Set<Metadata["format"]>(["png", "jpeg", "webp"]);

/**
 * A picture as the logo that is kept of it: a square WebP on white, without whatever else was in the file, and the hash that its address
 * is made of. Throws `invalid` at `file` for what is no PNG, JPEG or WebP, or too large to decode.
 */
export async function readLogo(file: Uint8Array): Promise<{ image: Buffer; hash: string }> {
  const refuse = (message: string) => new DomainError("invalid", message, "file");
  // Looked at before sharp sees it, which reads drawings (SVG) and other things too.
  if (!isPicture(file)) throw refuse("Choose a PNG, JPEG or WebP picture.");
  try {
    const picture = sharp(file, { limitInputPixels: mostPixels, failOn: "error" });
    const { format } = await picture.metadata();
    if (!formats.has(format)) throw refuse("Choose a PNG, JPEG or WebP picture.");
    const image = await picture
      .autoOrient()
      .resize(side, side, { fit: "contain", background: "#ffffff" })
      .flatten({ background: "#ffffff" })
      .webp({ quality: 85 })
      .toBuffer();
    return { image, hash: createHash("sha256").update(image).digest("hex").slice(0, 32) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refuse(
      "We could not read this picture. Save it as PNG or JPEG, at most 5,000 pixels wide and high.",
    );
  }
}

function isPicture(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 12));
  return (
    head.toString("latin1", 0, 8) === "\x89PNG\r\n\x1a\n" ||
    head.toString("hex", 0, 3) === "ffd8ff" ||
    (head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP")
  );
}
