-- better-auth keeps no second spelling of a username here (displayUsername: false): nothing ever wrote this column.
alter table "user" drop column display_username;
