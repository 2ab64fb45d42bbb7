-- The indexes on older tables are small: postings that are published, applications that wait. The migrator runs all in one transaction.
-- squawk-ignore-file require-concurrent-index-creation
CREATE TABLE "saved_postings" (
	"user_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "saved_postings_user_id_posting_id_pk" PRIMARY KEY("user_id","posting_id"),
	CONSTRAINT "saved_postings_note" CHECK (length("saved_postings"."note") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "stopped_reminders" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_postings" ADD CONSTRAINT "saved_postings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_postings" ADD CONSTRAINT "saved_postings_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stopped_reminders" ADD CONSTRAINT "stopped_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_postings_newest" ON "saved_postings" USING btree ("user_id","saved_at" DESC NULLS FIRST,"posting_id" DESC NULLS FIRST) WHERE "saved_postings"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "saved_postings_posting" ON "saved_postings" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "saved_postings_removed" ON "saved_postings" USING btree ("removed_at") WHERE "saved_postings"."removed_at" is not null;--> statement-breakpoint
CREATE INDEX "applications_waiting" ON "applications" USING btree ("company_id","reply_by","id") WHERE "applications"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "postings_closing" ON "postings" USING btree ("expires_at") WHERE "postings"."state" = 'published';