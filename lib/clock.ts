import { now } from "@/db/client";

/** The product's time: the one clock that pages compare with. */
export const findNow = () => now();
