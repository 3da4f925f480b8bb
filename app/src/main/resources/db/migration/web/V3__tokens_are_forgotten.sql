-- Tokens of forms sent by accounts without a structure are forgotten by the application itself, with nobody there.
create policy forgets_sees on web.sent_form_of_account for select using (platform.account() is null);
create policy forgets on web.sent_form_of_account for delete using (platform.account() is null);
