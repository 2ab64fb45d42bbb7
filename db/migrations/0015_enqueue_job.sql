-- The web process may put jobs into the queue and do nothing else with it: its role has no right to the queue's own tables.
create function enqueue_job(task text, payload json, job_key text) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  as $$ begin
    perform graphile_worker.add_job(task, payload, max_attempts => 5, job_key => enqueue_job.job_key);
  end $$;
--> statement-breakpoint
revoke execute on function enqueue_job(text, json, text) from public;
