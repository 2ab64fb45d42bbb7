CREATE TABLE "resume_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"application_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"scan_at" timestamp (3) with time zone,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "resume_files_once" UNIQUE("candidate_id","posting_id"),
	CONSTRAINT "resume_files_kind" CHECK ("resume_files"."kind" in ('pdf', 'docx', 'odt', 'txt')),
	CONSTRAINT "resume_files_state" CHECK ("resume_files"."state" in ('pending', 'clean', 'unsafe')),
	CONSTRAINT "resume_files_bytes" CHECK ("resume_files"."bytes" between 1 and 5242880),
	CONSTRAINT "resume_files_hash" CHECK ("resume_files"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "resume_files_scan" CHECK (("resume_files"."state" = 'pending') = ("resume_files"."scan_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "resume_files" ADD CONSTRAINT "resume_files_candidate_id_users_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_files" ADD CONSTRAINT "resume_files_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_files" ADD CONSTRAINT "resume_files_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "resume_files_application" ON "resume_files" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "resume_files_posting" ON "resume_files" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "resume_files_due" ON "resume_files" USING btree ("scan_at") WHERE "resume_files"."state" = 'pending';