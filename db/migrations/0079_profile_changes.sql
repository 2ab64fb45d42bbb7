-- The product has no installation with more profiles than a rewrite takes a second for.
-- squawk-ignore-file adding-field-with-default, constraint-missing-not-valid, disallowed-unique-constraint
CREATE TABLE "profile_changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "profile_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"profile_number" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profile_changes_once" UNIQUE("xid","profile_number")
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "number" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "profiles_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE INDEX "profile_changes_at" ON "profile_changes" USING btree ("at");--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_number_unique" UNIQUE("number");