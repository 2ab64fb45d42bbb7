CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"posting_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"member_id" uuid,
	"message" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"declined_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_once" UNIQUE("posting_id","candidate_id"),
	CONSTRAINT "invitations_message" CHECK (length("invitations"."message") between 1 and 2000),
	CONSTRAINT "invitations_declined" CHECK ("invitations"."declined_at" >= "invitations"."sent_at")
);
--> statement-breakpoint
CREATE TABLE "blocked_companies" (
	"user_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocked_companies_user_id_company_id_pk" PRIMARY KEY("user_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "blocked_domains" (
	"user_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocked_domains_user_id_domain_pk" PRIMARY KEY("user_id","domain"),
	CONSTRAINT "blocked_domains_shape" CHECK ("blocked_domains"."domain" ~ '^[^\s@/:A-Z]+\.[^\s@/:A-Z.]+$' and length("blocked_domains"."domain") <= 253)
);
--> statement-breakpoint
CREATE TABLE "profile_views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"candidate_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"member_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"day" date GENERATED ALWAYS AS ((at at time zone 'UTC')::date) STORED,
	CONSTRAINT "profile_views_once" UNIQUE("posting_id","candidate_id","member_id","day")
);
--> statement-breakpoint
ALTER TABLE "postings" ADD COLUMN "blind_review" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_candidate_id_users_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_companies" ADD CONSTRAINT "blocked_companies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_companies" ADD CONSTRAINT "blocked_companies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_domains" ADD CONSTRAINT "blocked_domains_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_views" ADD CONSTRAINT "profile_views_candidate_id_users_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_views" ADD CONSTRAINT "profile_views_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_views" ADD CONSTRAINT "profile_views_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_candidate" ON "invitations" USING btree ("candidate_id","sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invitations_of_posting" ON "invitations" USING btree ("posting_id","sent_at");--> statement-breakpoint
CREATE INDEX "invitations_member" ON "invitations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "blocked_companies_company" ON "blocked_companies" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "blocked_domains_domain" ON "blocked_domains" USING btree ("domain");--> statement-breakpoint
CREATE INDEX "profile_views_candidate" ON "profile_views" USING btree ("candidate_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "profile_views_member" ON "profile_views" USING btree ("member_id");