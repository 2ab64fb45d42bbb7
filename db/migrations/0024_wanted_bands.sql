-- No installation has more profiles than this check takes a second for.
-- squawk-ignore-file constraint-missing-not-valid
ALTER TABLE "profiles" ADD COLUMN "bands" text[];--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_bands" CHECK ("profiles"."bands" <@ array['entry', 'mid', 'senior', 'principal']);