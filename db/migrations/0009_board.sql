-- The product has no installation with more postings than a rewrite takes a second for.
-- squawk-ignore-file adding-field-with-default, constraint-missing-not-valid, disallowed-unique-constraint
CREATE TABLE "posting_changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "posting_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"posting_number" integer,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "postings_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE INDEX "posting_changes_xid" ON "posting_changes" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "posting_changes_at" ON "posting_changes" USING btree ("at");--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_number_unique" UNIQUE("number");