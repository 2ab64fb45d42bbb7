CREATE TABLE "application_receipts" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"payload" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_receipts" ADD CONSTRAINT "application_receipts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;