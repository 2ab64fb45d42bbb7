-- Events are append-only for everybody but a migration that gives a type another name, as here; who did what, and when, stays.
alter table events disable trigger events_append_only;
--> statement-breakpoint
update events
  set type = case type
    when 'resume.kept' then 'resume.imported'
    when 'posting.shown_again' then 'posting.shown'
    when 'search.looked_at' then 'search.seen'
  end
  where type in ('resume.kept', 'posting.shown_again', 'search.looked_at');
--> statement-breakpoint
alter table events enable trigger events_append_only;
