-- The migrator runs all in one transaction, and few changes wait. Those of now count as edited when they began to wait.
-- squawk-ignore-file adding-not-nullable-field
ALTER TABLE "company_changes" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "company_changes" SET "edited_at" = "changed_at";--> statement-breakpoint
ALTER TABLE "company_changes" ALTER COLUMN "edited_at" SET NOT NULL;
