-- The web process may know how long the queue is, and nothing of what is in it. In PL/pgSQL, since the queue is made after the migrations.
create function queue_figures()
  returns table (task text, waiting integer, due integer, retried integer, failed integer, oldest_seconds double precision)
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
  as $$ begin
    return query select t.identifier,
      count(*) filter (where j.attempts < j.max_attempts)::int,
      count(*) filter (where j.attempts < j.max_attempts and j.run_at <= now() and j.locked_at is null)::int,
      count(*) filter (where j.attempts > 0 and j.attempts < j.max_attempts and j.locked_at is null)::int,
      count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null)::int,
      coalesce(max(extract(epoch from now() - j.run_at))
        filter (where j.attempts < j.max_attempts and j.run_at <= now() and j.locked_at is null), 0)::float8
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    group by 1;
  end $$;
--> statement-breakpoint
revoke execute on function queue_figures() from public;
