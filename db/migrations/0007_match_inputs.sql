CREATE TABLE "application_matches" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"rules" integer NOT NULL,
	"inputs" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"sheet_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_matches_rules" CHECK ("application_matches"."rules" = 1),
	CONSTRAINT "application_matches_hashes" CHECK ("application_matches"."inputs_hash" ~ '^[0-9a-f]{64}$' and "application_matches"."sheet_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "profile_skills" ADD COLUMN "level" text;
--> statement-breakpoint
ALTER TABLE "profile_skills" ADD COLUMN "last_used" integer;
--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "overlap_hours" integer;
--> statement-breakpoint
ALTER TABLE "application_matches" ADD CONSTRAINT "application_matches_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- By hand: NOT VALID, since the columns are new and every row that there is passes.
ALTER TABLE "profile_skills" ADD CONSTRAINT "profile_skills_level" CHECK ("profile_skills"."level" in ('basic', 'working', 'expert')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "profile_skills" ADD CONSTRAINT "profile_skills_last_used" CHECK ("profile_skills"."last_used" between 1950 and 2100) NOT VALID;
--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_overlap" CHECK ("profiles"."overlap_hours" between 1 and 8) NOT VALID;
--> statement-breakpoint
-- By hand: what an application was matched by never changes, and goes only with the application.
create trigger application_matches_unchanging
  before update on application_matches
  for each row execute function refuse_change();
