-- The migrator runs all in one transaction. Events and decisions grow by small indexes.
-- squawk-ignore-file require-concurrent-index-creation
CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"posting_id" uuid NOT NULL,
	"event_id" bigint NOT NULL,
	"against" text NOT NULL,
	"against_admin_id" uuid,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reasons" text,
	CONSTRAINT "appeals_eventId_unique" UNIQUE("event_id"),
	CONSTRAINT "appeals_against" CHECK ("appeals"."against" in ('remove', 'freeze')),
	CONSTRAINT "appeals_state" CHECK ("appeals"."state" in ('open', 'upheld', 'reversed', 'settled')),
	CONSTRAINT "appeals_words" CHECK (length("appeals"."words") between 1 and 2000),
	CONSTRAINT "appeals_decided" CHECK (("appeals"."state" = 'open') = ("appeals"."decided_at" is null)),
	CONSTRAINT "appeals_decided_with_reasons" CHECK (("appeals"."state" in ('upheld', 'reversed')) = (num_nulls("appeals"."decided_by", "appeals"."reasons") = 0)),
	CONSTRAINT "appeals_another_admin" CHECK ("appeals"."decided_by" <> "appeals"."against_admin_id")
);
--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("at","id") WHERE "appeals"."state" = 'open';--> statement-breakpoint
CREATE INDEX "appeals_at" ON "appeals" USING btree ("at","state");--> statement-breakpoint
CREATE INDEX "appeals_posting" ON "appeals" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "events_type_at" ON "events" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "decisions_at" ON "decisions" USING btree ("at","kind");