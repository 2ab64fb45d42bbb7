-- Whatever changes a profile that companies may find says so in its transaction, once.
create function note_profile_changes(numbers bigint[]) returns void
  language sql
  as $$
  insert into profile_changes (profile_number) select number from unnest(numbers) as number
  on conflict do nothing;
$$;
--> statement-breakpoint
create function note_inserted_profiles() returns trigger
  language plpgsql
  as $$ begin
  perform note_profile_changes(array(select n.number from newer n where n.searchable));
  return null;
end $$;
--> statement-breakpoint
create function note_updated_profiles() returns trigger
  language plpgsql
  as $$ begin
  perform note_profile_changes(array(
    select n.number from newer n join older o on o.number = n.number where n.searchable or o.searchable));
  return null;
end $$;
--> statement-breakpoint
create function note_deleted_profiles() returns trigger
  language plpgsql
  as $$ begin
  perform note_profile_changes(array(select o.number from older o where o.searchable));
  return null;
end $$;
--> statement-breakpoint
create function note_profile_parts() returns trigger
  language plpgsql
  as $$ begin
  -- Whether or not it may be found: another transaction may be allowing that meanwhile.
  perform note_profile_changes(array(
    select p.number from profiles p where p.user_id in (select c.user_id from changed c)));
  return null;
end $$;
--> statement-breakpoint
create trigger profiles_inserted after insert on profiles referencing new table as newer
  for each statement execute function note_inserted_profiles();
--> statement-breakpoint
create trigger profiles_updated after update on profiles referencing old table as older new table as newer
  for each statement execute function note_updated_profiles();
--> statement-breakpoint
create trigger profiles_deleted after delete on profiles referencing old table as older
  for each statement execute function note_deleted_profiles();
--> statement-breakpoint
create trigger profile_skills_inserted after insert on profile_skills referencing new table as changed
  for each statement execute function note_profile_parts();
--> statement-breakpoint
create trigger profile_skills_updated after update on profile_skills referencing new table as changed
  for each statement execute function note_profile_parts();
--> statement-breakpoint
create trigger profile_skills_deleted after delete on profile_skills referencing old table as changed
  for each statement execute function note_profile_parts();
--> statement-breakpoint
create trigger profile_responsibilities_inserted after insert on profile_responsibilities referencing new table as changed
  for each statement execute function note_profile_parts();
--> statement-breakpoint
create trigger profile_responsibilities_updated after update on profile_responsibilities referencing new table as changed
  for each statement execute function note_profile_parts();
--> statement-breakpoint
create trigger profile_responsibilities_deleted after delete on profile_responsibilities referencing old table as changed
  for each statement execute function note_profile_parts();
