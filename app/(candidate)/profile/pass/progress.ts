import { isAbout } from "@/lib/profiles/input/answer";

/** How far a pass has come. It stands in the page's address, so that back, reload and no JavaScript all work. */
export type Progress = {
  /** What was skipped, as `skill:go`. */
  skipped: string[];
  answered: number;
  /** How wide the ranges were when it began, in points. */
  began: number | null;
  /** The last answer, which can be undone. */
  last: string | null;
};

const mostSkipped = 100;
const path = "/profile/pass";

export function readProgress(params: URLSearchParams): Progress {
  const last = params.get("last");
  return {
    skipped: [...new Set(params.getAll("skip").filter(isAbout))].slice(0, mostSkipped),
    answered: wholeNumber(params.get("answered"), 10_000) ?? 0,
    began: wholeNumber(params.get("began"), 100),
    last: last !== null && isAbout(last) ? last : null,
  };
}

export function progressHref({ skipped, answered, began, last }: Progress): string {
  const params = new URLSearchParams();
  if (answered > 0) params.set("answered", String(answered));
  if (began !== null) params.set("began", String(began));
  if (last !== null) params.set("last", last);
  for (const about of skipped.slice(-mostSkipped)) params.append("skip", about);
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** The progress after an answer, or after what was skipped. */
export const afterAnswer = (progress: Progress, about: string, isSkipped: boolean): Progress =>
  isSkipped
    ? { ...progress, skipped: [...progress.skipped, about] }
    : { ...progress, answered: progress.answered + 1, last: about };

/** The progress after the last answer was undone. */
export const afterUndo = (progress: Progress): Progress => ({
  ...progress,
  answered: Math.max(0, progress.answered - 1),
  last: null,
});

const wholeNumber = (text: string | null, most: number) =>
  text !== null && /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : null;
