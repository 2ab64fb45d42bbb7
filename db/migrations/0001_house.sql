CREATE TABLE "application_moves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_moves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" uuid NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"posting_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"state" text DEFAULT 'submitted' NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"cover_note" text DEFAULT '' NOT NULL,
	"profile" jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"reply_by" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "applications_once" UNIQUE("posting_id","candidate_id"),
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('submitted', 'screening', 'interview', 'offer', 'hired', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_codes_tries" CHECK ("sign_in_codes"."tries" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp (3) with time zone,
	"name" text,
	"image" text,
	"is_admin" boolean DEFAULT false NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"website" text,
	"description" text DEFAULT '' NOT NULL,
	"country" text,
	"size" text,
	"verified_by" text,
	"verified_at" timestamp (3) with time zone,
	"suspended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_slug_unique" UNIQUE("slug"),
	CONSTRAINT "companies_slug_shape" CHECK ("companies"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "companies_country" CHECK ("companies"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "companies_verified" CHECK (("companies"."verified_by" is null) = ("companies"."verified_at" is null))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_company_id_user_id_pk" PRIMARY KEY("company_id","user_id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('owner', 'recruiter', 'reviewer'))
);
--> statement-breakpoint
CREATE TABLE "mailbox_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mailbox_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient" text NOT NULL,
	"raw" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_mails" (
	"key" text PRIMARY KEY NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"company_id" uuid,
	"posting_id" uuid,
	"application_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"posting_id" uuid NOT NULL,
	"admin_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decisions_kind" CHECK ("decisions"."kind" in ('approve', 'send_back', 'remove', 'freeze', 'unfreeze'))
);
--> statement-breakpoint
CREATE TABLE "posting_places" (
	"posting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"city" text,
	"country" text NOT NULL,
	"latitude" numeric(8, 5),
	"longitude" numeric(8, 5),
	CONSTRAINT "posting_places_posting_id_position_pk" PRIMARY KEY("posting_id","position"),
	CONSTRAINT "posting_places_country_code" CHECK ("posting_places"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "posting_responsibilities" (
	"posting_id" uuid NOT NULL,
	"responsibility_id" integer NOT NULL,
	"must" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "posting_responsibilities_posting_id_responsibility_id_pk" PRIMARY KEY("posting_id","responsibility_id")
);
--> statement-breakpoint
CREATE TABLE "posting_skills" (
	"posting_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	"must" boolean NOT NULL,
	"min_years" integer,
	"position" integer NOT NULL,
	CONSTRAINT "posting_skills_posting_id_skill_id_pk" PRIMARY KEY("posting_id","skill_id"),
	CONSTRAINT "posting_skills_years" CHECK ("posting_skills"."min_years" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"company_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"close_reason" text,
	"remove_reason" text,
	"frozen_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"publish_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"degree_level" text,
	"degree_rank" integer GENERATED ALWAYS AS (case degree_level when 'none' then 0 when 'associate' then 1 when 'bachelor' then 2 when 'master' then 3 when 'doctorate' then 4 end) STORED,
	"degree_field" text,
	"equal_experience" boolean DEFAULT true NOT NULL,
	"experience_min" integer,
	"experience_max" integer,
	"band" text GENERATED ALWAYS AS (case when experience_min < 3 then 'entry' when experience_min < 10 then 'mid' when experience_min <= 20 then 'senior' when experience_min > 20 then 'principal' end) STORED,
	"salary_min_minor" bigint,
	"salary_max_minor" bigint,
	"salary_currency" text,
	"salary_period" text,
	"yearly_usd_min" integer,
	"yearly_usd_max" integer,
	"workplace" text,
	"employment" text,
	"hiring_countries" text[] DEFAULT '{}' NOT NULL,
	"window_start" integer,
	"window_end" integer,
	"window_zone" text,
	"reply_days" integer DEFAULT 14 NOT NULL,
	"source" text,
	"external_id" text,
	"external_url" text,
	"source_digest" text,
	"document" "tsvector",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "postings_slug_unique" UNIQUE("slug"),
	CONSTRAINT "postings_company_id" UNIQUE("company_id","id"),
	CONSTRAINT "postings_source" UNIQUE("source","external_id"),
	CONSTRAINT "postings_slug_shape" CHECK ("postings"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "postings_state" CHECK ("postings"."state" in ('draft', 'in_review', 'published', 'closed', 'expired', 'removed')),
	CONSTRAINT "postings_close_reason" CHECK (("postings"."state" = 'closed') = ("postings"."close_reason" is not null)),
	CONSTRAINT "postings_experience" CHECK ("postings"."experience_min" between 0 and 60 and "postings"."experience_max" between 0 and 60),
	CONSTRAINT "postings_experience_order" CHECK ("postings"."experience_max" >= "postings"."experience_min"),
	CONSTRAINT "postings_salary_order" CHECK ("postings"."salary_min_minor" > 0 and "postings"."salary_max_minor" >= "postings"."salary_min_minor"),
	CONSTRAINT "postings_salary_whole" CHECK (num_nulls("postings"."salary_min_minor", "postings"."salary_max_minor", "postings"."salary_currency", "postings"."salary_period", "postings"."yearly_usd_min", "postings"."yearly_usd_max") in (0, 6)),
	CONSTRAINT "postings_reply_days" CHECK ("postings"."reply_days" between 1 and 60),
	CONSTRAINT "postings_life" CHECK ("postings"."expires_at" <= "postings"."published_at" + interval '90 days'),
	CONSTRAINT "postings_source_whole" CHECK (("postings"."source" is null) = ("postings"."external_id" is null)),
	CONSTRAINT "postings_published_whole" CHECK ("postings"."state" in ('draft', 'in_review') or num_nulls("postings"."salary_min_minor", "postings"."workplace", "postings"."employment", "postings"."published_at", "postings"."confirmed_at", "postings"."expires_at") = 0),
	CONSTRAINT "postings_remote_countries" CHECK ("postings"."state" in ('draft', 'in_review') or "postings"."workplace" <> 'remote' or cardinality("postings"."hiring_countries") > 0)
);
--> statement-breakpoint
CREATE TABLE "reality_cards" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"on_call_weeks" integer,
	"on_call_paid" boolean,
	"datastores" text[],
	"deploys_per_week" integer,
	"requests_per_second" text,
	"take_home_hours" integer,
	"take_home_paid" boolean,
	"interview_stages" integer,
	"interview_hours" integer,
	"team_size" integer,
	CONSTRAINT "reality_cards_on_call" CHECK ("reality_cards"."on_call_weeks" between 0 and 52),
	CONSTRAINT "reality_cards_deploys" CHECK ("reality_cards"."deploys_per_week" between 0 and 10000),
	CONSTRAINT "reality_cards_take_home" CHECK ("reality_cards"."take_home_hours" between 0 and 100),
	CONSTRAINT "reality_cards_stages" CHECK ("reality_cards"."interview_stages" between 1 and 20),
	CONSTRAINT "reality_cards_hours" CHECK ("reality_cards"."interview_hours" between 1 and 100),
	CONSTRAINT "reality_cards_team" CHECK ("reality_cards"."team_size" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "profile_responsibilities" (
	"user_id" uuid NOT NULL,
	"responsibility_id" integer NOT NULL,
	"has" boolean NOT NULL,
	CONSTRAINT "profile_responsibilities_user_id_responsibility_id_pk" PRIMARY KEY("user_id","responsibility_id")
);
--> statement-breakpoint
CREATE TABLE "profile_skills" (
	"user_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	"has" boolean NOT NULL,
	"years" numeric(4, 1),
	CONSTRAINT "profile_skills_user_id_skill_id_pk" PRIMARY KEY("user_id","skill_id"),
	CONSTRAINT "profile_skills_years" CHECK ("profile_skills"."years" between 0 and 70)
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"years" numeric(4, 1),
	"degree_level" text,
	"degree_field" text,
	"wanted_min_minor" bigint,
	"wanted_currency" text,
	"wanted_yearly_usd" integer,
	"workplaces" text[],
	"countries" text[],
	"timezone" text,
	"employment" text[],
	"searchable" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profiles_years" CHECK ("profiles"."years" between 0 and 70),
	CONSTRAINT "profiles_degree" CHECK ("profiles"."degree_level" in ('none', 'associate', 'bachelor', 'master', 'doctorate')),
	CONSTRAINT "profiles_wanted" CHECK (("profiles"."wanted_min_minor" is null) = ("profiles"."wanted_currency" is null) and "profiles"."wanted_min_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "cities" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"latitude" numeric(8, 5) NOT NULL,
	"longitude" numeric(8, 5) NOT NULL,
	"timezone" text NOT NULL,
	"population" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"currency" text PRIMARY KEY NOT NULL,
	"per_usd" numeric(20, 8) NOT NULL,
	"minor_digits" integer NOT NULL,
	"as_of" date NOT NULL,
	CONSTRAINT "exchange_rates_currency" CHECK ("exchange_rates"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "exchange_rates_positive" CHECK ("exchange_rates"."per_usd" > 0)
);
--> statement-breakpoint
CREATE TABLE "responsibilities" (
	"id" integer PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"label" text NOT NULL,
	"group" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "responsibilities_slug_unique" UNIQUE("slug"),
	CONSTRAINT "responsibilities_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "skill_aliases" (
	"alias" text PRIMARY KEY NOT NULL,
	"skill_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_implies" (
	"skill_id" integer NOT NULL,
	"implied_id" integer NOT NULL,
	CONSTRAINT "skill_implies_skill_id_implied_id_pk" PRIMARY KEY("skill_id","implied_id"),
	CONSTRAINT "skill_implies_other" CHECK ("skill_implies"."skill_id" <> "skill_implies"."implied_id")
);
--> statement-breakpoint
CREATE TABLE "skill_related" (
	"skill_id" integer NOT NULL,
	"related_id" integer NOT NULL,
	CONSTRAINT "skill_related_skill_id_related_id_pk" PRIMARY KEY("skill_id","related_id"),
	CONSTRAINT "skill_related_order" CHECK ("skill_related"."skill_id" < "skill_related"."related_id")
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "skills_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"article" boolean DEFAULT false NOT NULL,
	CONSTRAINT "skills_slug_unique" UNIQUE("slug"),
	CONSTRAINT "skills_slug_shape" CHECK ("skills"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "skills_kind" CHECK ("skills"."kind" in ('technology', 'practice', 'concept'))
);
--> statement-breakpoint
ALTER TABLE "application_moves" ADD CONSTRAINT "application_moves_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_candidate_id_users_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_posting" FOREIGN KEY ("company_id","posting_id") REFERENCES "public"."postings"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_places" ADD CONSTRAINT "posting_places_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_responsibilities" ADD CONSTRAINT "posting_responsibilities_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_responsibilities" ADD CONSTRAINT "posting_responsibilities_responsibility_id_responsibilities_id_fk" FOREIGN KEY ("responsibility_id") REFERENCES "public"."responsibilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_skills" ADD CONSTRAINT "posting_skills_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_skills" ADD CONSTRAINT "posting_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reality_cards" ADD CONSTRAINT "reality_cards_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_responsibilities" ADD CONSTRAINT "profile_responsibilities_user_id_profiles_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_responsibilities" ADD CONSTRAINT "profile_responsibilities_responsibility_id_responsibilities_id_fk" FOREIGN KEY ("responsibility_id") REFERENCES "public"."responsibilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_skills" ADD CONSTRAINT "profile_skills_user_id_profiles_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_skills" ADD CONSTRAINT "profile_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_aliases" ADD CONSTRAINT "skill_aliases_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_implies" ADD CONSTRAINT "skill_implies_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_implies" ADD CONSTRAINT "skill_implies_implied_id_skills_id_fk" FOREIGN KEY ("implied_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_related" ADD CONSTRAINT "skill_related_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_related" ADD CONSTRAINT "skill_related_related_id_skills_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_moves_application" ON "application_moves" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "applications_candidate" ON "applications" USING btree ("candidate_id","submitted_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "applications_arrival" ON "applications" USING btree ("posting_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_expire" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires");--> statement-breakpoint
CREATE INDEX "sign_in_codes_browser" ON "sign_in_codes" USING btree ("browser_hash","created_at");--> statement-breakpoint
CREATE INDEX "companies_name" ON "companies" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mailbox_messages_recipient" ON "mailbox_messages" USING btree ("recipient","id");--> statement-breakpoint
CREATE INDEX "events_posting" ON "events" USING btree ("posting_id","id") WHERE "events"."posting_id" is not null;--> statement-breakpoint
CREATE INDEX "events_application" ON "events" USING btree ("application_id","id") WHERE "events"."application_id" is not null;--> statement-breakpoint
CREATE INDEX "events_company" ON "events" USING btree ("company_id","id") WHERE "events"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "decisions_posting" ON "decisions" USING btree ("posting_id","id");--> statement-breakpoint
CREATE INDEX "posting_places_country" ON "posting_places" USING btree ("country","posting_id");--> statement-breakpoint
CREATE INDEX "posting_responsibilities_responsibility" ON "posting_responsibilities" USING btree ("responsibility_id","posting_id");--> statement-breakpoint
CREATE INDEX "posting_skills_skill" ON "posting_skills" USING btree ("skill_id","posting_id");--> statement-breakpoint
CREATE INDEX "postings_newest" ON "postings" USING btree ("published_at" DESC NULLS LAST,"id") WHERE "postings"."state" = 'published';--> statement-breakpoint
CREATE INDEX "postings_salary" ON "postings" USING btree ("yearly_usd_max" DESC NULLS LAST,"id") WHERE "postings"."state" = 'published';--> statement-breakpoint
CREATE INDEX "postings_review" ON "postings" USING btree ("submitted_at","id") WHERE "postings"."state" = 'in_review';--> statement-breakpoint
CREATE INDEX "postings_imported_drafts" ON "postings" USING btree ("created_at","id") WHERE "postings"."state" = 'draft' and "postings"."source" is not null;--> statement-breakpoint
CREATE INDEX "postings_company" ON "postings" USING btree ("company_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "postings_document" ON "postings" USING gin ("document");--> statement-breakpoint
CREATE INDEX "profile_responsibilities_responsibility" ON "profile_responsibilities" USING btree ("responsibility_id");--> statement-breakpoint
CREATE INDEX "profile_skills_skill" ON "profile_skills" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "cities_name" ON "cities" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "cities_country" ON "cities" USING btree ("country");--> statement-breakpoint
CREATE INDEX "skill_aliases_skill" ON "skill_aliases" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "skill_implies_implied" ON "skill_implies" USING btree ("implied_id");--> statement-breakpoint
CREATE INDEX "skill_related_other" ON "skill_related" USING btree ("related_id");