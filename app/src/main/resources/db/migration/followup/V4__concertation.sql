-- RCP and réunions de synthèse that took place, as the rule « niveau 3 sans RCP » asks; written by the module of the meetings.
create table followup.concertation (
  network_id uuid not null default platform.acting(),
  id         uuid not null,            -- of the person's line on the agenda of the meeting
  patient_id uuid not null,
  kind       text not null check (kind in ('RCP','SYNTHESE')),
  held_on    date not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on followup.concertation (network_id, patient_id, held_on);
select platform.protect('followup.concertation');
