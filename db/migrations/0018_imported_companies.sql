-- Until now the companies that imports made were known by having no members. Names are written into "name_key" and "skeletons" by
-- `keepMissingIdentities`, right after the migrations: SQL knows neither Unicode's folding of case nor which letters look alike.
UPDATE "companies" SET "from_import" = true
WHERE NOT EXISTS (SELECT 1 FROM "members" WHERE "members"."company_id" = "companies"."id");
