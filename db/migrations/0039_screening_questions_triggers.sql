-- The questions of a posting are on its public page: a change of them is noted like any other.
create trigger public_inserted after insert on posting_questions referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_updated after update on posting_questions referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_deleted after delete on posting_questions referencing old table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_truncated after truncate on posting_questions
  for each statement execute function note_public_change();
