-- Web processes tell browsers that an application changed: see lib/applications/live.ts. A candidate is told of what their own page shows.
create function notify_application_change() returns trigger
  language plpgsql
  as $$ begin
  perform pg_notify('application_changes', json_build_object(
    'eventId', new.id,
    'actorId', new.actor_id,
    'companyId', new.company_id,
    'candidateId', case
      when new.type like 'interview.%' or new.type in ('application.submitted', 'application.moved', 'application.message_sent',
        'application.posting_revised', 'application.withdrawn', 'application.restored', 'application.lapsed')
      then (select a.candidate_id from applications a where a.id = new.application_id) end)::text);
  return null;
end $$;
--> statement-breakpoint
create trigger events_application_change
  after insert on events
  for each row when (new.application_id is not null) execute function notify_application_change();
