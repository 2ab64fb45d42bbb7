-- The migrator runs all in one transaction, and the table is small.
-- squawk-ignore-file constraint-missing-not-valid
ALTER TABLE "applications" ADD COLUMN "arrival" text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_arrival_known" CHECK ("applications"."arrival" in ('search', 'feed', 'alert', 'company', 'skill', 'similar', 'invitation', 'direct'));