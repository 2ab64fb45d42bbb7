-- Counts of erased applications are part of public answer rates.
create trigger public_inserted after insert on erased_applications referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_updated after update on erased_applications referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_deleted after delete on erased_applications referencing old table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_truncated after truncate on erased_applications
  for each statement execute function note_public_change();
