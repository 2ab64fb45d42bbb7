CREATE TABLE "near_duplicates" (
	"posting_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"likeness" integer NOT NULL,
	CONSTRAINT "near_duplicates_posting_id_other_id_pk" PRIMARY KEY("posting_id","other_id"),
	CONSTRAINT "near_duplicates_likeness" CHECK ("near_duplicates"."likeness" between 80 and 100),
	CONSTRAINT "near_duplicates_another" CHECK ("near_duplicates"."posting_id" <> "near_duplicates"."other_id")
);
--> statement-breakpoint
CREATE TABLE "posting_bands" (
	"band" integer NOT NULL,
	"posting_id" uuid NOT NULL,
	CONSTRAINT "posting_bands_band_posting_id_pk" PRIMARY KEY("band","posting_id")
);
--> statement-breakpoint
ALTER TABLE "near_duplicates" ADD CONSTRAINT "near_duplicates_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "near_duplicates" ADD CONSTRAINT "near_duplicates_other_id_postings_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_bands" ADD CONSTRAINT "posting_bands_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "near_duplicates_other" ON "near_duplicates" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "posting_bands_posting" ON "posting_bands" USING btree ("posting_id");