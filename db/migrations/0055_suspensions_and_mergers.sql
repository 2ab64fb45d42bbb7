-- The migrator runs all in one transaction. The checks are of columns that are new, and so empty; the foreign keys are those that were there:
-- from now on a posting takes its rows along.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
ALTER TABLE "applications" DROP CONSTRAINT "applications_posting";
--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_posting";
--> statement-breakpoint
ALTER TABLE "profile_views" DROP CONSTRAINT "profile_views_posting";
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "suspend_reason" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "suspend_reason" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_merged_into_companies_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "profile_views" ADD CONSTRAINT "profile_views_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "users_desk" ON "users" USING btree ("email") WHERE "users"."is_admin" or "users"."suspended_at" is not null;--> statement-breakpoint
CREATE INDEX "companies_merged_into" ON "companies" USING btree ("merged_into") WHERE "companies"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "companies_suspended" ON "companies" USING btree ("suspended_at") WHERE "companies"."suspended_at" is not null;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_suspend_reason" CHECK ("users"."suspend_reason" is null or "users"."suspended_at" is not null);--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_merged" CHECK ("companies"."merged_into" is null or ("companies"."closed_at" is not null and "companies"."merged_into" <> "companies"."id"));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_suspend_reason" CHECK ("companies"."suspend_reason" is null or "companies"."suspended_at" is not null);