import { DomainError } from "@/lib/errors";
import { legible, type ResumeText, resumeFromText } from "@/lib/reading/resume/lines";
import { type ResumeReading, readResume } from "@/lib/reading/resume/resume";
import { readJsonResume } from "../json-resume/read";
import { faultsOf, JsonResume } from "../json-resume/schema";
import type { ResumeSource } from "../lists";
import { extractResume, hasWords } from "./extract";
import { resumeFault } from "./faults";

/** A résumé whose text is at hand: `read` says what is in it, as of `now`. */
export type OpenResume = {
  source: ResumeSource;
  read: (now: Date) => { text: string; reading: ResumeReading };
};

/** Opens a file by its bytes. Throws `invalid` at `file`, with the way out. */
export async function openFile(bytes: Uint8Array): Promise<OpenResume> {
  const extracted = await extractResume(bytes);
  if (extracted.source === "text" && isJson(extracted.raw)) return openJson(extracted.raw, "file");
  return { source: extracted.source, read: (now) => readText(extracted.resume, now) };
}

/** Opens what was pasted: plain text, or a JSON Resume. Throws `invalid` at `text`. */
export function openText(text: string): OpenResume {
  if (isJson(text)) return openJson(text, "text");
  if (!hasWords(text))
    throw new DomainError("invalid", "There is too little text in this. Paste your whole résumé.", "text");
  return { source: "text", read: (now) => readText(resumeFromText(text), now) };
}

const isJson = (text: string) => /^\s*\{/.test(text);

const readText = (resume: ResumeText, now: Date) => ({ text: resume.text, reading: readResume(resume, now) });

function openJson(text: string, field: "file" | "text"): OpenResume {
  const parsed = JsonResume.safeParse(jsonIn(text, field));
  if (!parsed.success) throw refused(`This is not a valid JSON Resume: ${faultsOf(parsed.error)}.`, field);
  const isEmpty = !hasWords(readJsonResume(parsed.data, new Date(0)).text);
  if (isEmpty) throw field === "file" ? resumeFault("no_text") : refused("This JSON Resume is empty.", field);
  return { source: "json", read: (now) => readJsonResume(parsed.data, now) };
}

function jsonIn(text: string, field: "file" | "text"): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""), (_, value) =>
      typeof value === "string" ? legible(value) : value,
    );
  } catch {
    throw refused(
      "This looks like a JSON Resume but is not valid JSON. Check its brackets, commas and quotes.",
      field,
    );
  }
}

const refused = (message: string, field: string) =>
  new DomainError("invalid", `${message} Correct it, or paste the résumé as plain text.`, field);
