-- The migrator runs all in one transaction. Applications are few against postings, and the checks read new columns.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid, prefer-bigint-over-smallint
CREATE TABLE "application_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" uuid NOT NULL,
	"from_company" boolean NOT NULL,
	"user_id" uuid,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_messages_text" CHECK (length("application_messages"."text") between 1 and 5000)
);
--> statement-breakpoint
CREATE TABLE "application_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" uuid NOT NULL,
	"user_id" uuid,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_notes_text" CHECK (length("application_notes"."text") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "application_tags" (
	"application_id" uuid NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "application_tags_application_id_tag_pk" PRIMARY KEY("application_id","tag"),
	CONSTRAINT "application_tags_tag" CHECK (length("application_tags"."tag") between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "message_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_templates_name" UNIQUE("company_id","name"),
	CONSTRAINT "message_templates_text" CHECK (length("message_templates"."text") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "rejection_reasons" (
	"move_id" bigint NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "rejection_reasons_move_id_kind_slug_pk" PRIMARY KEY("move_id","kind","slug"),
	CONSTRAINT "rejection_reasons_kind" CHECK ("rejection_reasons"."kind" in ('responsibility', 'skill', 'experience', 'degree', 'plain')),
	CONSTRAINT "rejection_reasons_plain" CHECK ("rejection_reasons"."kind" <> 'plain' or "rejection_reasons"."slug" in ('another_applicant', 'role_filled', 'role_withdrawn', 'pay', 'place', 'start', 'language', 'other')),
	CONSTRAINT "rejection_reasons_slug" CHECK (("rejection_reasons"."slug" = '') = ("rejection_reasons"."kind" in ('experience', 'degree')))
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"time" text NOT NULL,
	CONSTRAINT "mail_settings_user_id_kind_pk" PRIMARY KEY("user_id","kind"),
	CONSTRAINT "mail_settings_kind" CHECK ("mail_settings"."kind" in ('answers', 'messages', 'posting_changes', 'invitations', 'saved_postings', 'new_applicants', 'answers_due', 'withdrawals', 'postings', 'mentions')),
	CONSTRAINT "mail_settings_time" CHECK ("mail_settings"."time" in ('now', 'daily', 'never'))
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" uuid NOT NULL,
	"event_id" bigint NOT NULL,
	"application_id" uuid,
	"kind" text,
	"title" text NOT NULL,
	"path" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mail_due_at" timestamp (3) with time zone,
	"mailed_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_once" UNIQUE("user_id","event_id"),
	CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('answers', 'messages', 'posting_changes', 'invitations', 'saved_postings', 'new_applicants', 'answers_due', 'withdrawals', 'postings', 'mentions')),
	CONSTRAINT "notifications_path" CHECK ("notifications"."path" like '/%'),
	CONSTRAINT "notifications_mailed" CHECK ("notifications"."mailed_at" is null or "notifications"."mail_due_at" is not null)
);
--> statement-breakpoint
DROP INDEX "applications_candidate";--> statement-breakpoint
DROP INDEX "applications_due";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "match_order" integer DEFAULT 1000000 NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "had" text[];--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "fails" text[];--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "reminders" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "lapsed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "withdrawal_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "application_messages" ADD CONSTRAINT "application_messages_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_messages" ADD CONSTRAINT "application_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_notes" ADD CONSTRAINT "application_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_notes" ADD CONSTRAINT "application_notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_tags" ADD CONSTRAINT "application_tags_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_templates" ADD CONSTRAINT "message_templates_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_reasons" ADD CONSTRAINT "rejection_reasons_move_id_application_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."application_moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_reasons" ADD CONSTRAINT "rejection_reasons_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_messages_application" ON "application_messages" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "application_messages_user" ON "application_messages" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "application_notes_application" ON "application_notes" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "application_notes_user" ON "application_notes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rejection_reasons_application" ON "rejection_reasons" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("user_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_recent" ON "notifications" USING btree ("user_id","kind","at");--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("mail_due_at") WHERE "notifications"."mail_due_at" is not null and "notifications"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_application" ON "notifications" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "applications_withdrawn" ON "applications" USING btree ("withdrawn_at") WHERE "applications"."state" = 'withdrawn' and "applications"."withdrawal_told_at" is null;--> statement-breakpoint
CREATE INDEX "applications_company" ON "applications" USING btree ("company_id","posting_id");--> statement-breakpoint
CREATE INDEX "applications_in_state" ON "applications" USING btree ("posting_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_open" ON "applications" USING btree ("posting_id","submitted_at","id") WHERE "applications"."state" in ('submitted', 'screening', 'interview', 'offer');--> statement-breakpoint
CREATE INDEX "applications_open_match" ON "applications" USING btree ("posting_id","match_order","submitted_at","id") WHERE "applications"."state" in ('submitted', 'screening', 'interview', 'offer');--> statement-breakpoint
CREATE INDEX "applications_ended" ON "applications" USING btree ("posting_id","submitted_at","id") WHERE "applications"."state" in ('hired', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE INDEX "applications_unanswered" ON "applications" USING btree ("posting_id","reply_by","id") WHERE "applications"."answered_at" is null and "applications"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "applications_candidate" ON "applications" USING btree ("candidate_id","updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "applications_due" ON "applications" USING btree ("reply_by") WHERE "applications"."answered_at" is null and "applications"."state" = 'submitted' and "applications"."lapsed_at" is null;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_reminders" CHECK ("applications"."reminders" between 0 and 2);--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_withdrawn_at" CHECK ("applications"."withdrawn_at" is null or "applications"."state" = 'withdrawn');--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_withdrawal_told" CHECK ("applications"."withdrawal_told_at" is null or "applications"."withdrawn_at" is not null);