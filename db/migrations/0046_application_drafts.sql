CREATE TABLE "application_drafts" (
	"candidate_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"name" text NOT NULL,
	"cover_note" text NOT NULL,
	"answers" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_drafts_candidate_id_posting_id_pk" PRIMARY KEY("candidate_id","posting_id"),
	CONSTRAINT "application_drafts_size" CHECK (octet_length("application_drafts"."answers"::text) <= 200000)
);
--> statement-breakpoint
ALTER TABLE "application_drafts" ADD CONSTRAINT "application_drafts_candidate_id_users_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_drafts" ADD CONSTRAINT "application_drafts_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_drafts_newest" ON "application_drafts" USING btree ("candidate_id","updated_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "application_drafts_posting" ON "application_drafts" USING btree ("posting_id");