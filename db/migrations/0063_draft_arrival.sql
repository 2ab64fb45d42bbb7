-- A column with a constant default is added without rewriting the table, and drafts are few.
-- squawk-ignore-file constraint-missing-not-valid
ALTER TABLE "application_drafts" ADD COLUMN "arrival" text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE "application_drafts" ADD CONSTRAINT "application_drafts_arrival" CHECK ("application_drafts"."arrival" in ('search', 'feed', 'alert', 'company', 'skill', 'similar', 'invitation', 'direct'));