CREATE TABLE "alert_postings" (
	"user_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"saved_search_id" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"relevant" boolean,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "alert_postings_user_id_posting_id_pk" PRIMARY KEY("user_id","posting_id"),
	CONSTRAINT "alert_postings_answer" CHECK (("alert_postings"."relevant" is null) = ("alert_postings"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "hidden_postings" (
	"user_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hidden_postings_user_id_posting_id_pk" PRIMARY KEY("user_id","posting_id")
);
--> statement-breakpoint
CREATE TABLE "live_postings" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "live_postings_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "live_postings_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"criteria" text NOT NULL,
	"frequency" text NOT NULL,
	"min_match" integer,
	"mark" bigint NOT NULL,
	"seen" bigint NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"mailed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_searches_once" UNIQUE("user_id","criteria"),
	CONSTRAINT "saved_searches_name" CHECK (length("saved_searches"."name") between 1 and 120),
	CONSTRAINT "saved_searches_criteria" CHECK (length("saved_searches"."criteria") between 1 and 2000),
	CONSTRAINT "saved_searches_frequency" CHECK ("saved_searches"."frequency" in ('never', 'at-once', 'daily', 'weekly')),
	CONSTRAINT "saved_searches_min_match" CHECK ("saved_searches"."min_match" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "alert_postings" ADD CONSTRAINT "alert_postings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_postings" ADD CONSTRAINT "alert_postings_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_postings" ADD CONSTRAINT "alert_postings_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_postings" ADD CONSTRAINT "hidden_postings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_postings" ADD CONSTRAINT "hidden_postings_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_postings" ADD CONSTRAINT "live_postings_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_postings_newest" ON "alert_postings" USING btree ("user_id","sent_at" DESC NULLS LAST,"posting_id");--> statement-breakpoint
CREATE INDEX "alert_postings_search" ON "alert_postings" USING btree ("saved_search_id");--> statement-breakpoint
CREATE INDEX "alert_postings_posting" ON "alert_postings" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "hidden_postings_newest" ON "hidden_postings" USING btree ("user_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "hidden_postings_posting" ON "hidden_postings" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "saved_searches_due" ON "saved_searches" USING btree ("next_at","id") WHERE "saved_searches"."frequency" <> 'never';