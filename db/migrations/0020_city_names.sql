CREATE TABLE "city_names" (
	"name" text NOT NULL,
	"city" text NOT NULL,
	"is_main" boolean NOT NULL,
	CONSTRAINT "city_names_name_city_pk" PRIMARY KEY("name","city")
);
--> statement-breakpoint
ALTER TABLE "city_names" ADD CONSTRAINT "city_names_city_cities_slug_fk" FOREIGN KEY ("city") REFERENCES "public"."cities"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_names_city" ON "city_names" USING btree ("city");