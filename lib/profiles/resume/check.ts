import type { ResumeFileKind } from "../lists";
import { recogniseFile } from "./extract";
import { resumeFault } from "./faults";

/**
 * The kind of a résumé file that goes along with an application, by its content. It is opened by a process of its own; a PDF without text, such
 * as a scan, is fine here. Throws `invalid` or `too_large` at `file` with what is wrong; `unavailable` while too many are being read.
 */
export async function checkResumeFile(bytes: Uint8Array): Promise<ResumeFileKind> {
  const found = await recogniseFile(bytes);
  if ("fault" in found) throw resumeFault(found.fault, found.found, "You can also apply without a file.");
  return found.kind;
}
