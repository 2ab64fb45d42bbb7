CREATE TABLE "profile_education" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"level" text,
	"degree" text DEFAULT '' NOT NULL,
	"field" text DEFAULT '' NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"started" text,
	"ended" text,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "profile_education_level" CHECK ("profile_education"."level" in ('none', 'associate', 'bachelor', 'master', 'doctorate')),
	CONSTRAINT "profile_education_named" CHECK ("profile_education"."degree" <> '' or "profile_education"."school" <> ''),
	CONSTRAINT "profile_education_dates" CHECK ("profile_education"."started" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' and "profile_education"."ended" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "profile_education_order" CHECK (left("profile_education"."started", length("profile_education"."ended")) <= left("profile_education"."ended", length("profile_education"."started")))
);
--> statement-breakpoint
CREATE TABLE "profile_evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"started" text,
	"ended" text,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "profile_evidence_owner" UNIQUE("user_id","id"),
	CONSTRAINT "profile_evidence_kind" CHECK ("profile_evidence"."kind" in ('job', 'project', 'publication', 'link', 'text')),
	CONSTRAINT "profile_evidence_named" CHECK ("profile_evidence"."title" <> '' or "profile_evidence"."organisation" <> ''),
	CONSTRAINT "profile_evidence_dates" CHECK ("profile_evidence"."started" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' and "profile_evidence"."ended" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "profile_evidence_order" CHECK (left("profile_evidence"."started", length("profile_evidence"."ended")) <= left("profile_evidence"."ended", length("profile_evidence"."started"))),
	CONSTRAINT "profile_evidence_link" CHECK ("profile_evidence"."kind" <> 'link' or "profile_evidence"."url" <> '')
);
--> statement-breakpoint
CREATE TABLE "profile_evidence_responsibilities" (
	"user_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"responsibility_id" integer NOT NULL,
	CONSTRAINT "profile_evidence_responsibilities_key" PRIMARY KEY("user_id","responsibility_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "profile_evidence_skills" (
	"user_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	CONSTRAINT "profile_evidence_skills_key" PRIMARY KEY("user_id","skill_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "resume_drafts" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"text" text NOT NULL,
	"reading" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "resume_drafts_source" CHECK ("resume_drafts"."source" in ('pdf', 'docx', 'text', 'json'))
);
--> statement-breakpoint
ALTER TABLE "profile_education" ADD CONSTRAINT "profile_education_user_id_profiles_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_evidence" ADD CONSTRAINT "profile_evidence_user_id_profiles_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."profiles"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_evidence_responsibilities" ADD CONSTRAINT "profile_evidence_responsibilities_of" FOREIGN KEY ("user_id","evidence_id") REFERENCES "public"."profile_evidence"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_evidence_responsibilities" ADD CONSTRAINT "profile_evidence_responsibilities_for" FOREIGN KEY ("user_id","responsibility_id") REFERENCES "public"."profile_responsibilities"("user_id","responsibility_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_evidence_skills" ADD CONSTRAINT "profile_evidence_skills_of" FOREIGN KEY ("user_id","evidence_id") REFERENCES "public"."profile_evidence"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_evidence_skills" ADD CONSTRAINT "profile_evidence_skills_for" FOREIGN KEY ("user_id","skill_id") REFERENCES "public"."profile_skills"("user_id","skill_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_drafts" ADD CONSTRAINT "resume_drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profile_education_user" ON "profile_education" USING btree ("user_id","position");--> statement-breakpoint
CREATE INDEX "profile_evidence_responsibilities_evidence" ON "profile_evidence_responsibilities" USING btree ("user_id","evidence_id");--> statement-breakpoint
CREATE INDEX "profile_evidence_skills_evidence" ON "profile_evidence_skills" USING btree ("user_id","evidence_id");--> statement-breakpoint
CREATE INDEX "resume_drafts_created" ON "resume_drafts" USING btree ("created_at");