-- The product has no installation with more companies or postings than an index or a check takes a second for.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid
ALTER TABLE "companies" ADD COLUMN "name_key" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "skeletons" text[];--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "from_import" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "badge_lost_by" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "badge_lost_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "companies_name_key" ON "companies" USING btree ("name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_imported_name" ON "companies" USING btree ("name_key") WHERE "companies"."from_import";--> statement-breakpoint
CREATE INDEX "companies_skeletons" ON "companies" USING gin ("skeletons");--> statement-breakpoint
CREATE INDEX "postings_once_public" ON "postings" USING btree ("company_id") WHERE "postings"."published_at" is not null;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_badge_lost" CHECK (("companies"."badge_lost_by" is null) = ("companies"."badge_lost_at" is null));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_badge_lost_by" CHECK ("companies"."badge_lost_by" in ('name', 'website', 'name and website'));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_badge" CHECK ("companies"."badge_lost_at" is null or "companies"."verified_at" is null);