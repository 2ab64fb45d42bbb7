-- The product has no installation with more postings than an index takes a second for.
-- squawk-ignore-file require-concurrent-index-creation
CREATE INDEX "postings_title" ON "postings" USING btree (lower("title") text_pattern_ops) WHERE "postings"."state" = 'published';