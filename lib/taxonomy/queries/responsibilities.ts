import { asc } from "drizzle-orm";
import { db } from "@/db/client";
import { responsibilities } from "@/db/schema/taxonomy";

export type Responsibility = { id: number; slug: string; label: string; group: string };

/** The published list, in its order. */
export function listResponsibilities(): Promise<Responsibility[]> {
  return db()
    .select({
      id: responsibilities.id,
      slug: responsibilities.slug,
      label: responsibilities.label,
      group: responsibilities.group,
    })
    .from(responsibilities)
    .orderBy(asc(responsibilities.position));
}
