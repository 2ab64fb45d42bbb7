-- The dictionary is small, and written anew by one task.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX "search_terms_alike";