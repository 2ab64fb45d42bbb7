CREATE TABLE "interview_times" (
	"interview_id" uuid NOT NULL,
	"by_candidate" boolean NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interview_times_interview_id_by_candidate_starts_at_pk" PRIMARY KEY("interview_id","by_candidate","starts_at")
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"proposed_by" uuid,
	"state" text DEFAULT 'proposed' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"zone" text NOT NULL,
	"candidate_zone" text,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"link" text NOT NULL,
	"words" text NOT NULL,
	"candidate_words" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"day_told" timestamp (3) with time zone,
	"hour_told" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interviews_state" CHECK ("interviews"."state" in ('proposed', 'countered', 'accepted', 'declined', 'cancelled')),
	CONSTRAINT "interviews_minutes" CHECK ("interviews"."minutes" between 10 and 480),
	CONSTRAINT "interviews_where" CHECK ("interviews"."place" <> '' or "interviews"."link" <> ''),
	CONSTRAINT "interviews_link" CHECK ("interviews"."link" = '' or "interviews"."link" like 'https://%'),
	CONSTRAINT "interviews_accepted" CHECK ("interviews"."state" <> 'accepted' or ("interviews"."starts_at" is not null and "interviews"."accepted_at" is not null)),
	CONSTRAINT "interviews_open" CHECK ("interviews"."state" not in ('proposed', 'countered') or "interviews"."starts_at" is null)
);
--> statement-breakpoint
ALTER TABLE "interview_times" ADD CONSTRAINT "interview_times_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interviews_application" ON "interviews" USING btree ("application_id","created_at");--> statement-breakpoint
CREATE INDEX "interviews_proposed_by" ON "interviews" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "interviews_open" ON "interviews" USING btree ("application_id") WHERE "interviews"."state" in ('proposed', 'countered', 'accepted');--> statement-breakpoint
CREATE INDEX "interviews_ahead" ON "interviews" USING btree ("starts_at") WHERE "interviews"."state" = 'accepted';