import { DomainError } from "@/lib/errors";

/** Why a file gives no résumé. */
export type ResumeFault =
  | "empty"
  | "too_large"
  | "too_many_pages"
  | "encrypted"
  | "broken"
  | "bomb"
  | "no_text"
  | "wrong_type"
  | "late"
  | "busy";

const toProfile = "You can also paste its text below, or fill in your profile by hand.";
const formats: Record<string, string> = {
  doc: "an old Word document",
  cfb: "an old Word document",
  rtf: "a rich text file",
  pages: "a Pages document",
  xlsx: "a spreadsheet",
  pptx: "a presentation",
  zip: "an archive",
};
const pictures = new Set(["png", "jpg", "gif", "webp", "heic", "tif", "bmp", "avif"]);

/** What is said beside the file field: what is wrong, and the way out. `found` is the file's real type, or its number of pages; `wayOut` what else one can do. */
export function resumeFault(fault: ResumeFault, found = "", wayOut = toProfile): DomainError {
  return fault === "busy"
    ? new DomainError(
        "unavailable",
        "Many résumés are being read at the moment. Try again in a minute.",
        "file",
      )
    : new DomainError(
        fault === "too_large" ? "too_large" : "invalid",
        `${said(fault, found)} ${wayOut}`,
        "file",
      );
}

function said(fault: Exclude<ResumeFault, "busy">, found: string): string {
  switch (fault) {
    case "empty":
      return "This file is empty. Save it again and choose the new one.";
    case "too_large":
      return "This file is larger than 5 MB. Save it without pictures.";
    case "too_many_pages":
      return `This file has ${found} pages. We read at most 30. Choose the pages that matter.`;
    case "encrypted":
      return "This PDF is locked with a password. Save a copy without one.";
    case "broken":
      return "This file is damaged or cut short. Save or download it again.";
    case "bomb":
      return "This document unpacks to far more than a résumé should hold, so we did not open it.";
    case "no_text":
      return "We found no text in this file. It may be a scan. Export it from the program it was written in.";
    case "late":
      return "Reading this file took too long or too much memory, so we stopped. Save it in a simpler form.";
    case "wrong_type": {
      const name = pictures.has(found) ? "a picture" : formats[found];
      return `This is ${name ?? "a kind of file that we cannot read"}. Save it as PDF, Word (.docx), OpenDocument (.odt) or plain text.`;
    }
  }
}
