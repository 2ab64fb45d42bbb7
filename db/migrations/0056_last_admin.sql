-- An installation that has admins keeps one who can sign in, whoever writes: checked at the end of each transaction, one at a time.
create function keep_an_admin() returns trigger
  language plpgsql
  as $$ begin
  perform pg_advisory_xact_lock(hashtext('users_last_admin'));
  if not exists (select 1 from users where is_admin and suspended_at is null) then
    raise exception 'an admin has to stay' using errcode = 'restrict_violation', constraint = 'users_last_admin';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger users_last_admin
  after update of is_admin, suspended_at or delete on users
  deferrable initially deferred
  for each row when (old.is_admin and old.suspended_at is null)
  execute function keep_an_admin();
