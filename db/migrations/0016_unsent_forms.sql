CREATE TABLE "unsent_forms" (
	"browser_hash" text NOT NULL,
	"path" text NOT NULL,
	"form" text NOT NULL,
	"user_id" uuid,
	"values" jsonb NOT NULL,
	"version" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unsent_forms_browser_hash_path_form_pk" PRIMARY KEY("browser_hash","path","form"),
	CONSTRAINT "unsent_forms_size" CHECK (octet_length("unsent_forms"."values"::text) <= 400000)
);
--> statement-breakpoint
ALTER TABLE "unsent_forms" ADD CONSTRAINT "unsent_forms_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsent_forms_user" ON "unsent_forms" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "unsent_forms_expires" ON "unsent_forms" USING btree ("expires_at");