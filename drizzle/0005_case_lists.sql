-- All cases of an authority, a unit or a handler, newest first, answered ones too.
create index case_file_received on case_file (authority_id, received_on desc, number desc);
--> statement-breakpoint
create index case_file_unit_received on case_file (authority_id, unit_id, received_on desc, number desc);
--> statement-breakpoint
create index case_file_handler_received on case_file (authority_id, handler_id, received_on desc, number desc);
