import { spawn } from "node:child_process";
import { join } from "node:path";
import { type PlacedPage, resumeFromPages } from "@/lib/reading/resume/layout";
import { type ResumeText, resumeFromText } from "@/lib/reading/resume/lines";
import type { ResumeFileKind } from "../lists";
import { type ResumeFault, resumeFault } from "./faults";

/** Seconds: a file that takes longer is given up. */
export const longestReading = 10;
const heapMegabytes = 256;
const mostAnswer = 32 * 1024 * 1024;
const atOnce = 2;
const mostWaiting = 8;

type Answer =
  | { kind: "pdf"; pages: PlacedPage[] }
  | { kind: "html"; html: string }
  | { kind: "odt"; text: string }
  | { kind: "text"; text: string }
  | { fault: ResumeFault; found?: string };

/** What a file holds. Of text, `raw` is what stands in it, to the letter. */
export type Extracted =
  | { source: "pdf" | "docx"; resume: ResumeText }
  | { source: "text"; resume: ResumeText; raw: string };

/**
 * The text of a file's bytes, read by a process of its own with limits on time and memory: whatever the file does, this answers. Throws
 * `invalid` or `too_large` at `file` with what is wrong and the way out; `unavailable` while too many are being read.
 */
export async function extractResume(bytes: Uint8Array): Promise<Extracted> {
  const answer = await inTurn(() => askChild(bytes));
  if ("fault" in answer) throw resumeFault(answer.fault, answer.found);
  const extracted = extractedFrom(answer);
  if (!hasWords(extracted.resume.text)) throw resumeFault("no_text");
  return extracted;
}

/** What a file is by its content, once it could be opened; or why it could not. Throws `unavailable` while too many are being read. */
export async function recogniseFile(
  bytes: Uint8Array,
): Promise<{ kind: ResumeFileKind } | { fault: ResumeFault; found?: string }> {
  const answer = await inTurn(() => askChild(bytes));
  if (!("fault" in answer)) return { kind: kinds[answer.kind] };
  // Only a PDF is said to have no text.
  return answer.fault === "no_text" ? { kind: "pdf" } : answer;
}

const kinds: Record<Exclude<Answer, { fault: ResumeFault }>["kind"], ResumeFileKind> = {
  pdf: "pdf",
  html: "docx",
  odt: "odt",
  text: "txt",
};

function extractedFrom(answer: Exclude<Answer, { fault: ResumeFault }>): Extracted {
  switch (answer.kind) {
    case "pdf":
      return { source: "pdf", resume: resumeFromPages(answer.pages) };
    case "html":
      return { source: "docx", resume: resumeFromText(textOfHtml(answer.html)) };
    case "odt":
    case "text":
      return { source: "text", resume: resumeFromText(answer.text), raw: answer.text };
  }
}

/** Whether there is anything to read. */
export const hasWords = (text: string) => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3;

/** The bundler may copy this module elsewhere: commands run from the project's root, and so does the site. */
const script = () => join(process.cwd(), "lib", "profiles", "resume", "child.mjs");

/** What the process says, or why it said nothing. */
function askChild(bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script()], {
      stdio: ["pipe", "pipe", "ignore"],
      // None of the site's secrets.
      env: { NODE_ENV: "production" },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const late = setTimeout(() => child.kill("SIGKILL"), longestReading * 1000);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostAnswer) child.kill("SIGKILL");
      else chunks.push(chunk);
    });
    // It may have died before it had read everything.
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
    child.on("error", () => resolve({ fault: "late" }));
    child.on("close", (code) => {
      clearTimeout(late);
      resolve(
        code === 0 ? (JSON.parse(Buffer.concat(chunks).toString("utf8")) as Answer) : { fault: "late" },
      );
    });
  });
}

declare global {
  var backplaneResumes: { running: number; waiting: (() => void)[] } | undefined;
}

/** So many at once, so many waiting; the next is told to come again. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  globalThis.backplaneResumes ??= { running: 0, waiting: [] };
  const queue = globalThis.backplaneResumes;
  if (queue.running >= atOnce) {
    if (queue.waiting.length >= mostWaiting) throw resumeFault("busy");
    await new Promise<void>((go) => queue.waiting.push(go));
  } else queue.running++;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running--;
  }
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The lines of what mammoth makes of a document: a paragraph a line, list items with a bullet, headings with "#", cells apart. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<\/p>\s*(?=<\/t[dh]>)/g, "")
    .replace(/<\/t[dh]>/g, "\t")
    .replace(/<li>/g, "• ")
    .replace(/<h[1-6]>/g, "# ")
    .replace(/<\/(?:p|h[1-6]|li|tr)>|<br ?\/?>/g, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\t+(?=\n|$)/g, "");
