import type { EventType, NewEvent } from "@/lib/events/input";

/** An event of the demonstration's past, or one of some types. */
export type PastEvent<Type extends EventType = EventType> = NewEvent<Type> & { at: Date };
