import type { ErrorCode } from "@/lib/errors";

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneRefusals: Map<ErrorCode, number> | undefined;
}

/** Counts an expected refusal that a form or the API told. */
export function countRefusal(code: ErrorCode) {
  globalThis.backplaneRefusals ??= new Map();
  globalThis.backplaneRefusals.set(code, (globalThis.backplaneRefusals.get(code) ?? 0) + 1);
}

/** How often each code was told since this process began. */
export const refusalCounts = (): ReadonlyMap<ErrorCode, number> => globalThis.backplaneRefusals ?? new Map();
