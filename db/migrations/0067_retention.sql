-- The migrator runs all in one transaction. The check is of a column that is new; the index is small beside its table, and built once.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid
CREATE TABLE "erased_applications" (
	"posting_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"arrival" text NOT NULL,
	"state" text NOT NULL,
	"reached" text NOT NULL,
	"answer_tenths" integer NOT NULL,
	"is_rated" boolean NOT NULL,
	"is_in_time" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "erased_applications_kind" PRIMARY KEY("posting_id","arrival","state","reached","answer_tenths","is_rated","is_in_time"),
	CONSTRAINT "erased_applications_arrival" CHECK ("erased_applications"."arrival" in ('search', 'feed', 'alert', 'company', 'skill', 'similar', 'invitation', 'direct')),
	CONSTRAINT "erased_applications_state" CHECK ("erased_applications"."state" in ('hired', 'rejected', 'withdrawn')),
	CONSTRAINT "erased_applications_reached" CHECK ("erased_applications"."reached" in ('none', 'interview', 'offer', 'hired')),
	CONSTRAINT "erased_applications_count" CHECK ("erased_applications"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "retention_months" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "erased_applications" ADD CONSTRAINT "erased_applications_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "applications_retained" ON "applications" USING btree ("submitted_at") WHERE "applications"."state" in ('hired', 'rejected', 'withdrawn');--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_retention" CHECK ("companies"."retention_months" between 1 and 24);