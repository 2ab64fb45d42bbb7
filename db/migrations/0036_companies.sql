CREATE TABLE "company_logos" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"image" "bytea" NOT NULL,
	CONSTRAINT "company_logos_hash_shape" CHECK ("company_logos"."hash" ~ '^[0-9a-f]{32}$'),
	CONSTRAINT "company_logos_size" CHECK (length("company_logos"."image") between 1 and 200000)
);
--> statement-breakpoint
CREATE TABLE "company_skills" (
	"company_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "company_skills_company_id_skill_id_pk" PRIMARY KEY("company_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "domain_checks" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"domain" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"next_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "domain_codes" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "domain_codes_tries" CHECK ("domain_codes"."tries" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "member_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "member_invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "member_invitations_role" CHECK ("member_invitations"."role" in ('owner', 'recruiter', 'reviewer')),
	CONSTRAINT "member_invitations_email" CHECK ("member_invitations"."email" = lower("member_invitations"."email")),
	CONSTRAINT "member_invitations_expires" CHECK ("member_invitations"."expires_at" > "member_invitations"."sent_at"),
	CONSTRAINT "member_invitations_once" CHECK ("member_invitations"."accepted_at" is null or "member_invitations"."withdrawn_at" is null)
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "working" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "benefits" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "company_logos" ADD CONSTRAINT "company_logos_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_skills" ADD CONSTRAINT "company_skills_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_skills" ADD CONSTRAINT "company_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_checks" ADD CONSTRAINT "domain_checks_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_codes" ADD CONSTRAINT "domain_codes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_logos_hash" ON "company_logos" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "company_skills_skill" ON "company_skills" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "domain_checks_due" ON "domain_checks" USING btree ("next_at") WHERE "domain_checks"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "domain_codes_expiry" ON "domain_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitations_open" ON "member_invitations" USING btree ("company_id","email") WHERE "member_invitations"."accepted_at" is null and "member_invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "member_invitations_sent" ON "member_invitations" USING btree ("company_id","sent_at");--> statement-breakpoint
CREATE INDEX "member_invitations_by" ON "member_invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "member_invitations_expiry" ON "member_invitations" USING btree ("expires_at");