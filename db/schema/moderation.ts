import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns";

/** An admin's word on a posting, kept for ever; reasons name the field that they are about. */
const kinds = ["approve", "send_back", "remove", "freeze", "unfreeze"] as const;

export const decisions = pgTable(
  "decisions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Without a foreign key: a draft that was sent back can be deleted, and what was decided stays. */
    postingId: uuid().notNull(),
    adminId: uuid().notNull(),
    kind: text({ enum: kinds }).notNull(),
    reasons: jsonb().$type<{ field: string; message: string }[]>().notNull().default([]),
    at: instant().notNull(),
  },
  (t) => [index("decisions_posting").on(t.postingId, t.id), check("decisions_kind", oneOf(t.kind, kinds))],
);
