-- The migrator runs all in one transaction. Two checks look once at each posting; few of them are frozen.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid
CREATE TABLE "review_claims" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"admin_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "postings" DROP CONSTRAINT "postings_published_whole";--> statement-breakpoint
ALTER TABLE "postings" DROP CONSTRAINT "postings_remote_countries";--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_admin_id_users_id_fk" FOREIGN KEY ("admin_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_claims_admin" ON "review_claims" USING btree ("admin_id");--> statement-breakpoint
CREATE INDEX "postings_frozen" ON "postings" USING btree ("frozen_at","id") WHERE "postings"."state" = 'published' and "postings"."frozen_at" is not null;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_published_whole" CHECK ("postings"."state" in ('draft', 'in_review') or ("postings"."state" = 'removed' and "postings"."published_at" is null) or num_nulls("postings"."salary_min_minor", "postings"."workplace", "postings"."employment", "postings"."published_at", "postings"."confirmed_at", "postings"."expires_at") = 0);--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_remote_countries" CHECK ("postings"."state" in ('draft', 'in_review') or ("postings"."state" = 'removed' and "postings"."published_at" is null) or "postings"."workplace" <> 'remote' or cardinality("postings"."hiring_countries") > 0);