-- The migrator runs all in one transaction. The indexes are of the few postings that are published and due, and the check reads a new column.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid
CREATE TABLE "pending_versions" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"terms" jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"sent_back_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_posting_id_postings_id_fk";
--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "extended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "end_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "close_message" text;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "close_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pending_versions" ADD CONSTRAINT "pending_versions_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pending_versions_review" ON "pending_versions" USING btree ("submitted_at","posting_id") WHERE "pending_versions"."sent_back_at" is null;--> statement-breakpoint
CREATE INDEX "postings_asking" ON "postings" USING btree ("confirmed_at") WHERE "postings"."state" = 'published' and ("postings"."asked_at" is null or "postings"."asked_at" < "postings"."confirmed_at");--> statement-breakpoint
CREATE INDEX "postings_ending" ON "postings" USING btree ("expires_at") WHERE "postings"."state" = 'published' and "postings"."end_told_at" is null;--> statement-breakpoint
CREATE INDEX "postings_closing_told" ON "postings" USING btree ("closed_at") WHERE "postings"."close_message" is not null and "postings"."close_told_at" is null;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_close_message" CHECK ("postings"."close_message" is null or ("postings"."state" = 'closed' and length("postings"."close_message") between 1 and 2000));