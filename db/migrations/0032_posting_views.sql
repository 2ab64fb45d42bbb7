CREATE TABLE "posting_views" (
	"posting_id" uuid NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "posting_views_posting_id_day_source_pk" PRIMARY KEY("posting_id","day","source"),
	CONSTRAINT "posting_views_source" CHECK ("posting_views"."source" in ('here', 'search', 'elsewhere', 'direct')),
	CONSTRAINT "posting_views_views" CHECK ("posting_views"."views" > 0)
);
--> statement-breakpoint
ALTER TABLE "posting_views" ADD CONSTRAINT "posting_views_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;