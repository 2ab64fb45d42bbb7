-- Whatever changes a published posting says so in its transaction, and wakes who listens.
create function note_posting_changes(numbers integer[]) returns void
  language plpgsql
  as $$
begin
  insert into posting_changes (posting_number) select distinct number from unnest(numbers) as number;
  if found then perform pg_notify('posting_changes', ''); end if;
end $$;
--> statement-breakpoint
create function note_inserted_postings() returns trigger
  language plpgsql
  as $$ begin
  perform note_posting_changes(array(select n.number from newer n where n.state = 'published'));
  return null;
end $$;
--> statement-breakpoint
create function note_updated_postings() returns trigger
  language plpgsql
  as $$ begin
  perform note_posting_changes(array(
    select n.number from newer n join older o on o.id = n.id where n.state = 'published' or o.state = 'published'));
  return null;
end $$;
--> statement-breakpoint
create function note_deleted_postings() returns trigger
  language plpgsql
  as $$ begin
  perform note_posting_changes(array(select o.number from older o where o.state = 'published'));
  return null;
end $$;
--> statement-breakpoint
create function note_posting_parts() returns trigger
  language plpgsql
  as $$ begin
  perform note_posting_changes(array(
    select p.number from postings p where p.state = 'published' and p.id in (select c.posting_id from changed c)));
  return null;
end $$;
--> statement-breakpoint
create function note_company_changes() returns trigger
  language plpgsql
  as $$ begin
  perform note_posting_changes(array(select p.number from postings p where p.company_id = new.id and p.state = 'published'));
  return null;
end $$;
--> statement-breakpoint
create function note_name_changes() returns trigger
  language plpgsql
  as $$ begin
  if exists (select 1 from changed) then
    insert into posting_changes default values;
    perform pg_notify('posting_changes', '');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger postings_inserted after insert on postings referencing new table as newer
  for each statement execute function note_inserted_postings();
--> statement-breakpoint
create trigger postings_updated after update on postings referencing old table as older new table as newer
  for each statement execute function note_updated_postings();
--> statement-breakpoint
create trigger postings_deleted after delete on postings referencing old table as older
  for each statement execute function note_deleted_postings();
--> statement-breakpoint
create trigger companies_suspended after update of suspended_at on companies
  for each row when (old.suspended_at is distinct from new.suspended_at) execute function note_company_changes();
--> statement-breakpoint
create trigger posting_skills_inserted after insert on posting_skills referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_skills_updated after update on posting_skills referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_skills_deleted after delete on posting_skills referencing old table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_responsibilities_inserted after insert on posting_responsibilities referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_responsibilities_updated after update on posting_responsibilities referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_responsibilities_deleted after delete on posting_responsibilities referencing old table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_places_inserted after insert on posting_places referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_places_updated after update on posting_places referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger posting_places_deleted after delete on posting_places referencing old table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger reality_cards_inserted after insert on reality_cards referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger reality_cards_updated after update on reality_cards referencing new table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger reality_cards_deleted after delete on reality_cards referencing old table as changed
  for each statement execute function note_posting_parts();
--> statement-breakpoint
create trigger skills_inserted after insert on skills referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger skills_updated after update on skills referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger skills_deleted after delete on skills referencing old table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger responsibilities_inserted after insert on responsibilities referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger responsibilities_updated after update on responsibilities referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger responsibilities_deleted after delete on responsibilities referencing old table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger cities_inserted after insert on cities referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger cities_updated after update on cities referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger cities_deleted after delete on cities referencing old table as changed
  for each statement execute function note_name_changes();
