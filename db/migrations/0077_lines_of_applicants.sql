-- The migrator runs all in one transaction, and applications are few against postings.
-- squawk-ignore-file require-concurrent-index-creation
CREATE INDEX "applications_had" ON "applications" USING gin (array_append("had", "posting_id"::text));