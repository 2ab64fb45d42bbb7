-- The migrator runs all in one transaction, the tables are small, and a claim lasts for 20 minutes: those of now are dropped, so that each admin has one.
-- squawk-ignore-file adding-serial-primary-key-field, adding-foreign-key-constraint, ban-drop-column, ban-drop-not-null, constraint-missing-not-valid, disallowed-unique-constraint, require-concurrent-index-deletion
DELETE FROM "review_claims";--> statement-breakpoint
DROP INDEX "review_claims_admin";--> statement-breakpoint
ALTER TABLE "review_claims" DROP CONSTRAINT "review_claims_pkey";--> statement-breakpoint
ALTER TABLE "review_claims" ADD PRIMARY KEY ("admin_id");--> statement-breakpoint
ALTER TABLE "review_claims" ALTER COLUMN "posting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "review_claims" ADD COLUMN "company_id" uuid;--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_company_id_company_changes_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company_changes"("company_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_postingId_unique" UNIQUE("posting_id");--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_companyId_unique" UNIQUE("company_id");--> statement-breakpoint
ALTER TABLE "review_claims" ADD CONSTRAINT "review_claims_one" CHECK (num_nonnulls("review_claims"."posting_id", "review_claims"."company_id") = 1);--> statement-breakpoint
ALTER TABLE "company_changes" DROP CONSTRAINT "company_changes_claimed";--> statement-breakpoint
ALTER TABLE "company_changes" DROP COLUMN "claimed_by";--> statement-breakpoint
ALTER TABLE "company_changes" DROP COLUMN "claimed_until";--> statement-breakpoint
DELETE FROM "company_changes" w USING "companies" c WHERE c."id" = w."company_id" AND c."closed_at" IS NOT NULL;
