-- What the theme of an accompaniment asks to be evaluated: one line for each questionnaire, and for each age of a calendar.
-- What is asked now is the line with from_on <= today and next_from still ahead; it is missing while done_on is null, late
-- once due_on is past. An age that came before the accompaniment, or that the next one replaced, is not caught up.
-- An evaluation of the six months before the inclusion counts: « proposition Maillage ».
create or replace function assessment.days_before_inclusion() returns int language sql immutable parallel safe return 180;
create or replace view assessment.systematic_expected with (security_invoker = true) as
  select s.network_id, s.patient_id, y.theme_code, y.rank, y.code, y.moment, y.age_months, y.source, w.from_on, w.due_on, w.next_from,
         (select max(r.on_date) from assessment.response r
           where r.network_id = s.network_id and r.patient_id = s.patient_id and r.questionnaire_code = y.code and r.status = 'TERMINEE'
             and r.on_date >= w.from_on and (w.next_from is null or r.on_date < w.next_from)) as done_on
    from casefile.open_support s
    join patient.identity i on i.network_id = s.network_id and i.id = s.patient_id and i.deceased_on is null
    join assessment.systematic y on y.theme_code = s.theme_code
    cross join lateral (select coalesce(s.included_on, s.opened_on) as day) o
    cross join lateral (
      select case y.moment when 'AGE' then cast(i.birth_date + make_interval(months => y.age_months) as date) - y.within_days else o.day - assessment.days_before_inclusion() end as from_on,
             case y.moment when 'AGE' then cast(i.birth_date + make_interval(months => y.age_months) as date) + y.within_days else o.day + y.within_days end as due_on,
             cast(i.birth_date + make_interval(months => y.next_months) as date) - y.within_days as next_from) w
   where s.status = 'ACTIF' and s.level >= 1
     and (y.sex is null or y.sex = i.sex)
     and (y.from_months is null or i.birth_date <= o.day - make_interval(months => y.from_months))
     and (y.until_months is null or i.birth_date > o.day - make_interval(months => y.until_months))
     and w.due_on >= o.day;
