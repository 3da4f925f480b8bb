-- Which questionnaires a theme asks of everybody it includes, and when: data of the application (assessment/systematic.json),
-- put here at each start so that statements may join it. The same for every structure; one line for each age of a calendar.
create table assessment.systematic (
  rank        int primary key,
  code        text not null,        -- of the questionnaire
  theme_code  text not null,
  moment      text not null check (moment in ('INCLUSION','AGE')),
  age_months  int,                  -- of the calendar
  next_months int,                  -- the age after it
  within_days int not null,         -- after the inclusion; on either side of the age
  from_months int,                  -- asked of persons of this age or more at their inclusion
  until_months int,                 -- and younger than that
  sex         text,
  source      text not null,
  check ((moment = 'AGE') = (age_months is not null))
);

-- The cut-off a structure reads a score with, among those the source states. The last line counts; each result keeps the
-- one it was read with.
create table assessment.cut_off (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  score_code text not null,
  value      numeric not null,
  chosen_by  text not null,
  chosen_at  timestamptz not null,
  primary key (network_id, id)
);
create index on assessment.cut_off (network_id, score_code, chosen_at desc, id desc);
select platform.protect('assessment.cut_off');
