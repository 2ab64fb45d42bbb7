import { and, eq, isNotNull, not } from "drizzle-orm";
import { isClaimed } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import { present } from "@/lib/present";

/** The imported postings of companies without members that something is missing from: nobody but an admin can complete them. */
export const isIncompleteImport = () =>
  present(and(eq(postings.state, "draft"), isNotNull(postings.source), not(isClaimed(postings.companyId))));
