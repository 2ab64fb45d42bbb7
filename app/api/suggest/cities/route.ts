import { suggestCities } from "@/lib/taxonomy/queries/suggest";
import { suggested } from "../answer";

/** Names of cities while one types one. For our own pages. */
export const GET = (request: Request) => suggested(request, suggestCities);
