-- Whatever changes a table that public pages read says so in its transaction, once for each transaction.
create function note_public_change() returns trigger
  language plpgsql
  as $$ begin
  if tg_op = 'TRUNCATE' then
    insert into public_changes default values on conflict do nothing;
  elsif exists (select 1 from changed) then
    insert into public_changes default values on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  watched text;
begin
  foreach watched in array array[
    'applications', 'cities', 'city_names', 'clock', 'companies', 'decisions', 'events', 'exchange_rates', 'members',
    'posting_places', 'posting_responsibilities', 'posting_skills', 'postings', 'reality_cards', 'responsibilities',
    'search_terms', 'skill_aliases', 'skill_closure', 'skill_implies', 'skill_related', 'skills']
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
