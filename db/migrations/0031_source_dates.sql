-- The constraint is only relaxed, and the migrator runs all in one transaction.
-- squawk-ignore-file constraint-missing-not-valid
ALTER TABLE "postings" DROP CONSTRAINT "postings_life";--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "source_posted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "source_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_life" CHECK ("postings"."expires_at" <= "postings"."published_at" + interval '90 days' or "postings"."source_posted_at" is not null);