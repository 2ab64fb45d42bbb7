CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"posting_id" uuid NOT NULL,
	"reporter_id" uuid,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"weighs" boolean NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "reports_reason" CHECK ("reports"."reason" in ('scam', 'payment', 'not_open', 'misleading', 'discriminating', 'not_a_job', 'other')),
	CONSTRAINT "reports_state" CHECK ("reports"."state" in ('open', 'upheld', 'dismissed')),
	CONSTRAINT "reports_decided" CHECK (("reports"."state" = 'open') = ("reports"."decided_at" is null)),
	CONSTRAINT "reports_words" CHECK (length("reports"."words") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("posting_id","reporter_id") WHERE "reports"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reports_queue" ON "reports" USING btree ("at","id") WHERE "reports"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reports_posting" ON "reports" USING btree ("posting_id","at","id") WHERE "reports"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reports_reporter" ON "reports" USING btree ("reporter_id","state");