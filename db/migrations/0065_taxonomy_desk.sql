CREATE TABLE "decided_names" (
	"name" text PRIMARY KEY NOT NULL,
	"skill_id" integer,
	"everyday" boolean DEFAULT false NOT NULL,
	CONSTRAINT "decided_names_length" CHECK (length("decided_names"."name") <= 80)
);
--> statement-breakpoint
CREATE TABLE "taxonomy_version" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "taxonomy_version_one" CHECK ("taxonomy_version"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "unknown_names" (
	"name" text NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"count" integer NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "unknown_names_name_day_source_pk" PRIMARY KEY("name","day","source"),
	CONSTRAINT "unknown_names_length" CHECK (length("unknown_names"."name") between 2 and 40),
	CONSTRAINT "unknown_names_source" CHECK ("unknown_names"."source" in ('posting', 'profile', 'search', 'import'))
);
--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "added" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "retired_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "decided_names" ADD CONSTRAINT "decided_names_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decided_names_skill" ON "decided_names" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "unknown_names_day" ON "unknown_names" USING btree ("day");