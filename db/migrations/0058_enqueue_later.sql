-- As enqueue_job, for jobs that wait, of which a queue does one at a time.
create function enqueue_later(task text, payload json, job_key text, queue text, seconds integer) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  as $$ begin
    perform graphile_worker.add_job(
      task,
      payload,
      queue_name => queue,
      run_at => now() + make_interval(secs => seconds),
      max_attempts => 5,
      job_key => enqueue_later.job_key
    );
  end $$;
--> statement-breakpoint
revoke execute on function enqueue_later(text, json, text, text, integer) from public;
