package fr.maillage.followup.internal.situation;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.followup.internal.situation.Week.Passage;
import fr.maillage.followup.internal.situation.WeekPage.Cell;
import fr.maillage.followup.internal.situation.WeekPage.Day;
import fr.maillage.followup.internal.situation.WeekPage.Row;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The week at home: acts of the plan in force and visits of the team, by who comes and on which
/// day; acts elsewhere beside. Source: guide DGOS 2012, fiche O1 §3 I-D (« coordonner l’action des
/// différents professionnels qui interviennent à domicile »).
@Component
@Transactional(readOnly = true)
class WeekScreens {

    private final JdbcClient sql;
    private final Clock clock;

    WeekScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Something that happens in the week.
    ///
    /// @param team a visit of the team itself
    private record Happening(
            LocalDate dueOn,
            LocalDate dueUntil,
            String what,
            @Nullable String who,
            @Nullable String quality,
            boolean home,
            boolean team,
            String status,
            @Nullable LocalTime at) {

        boolean dated() {
            return dueOn.equals(dueUntil);
        }
    }

    private record Stay(LocalDate admittedOn, @Nullable LocalDate discharged) {}

    /// @param day any day of the week; today's when null
    WeekPage page(OpenFile file, @Nullable LocalDate day) {
        var today = LocalDate.now(clock);
        var monday =
                (day == null ? today : day)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var patient = file.patient();
        var happenings = happenings(patient, monday, monday.plusDays(6));
        var stays = stays(patient, monday, monday.plusDays(6));
        var home = happenings.stream().filter(Happening::home).toList();
        var week =
                new Week(
                        monday,
                        home.stream().filter(Happening::dated).map(WeekScreens::passage).toList(),
                        home.stream()
                                .filter(h -> !h.dated())
                                .map(WeekScreens::passage)
                                .distinct()
                                .toList(),
                        livesAlone(patient),
                        absent(stays, monday, today));
        var here = "/dossiers/" + patient + "/semaine?jour=";
        return new WeekPage(
                file.banner(),
                "du " + FrenchDates.date(monday) + " au " + FrenchDates.date(monday.plusDays(6)),
                here + monday.minusWeeks(1),
                here + monday.plusWeeks(1),
                "/dossiers/" + patient + "/semaine",
                monday.equals(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                week.absent().isEmpty()
                        ? ""
                        : "À l’hôpital "
                                + week.absent().stream()
                                        .sorted()
                                        .map(FrenchDates::shortDay)
                                        .collect(Collectors.joining(", ")),
                week.days().stream()
                        .map(d -> new Day(FrenchDates.shortDay(d), d.equals(today), week.comers(d)))
                        .toList(),
                rows(home, week),
                happenings.stream()
                        .filter(h -> !h.home())
                        .map(h ->
                                h.what()
                                        + (h.who() == null ? "" : ", " + h.who())
                                        + (h.dated()
                                                ? ", " + FrenchDates.shortDay(h.dueOn())
                                                : ", d’ici au "
                                                        + FrenchDates.shortDay(h.dueUntil())))
                        .distinct()
                        .toList(),
                week.notes(),
                SituationText.WEEK_SOURCE);
    }

    private static Passage passage(Happening one) {
        return new Passage(one.dueOn(), one.what(), one.who());
    }

    private static List<Row> rows(List<Happening> home, Week week) {
        var byWho = new LinkedHashMap<String, List<Happening>>();
        for (var one : home)
            if (one.dated())
                byWho.computeIfAbsent(one.who() == null ? "" : one.who(), _ -> new ArrayList<>())
                        .add(one);
        return byWho.entrySet().stream()
                .map(e -> {
                    var quality = e.getValue().getFirst().quality();
                    return new Row(
                            e.getKey().isEmpty() ? "Sans acteur" : e.getKey(),
                            quality == null ? "" : quality,
                            week.days().stream()
                                    .map(d ->
                                            e.getValue().stream()
                                                    .filter(h -> h.dueOn().equals(d))
                                                    .map(WeekScreens::cell)
                                                    .toList())
                                    .toList());
                })
                .toList();
    }

    private static Cell cell(Happening one) {
        var at = one.at();
        var what = (at == null ? "" : at.toString().substring(0, 5) + " ") + one.what();
        return switch (one.status()) {
            case "FAIT", "FAIT_HORS_DELAI", "HONORE" -> new Cell(what, "is-done", "circle-check");
            case "NON_FAIT" -> new Cell(what, "is-late", "circle-x");
            case "SUSPENDU" -> new Cell(what, "", "player-pause");
            default -> new Cell(what, "", one.team() ? "calendar" : "circle-dashed");
        };
    }

    private List<Happening> happenings(PatientId patient, LocalDate from, LocalDate to) {
        return sql.sql(
                        """
                        select o.due_on, o.due_until, o.title as what, o.actor_name as who, i.actor_profession as quality,
                               case when i.place is not null then i.place ilike '%domicile%'
                                    else i.type not in ('CONSULTATION','HOSPITALISATION','EXAMEN','DECISION_RCP','AIDE_FINANCIERE_OU_SOCIALE','BILAN_SOCIAL','SIGNALEMENT','SEANCE_EDUCATION') end as home,
                               false as team, o.status, cast(null as time) as at
                          from followup.occurrence o
                          join careplan.intervention_in_force i on i.network_id = o.network_id and i.intervention_id = o.intervention_id
                         where o.patient_id = :patient and o.due_on <= :to and o.due_until >= :from
                        union all
                        select (a.starts_at at time zone 'Europe/Paris')::date, (a.starts_at at time zone 'Europe/Paris')::date, coalesce(a.title, 'Visite'), m.given_name || ' ' || upper(m.family_name), 'Équipe',
                               a.kind = 'VISITE', true, coalesce(a.outcome, 'PREVU'), (a.starts_at at time zone 'Europe/Paris')::time
                          from agenda.planned a join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
                         where a.patient_id = :patient and (a.starts_at at time zone 'Europe/Paris')::date between :from and :to
                           and agenda.with_the_person(a.kind) and (a.outcome is null or a.outcome = 'HONORE')
                         order by 1, 4 nulls last, 3
                        """)
                .param("patient", patient.value())
                .param("from", from)
                .param("to", to)
                .query(DataClassRowMapper.newInstance(Happening.class))
                .list();
    }

    private List<Stay> stays(PatientId patient, LocalDate from, LocalDate to) {
        return sql.sql(
                        """
                        select admitted_on, discharged_on as discharged from casefile.hospital_stay
                         where patient_id = :patient and admitted_on <= :to and (discharged_on is null or discharged_on >= :from)
                        """)
                .param("patient", patient.value())
                .param("from", from)
                .param("to", to)
                .query(DataClassRowMapper.newInstance(Stay.class))
                .list();
    }

    /// Whole days in hospital: neither the day of the entry nor that of the return; nobody knows of
    /// those after today while the stay lasts.
    private static Set<LocalDate> absent(List<Stay> stays, LocalDate monday, LocalDate today) {
        return Stream.iterate(monday, d -> d.plusDays(1))
                .limit(7)
                .filter(d ->
                        stays.stream()
                                .anyMatch(s -> {
                                    var home = s.discharged();
                                    return d.isAfter(s.admittedOn())
                                            && (home == null
                                                    ? !d.isAfter(today)
                                                    : d.isBefore(home));
                                }))
                .collect(Collectors.toSet());
    }

    private boolean livesAlone(PatientId patient) {
        return sql.sql(
                        "select coalesce(lives_alone, false) from patient.identity where id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
