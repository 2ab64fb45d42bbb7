-- What a receipt states is what was true when the application was sent.
create trigger application_receipts_unchanging before update on application_receipts
  for each row execute function refuse_change();
