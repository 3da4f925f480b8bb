-- What the browser said when the key was made: the key is read from it at each use.
alter table access.passkey add column attestation_object bytea;
alter table access.passkey add column attestation_client_data bytea;
