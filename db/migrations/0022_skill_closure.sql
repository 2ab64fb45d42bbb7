CREATE TABLE "skill_closure" (
	"skill_id" integer NOT NULL,
	"implied_id" integer NOT NULL,
	CONSTRAINT "skill_closure_skill_id_implied_id_pk" PRIMARY KEY("skill_id","implied_id")
);
--> statement-breakpoint
ALTER TABLE "skill_closure" ADD CONSTRAINT "skill_closure_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_closure" ADD CONSTRAINT "skill_closure_implied_id_skills_id_fk" FOREIGN KEY ("implied_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "skill_closure_implied" ON "skill_closure" USING btree ("implied_id","skill_id");