import { handle } from "hono/vercel";
import { feeds } from "../_parts/feeds";

export const GET = handle(feeds);
export const OPTIONS = handle(feeds);
