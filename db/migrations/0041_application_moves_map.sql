-- The map of moves of lib/applications/rules.ts, for whatever writes: a test compares the two. A withdrawal is undone before the company is told.
create function is_application_move(from_state text, to_state text) returns boolean
  language sql immutable
  return case from_state
    when 'submitted' then to_state in ('screening', 'interview', 'offer', 'rejected', 'withdrawn')
    when 'screening' then to_state in ('interview', 'offer', 'rejected', 'withdrawn')
    when 'interview' then to_state in ('screening', 'offer', 'rejected', 'withdrawn')
    when 'offer' then to_state in ('interview', 'hired', 'rejected', 'withdrawn')
    else false end;
--> statement-breakpoint
create function refuse_application_move() returns trigger
  language plpgsql
  as $$ begin
  if is_application_move(old.state, new.state)
    or (old.state = 'withdrawn' and old.withdrawal_told_at is null and is_application_move(new.state, 'withdrawn'))
  then return new; end if;
  raise exception 'an application cannot move from % to %', old.state, new.state using errcode = 'check_violation';
end $$;
--> statement-breakpoint
create trigger applications_move
  before update of state on applications
  for each row when (old.state is distinct from new.state) execute function refuse_application_move();
