CREATE TABLE "company_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "company_keys_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "company_keys_hash" CHECK ("company_keys"."secret_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "company_keys_scopes" CHECK (cardinality("company_keys"."scopes") > 0 and "company_keys"."scopes" <@ array['postings:read', 'postings:write'])
);
--> statement-breakpoint
ALTER TABLE "company_keys" ADD CONSTRAINT "company_keys_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_keys" ADD CONSTRAINT "company_keys_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_keys_company" ON "company_keys" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "company_keys_maker" ON "company_keys" USING btree ("made_by");