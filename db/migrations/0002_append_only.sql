create function refuse_change() returns trigger
  language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
--> statement-breakpoint
create trigger events_append_only
  before update or delete on events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger decisions_append_only
  before update or delete on decisions
  for each row execute function refuse_change();
