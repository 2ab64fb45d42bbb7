-- Whatever deletes the row of a file, an account or an application that it goes with included, has the worker erase the file.
create function erase_resume_file() returns trigger
  language plpgsql
  as $$ begin
  perform enqueue_job('erase-file', json_build_object('id', old.id), null);
  return null;
end $$;
--> statement-breakpoint
create trigger resume_files_erased after delete on resume_files
  for each row execute function erase_resume_file();
