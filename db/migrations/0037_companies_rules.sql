-- A company that has members keeps an owner, whoever writes: checked at the end of each transaction, one at a time for each company.
create function keep_an_owner() returns trigger
  language plpgsql
  as $$ begin
  perform 1 from companies where id = old.company_id for no key update;
  if not found then return null; end if;
  if not exists (select 1 from members where company_id = old.company_id and role = 'owner') then
    raise exception 'a company needs an owner' using errcode = 'restrict_violation', constraint = 'members_last_owner';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger members_last_owner
  after update or delete on members
  deferrable initially deferred
  for each row when (old.role = 'owner')
  execute function keep_an_owner();
--> statement-breakpoint
-- Public pages read these tables, as `public_changes_triggers` has it for the others.
do $$
declare
  watched text;
begin
  foreach watched in array array['company_logos', 'company_skills']
  loop
    execute format('create trigger public_inserted after insert on %I referencing new table as changed
      for each statement execute function note_public_change()', watched);
    execute format('create trigger public_updated after update on %I referencing new table as changed
      for each statement execute function note_public_change()', watched);
    execute format('create trigger public_deleted after delete on %I referencing old table as changed
      for each statement execute function note_public_change()', watched);
    execute format('create trigger public_truncated after truncate on %I
      for each statement execute function note_public_change()', watched);
  end loop;
end $$;
