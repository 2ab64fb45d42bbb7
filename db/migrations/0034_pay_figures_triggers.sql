-- A page that everyone reads shows these figures: whatever changes them says so.
create trigger public_inserted after insert on pay_figures referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_updated after update on pay_figures referencing new table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_deleted after delete on pay_figures referencing old table as changed
  for each statement execute function note_public_change();
--> statement-breakpoint
create trigger public_truncated after truncate on pay_figures
  for each statement execute function note_public_change();
