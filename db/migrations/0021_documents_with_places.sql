-- The searchable texts hold places, levels and compounds now. Those that are null are written anew right after the migration.
update "postings" set "document" = null;
