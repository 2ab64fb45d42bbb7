CREATE TABLE "import_rows" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"place" text NOT NULL,
	"title" text NOT NULL,
	"outcome" text NOT NULL,
	"posting_id" uuid,
	"reasons" text[] NOT NULL,
	"notes" text[] NOT NULL,
	CONSTRAINT "import_rows_run_id_position_pk" PRIMARY KEY("run_id","position"),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('new', 'updated', 'unchanged', 'duplicate', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea",
	"state" text DEFAULT 'waiting' NOT NULL,
	"fault" text,
	"total" integer,
	"started_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_runs_state" CHECK ("import_runs"."state" in ('waiting', 'done', 'refused')),
	CONSTRAINT "import_runs_fault" CHECK (("import_runs"."fault" is not null) = ("import_runs"."state" = 'refused')),
	CONSTRAINT "import_runs_content" CHECK (("import_runs"."content" is not null) = ("import_runs"."state" = 'waiting')),
	CONSTRAINT "import_runs_size" CHECK (length("import_runs"."content") <= 2097152)
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_posting" ON "import_rows" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "import_runs_company" ON "import_runs" USING btree ("company_id","started_at");--> statement-breakpoint
CREATE INDEX "import_runs_started" ON "import_runs" USING btree ("started_at");