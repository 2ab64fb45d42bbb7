-- The migrator runs all in one transaction, so the indexes on older tables are made in it; they are small.
-- squawk-ignore-file require-concurrent-index-creation
CREATE TABLE "public_changes" (
	"xid" "xid8" PRIMARY KEY DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "public_changes_at" ON "public_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "applications_due" ON "applications" USING btree ("reply_by") WHERE "applications"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "postings_confirmed" ON "postings" USING btree ("confirmed_at") WHERE "postings"."state" = 'published';--> statement-breakpoint
CREATE INDEX "postings_beginning" ON "postings" USING btree ("publish_at") WHERE "postings"."state" = 'published';
