import { suggestSkills } from "@/lib/taxonomy/queries/suggest";
import { suggested } from "../answer";

/** Names of skills while one types one. For our own pages; programs have `/api/v1/skills`. */
export const GET = (request: Request) => suggested(request, suggestSkills);
