CREATE TABLE "application_answers" (
	"application_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"required" boolean NOT NULL,
	"answer" text[] NOT NULL,
	CONSTRAINT "application_answers_application_id_position_pk" PRIMARY KEY("application_id","position"),
	CONSTRAINT "application_answers_kind" CHECK ("application_answers"."kind" in ('text', 'single', 'multiple', 'yes-no', 'number')),
	CONSTRAINT "application_answers_required" CHECK (not "application_answers"."required" or cardinality("application_answers"."answer") > 0),
	CONSTRAINT "application_answers_one" CHECK ("application_answers"."kind" = 'multiple' or cardinality("application_answers"."answer") <= 1)
);
--> statement-breakpoint
CREATE TABLE "posting_questions" (
	"posting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"required" boolean NOT NULL,
	CONSTRAINT "posting_questions_posting_id_position_pk" PRIMARY KEY("posting_id","position"),
	CONSTRAINT "posting_questions_position" CHECK ("posting_questions"."position" between 0 and 9),
	CONSTRAINT "posting_questions_kind" CHECK ("posting_questions"."kind" in ('text', 'single', 'multiple', 'yes-no', 'number')),
	CONSTRAINT "posting_questions_text" CHECK (length("posting_questions"."text") between 1 and 300),
	CONSTRAINT "posting_questions_options" CHECK (case when "posting_questions"."kind" in ('single', 'multiple') then cardinality("posting_questions"."options") between 2 and 20 else cardinality("posting_questions"."options") = 0 end)
);
--> statement-breakpoint
ALTER TABLE "application_answers" ADD CONSTRAINT "application_answers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_questions" ADD CONSTRAINT "posting_questions_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE cascade ON UPDATE no action;