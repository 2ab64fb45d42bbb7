-- A page that everyone reads shows how appeals ended: whatever changes them says so.
create trigger public_inserted after insert on appeals referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_updated after update on appeals referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_deleted after delete on appeals referencing old table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_truncated after truncate on appeals
  for each statement execute function note_public_change();
