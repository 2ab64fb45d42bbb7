CREATE TABLE "search_terms" (
	"term" text PRIMARY KEY NOT NULL,
	"postings" integer NOT NULL,
	CONSTRAINT "search_terms_folded" CHECK ("search_terms"."term" = lower("search_terms"."term"))
);
--> statement-breakpoint
CREATE INDEX "search_terms_alike" ON "search_terms" USING gin ("term" gin_trgm_ops);