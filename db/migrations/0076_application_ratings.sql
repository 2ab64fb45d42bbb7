CREATE TABLE "application_ratings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_ratings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" uuid NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"rating" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_ratings_once" UNIQUE("application_id","user_id","kind","slug"),
	CONSTRAINT "application_ratings_kind" CHECK ("application_ratings"."kind" in ('responsibility', 'skill', 'experience', 'degree')),
	CONSTRAINT "application_ratings_slug" CHECK (("application_ratings"."slug" = '') = ("application_ratings"."kind" in ('experience', 'degree'))),
	CONSTRAINT "application_ratings_rating" CHECK ("application_ratings"."rating" in ('none', 'partly', 'shown', 'strongly')),
	CONSTRAINT "application_ratings_reason" CHECK (length("application_ratings"."reason") <= 300)
);
--> statement-breakpoint
ALTER TABLE "application_ratings" ADD CONSTRAINT "application_ratings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_ratings" ADD CONSTRAINT "application_ratings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_ratings_user" ON "application_ratings" USING btree ("user_id");