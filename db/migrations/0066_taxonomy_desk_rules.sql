-- The one row that each change of the taxonomy locks and counts. Processes listen on the channel of the board.
insert into taxonomy_version (id, version) values (1, 0);
--> statement-breakpoint
create function announce_taxonomy() returns trigger
  language plpgsql
  as $$ begin
  perform pg_notify('posting_changes', '');
  return null;
end $$;
--> statement-breakpoint
create trigger taxonomy_announced after update on taxonomy_version
  for each statement execute function announce_taxonomy();
