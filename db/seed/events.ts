import type { NewEvent } from "@/lib/events/input";

/** An event of the demonstration's past. */
export type PastEvent = NewEvent & { at: Date };
