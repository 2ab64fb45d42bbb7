-- An order without a word on nulls has them first: the indexes had them last, and gave no order.
-- The product has no installation with more rows than an index takes a second for.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion
DROP INDEX "applications_candidate";--> statement-breakpoint
DROP INDEX "invitations_candidate";--> statement-breakpoint
DROP INDEX "alert_postings_newest";--> statement-breakpoint
DROP INDEX "postings_newest";--> statement-breakpoint
DROP INDEX "postings_salary";--> statement-breakpoint
DROP INDEX "postings_company";--> statement-breakpoint
DROP INDEX "hidden_postings_newest";--> statement-breakpoint
DROP INDEX "profile_views_candidate";--> statement-breakpoint
CREATE INDEX "applications_candidate" ON "applications" USING btree ("candidate_id","submitted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "invitations_candidate" ON "invitations" USING btree ("candidate_id","sent_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "alert_postings_newest" ON "alert_postings" USING btree ("user_id","sent_at" DESC NULLS FIRST,"posting_id");--> statement-breakpoint
CREATE INDEX "postings_newest" ON "postings" USING btree ("published_at" DESC NULLS FIRST,"id") WHERE "postings"."state" = 'published';--> statement-breakpoint
CREATE INDEX "postings_salary" ON "postings" USING btree ("yearly_usd_max" DESC NULLS FIRST,"id") WHERE "postings"."state" = 'published';--> statement-breakpoint
CREATE INDEX "postings_company" ON "postings" USING btree ("company_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "hidden_postings_newest" ON "hidden_postings" USING btree ("user_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "profile_views_candidate" ON "profile_views" USING btree ("candidate_id","at" DESC NULLS FIRST);