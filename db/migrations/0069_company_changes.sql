CREATE TABLE "company_changes" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp (3) with time zone,
	"sent_back_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "company_changes_claimed" CHECK (("company_changes"."claimed_by" is null) = ("company_changes"."claimed_until" is null)),
	CONSTRAINT "company_changes_sent_back" CHECK (("company_changes"."sent_back_at" is null) = ("company_changes"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "company_changes" ADD CONSTRAINT "company_changes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_changes_waiting" ON "company_changes" USING btree ("changed_at","company_id") WHERE "company_changes"."sent_back_at" is null;