-- The migrator runs all in one transaction, and the table is small.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion
DROP INDEX "invitations_of_posting";--> statement-breakpoint
CREATE INDEX "invitations_of_company" ON "invitations" USING btree ("company_id","sent_at");