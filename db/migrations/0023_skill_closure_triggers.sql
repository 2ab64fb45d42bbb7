-- Keeps skill_closure equal to the edges, whoever changes them. Only rows that differ are written, so that the board hears of real changes alone.
create function renew_skill_closure() returns trigger
  language plpgsql
  as $$ begin
  -- Of two transactions that add edges, each would miss the ways through the other's edge. Readers do not wait.
  lock table skill_closure in share row exclusive mode;
  with recursive closed (skill_id, implied_id) as (
    select s.id, s.id from skills s
    -- A skill that is being deleted may still have edges.
    union select c.skill_id, s.id
      from closed c join skill_implies e on e.skill_id = c.implied_id join skills s on s.id = e.implied_id
  ), gone as (
    delete from skill_closure o
    where not exists (select 1 from closed c where c.skill_id = o.skill_id and c.implied_id = o.implied_id)
  )
  insert into skill_closure (skill_id, implied_id) select c.skill_id, c.implied_id from closed c
  on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger skills_closed after insert or delete or truncate on skills
  for each statement execute function renew_skill_closure();
--> statement-breakpoint
create trigger skill_implies_closed after insert or update or delete or truncate on skill_implies
  for each statement execute function renew_skill_closure();
--> statement-breakpoint
create trigger skill_closure_inserted after insert on skill_closure referencing new table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
create trigger skill_closure_deleted after delete on skill_closure referencing old table as changed
  for each statement execute function note_name_changes();
--> statement-breakpoint
-- Changes nothing, and has the trigger fill the table from the edges that are there.
update skill_implies set implied_id = implied_id where false;
