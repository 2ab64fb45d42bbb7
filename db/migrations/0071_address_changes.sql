CREATE TABLE "address_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"old_email" text NOT NULL,
	"new_email" text NOT NULL,
	"old_code_hash" text NOT NULL,
	"new_code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"undo_hash" text,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "address_changes_tries" CHECK ("address_changes"."tries" between 0 and 5),
	CONSTRAINT "address_changes_lower" CHECK ("address_changes"."new_email" = lower("address_changes"."new_email")),
	CONSTRAINT "address_changes_undo" CHECK (("address_changes"."changed_at" is null) = ("address_changes"."undo_hash" is null) and ("address_changes"."undone_at" is null or "address_changes"."changed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "address_changes_open" ON "address_changes" USING btree ("user_id") WHERE "address_changes"."changed_at" is null;--> statement-breakpoint
CREATE INDEX "address_changes_user" ON "address_changes" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "address_changes_undo" ON "address_changes" USING btree ("undo_hash");--> statement-breakpoint
CREATE INDEX "address_changes_old" ON "address_changes" USING btree ("old_email");--> statement-breakpoint
CREATE INDEX "address_changes_expires" ON "address_changes" USING btree ("expires_at");