-- Which names lead to which skill decides what a search means, and so what public pages show.
create trigger public_inserted after insert on taxonomy_version referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_updated after update on taxonomy_version referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_deleted after delete on taxonomy_version referencing old table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_truncated after truncate on taxonomy_version
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_inserted after insert on decided_names referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_updated after update on decided_names referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_deleted after delete on decided_names referencing old table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_truncated after truncate on decided_names
  for each statement execute function note_public_change();
