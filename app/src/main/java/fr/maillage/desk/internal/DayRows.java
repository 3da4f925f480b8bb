package fr.maillage.desk.internal;

import fr.maillage.access.Role;
import fr.maillage.followup.AlertPlaces;
import fr.maillage.followup.AlertRule;
import fr.maillage.followup.Urgency;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PersonName;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to do today: alerts, concerns to look at again, expertise, tasks and calls.
@Component
@Transactional(readOnly = true)
class DayRows {

    private final JdbcClient sql;

    DayRows(JdbcClient sql) {
        this.sql = sql;
    }

    /// A row, whose it is and where it counts.
    record Item(
            DayPage.Row row,
            @Nullable UUID patient,
            @Nullable AlertRule rule,
            boolean call,
            boolean soon) {
        boolean alert() {
            return rule != null && !soon;
        }
    }

    /// Everything, in the order it is shown.
    ///
    /// @param own whether it is the day of who reads, and not a colleague's
    List<Item> of(DayOf mine, Role role, boolean own, LocalDate today) {
        var secretary = role == Role.SECRETARY;
        var items = new ArrayList<Item>();
        if (!secretary) items.addAll(together(alerts(mine, today)));
        if (!secretary && own) items.addAll(concerns(today));
        if (!secretary) items.addAll(expertise(mine, today));
        items.addAll(tasks(mine, secretary, today));
        return items;
    }

    /// Open alerts of the persons a coordinator answers for, with their team or another, and those
    /// nobody follows, by urgency.
    private List<Item> alerts(DayOf mine, LocalDate today) {
        return sql.sql(
                        """
                        select a.id, a.rule, a.subject_id, a.patient_id, a.coordinator_id as of, a.title, a.due_on, a.urgency, a.weight, a.extra,
                               i.display_name, i.birth_date, i.commune_name
                        from followup.open_alert a
                        join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                        where a.status = 'OUVERTE'
                          and (a.coordinator_id = any (:mine) or a.coordinator_id is null or a.coordinator_id = any (:away) and a.patient_id = any (:shared)
                               or exists (select 1 from casefile.referent r -- those of another team around the same person
                                           where r.network_id = a.network_id and r.patient_id = a.patient_id and r.coordinator_id = any (:mine)))
                        order by followup.urgency(a.urgency, a.due_on, :today) desc, a.due_on, a.id
                        """)
                .param("today", today)
                .param("mine", mine.mine())
                .param("shared", mine.shared())
                .param("away", mine.absent())
                .query((row, _) -> alert(row, mine, today))
                .list();
    }

    /// Problems without intervention of one person are one row, where the most pressing of them
    /// stood: one plan is completed, once.
    private static List<Item> together(List<Item> alerts) {
        var rows = new LinkedHashMap<String, List<Item>>();
        for (var item : alerts)
            rows.computeIfAbsent(
                            item.rule() == AlertRule.PROBLEME_SANS_INTERVENTION
                                    ? item.patient() + " " + item.soon()
                                    : item.row().id(),
                            _ -> new ArrayList<>())
                    .add(item);
        return rows.values().stream().map(DayRows::one).toList();
    }

    private static Item one(List<Item> of) {
        var first = of.getFirst();
        if (of.size() == 1) return first;
        var row =
                first.row()
                        .with(
                                DayText.problems(of.stream().map(i -> i.row().what()).toList()),
                                of.stream().skip(1).map(i -> i.row().id()).toList());
        return new Item(row, first.patient(), first.rule(), first.call(), first.soon());
    }

    private static Item alert(ResultSet row, DayOf mine, LocalDate today) throws SQLException {
        var rule = AlertRule.valueOf(row.getString("rule"));
        var patient = row.getObject("patient_id", UUID.class);
        var due = row.getObject("due_on", LocalDate.class);
        var soon = due.isAfter(today) && rule.mayWait();
        var urgent = !rule.mayWait();
        var kind = urgent ? "urgence" : rule.ofAct() ? "acte" : "alerte";
        var cause = AlertPlaces.of(rule, patient, row.getObject("subject_id", UUID.class));
        var name = Name.of(row.getString("display_name"));
        return new Item(
                new DayPage.Row(
                        kind,
                        row.getString("id"),
                        soon ? "is-due" : "is-late",
                        rule.icon(),
                        DayText.mark(rule, due, today),
                        Urgency.of(
                                        rule,
                                        row.getObject("weight", Integer.class),
                                        row.getInt("extra"),
                                        row.getInt("urgency"),
                                        ChronoUnit.DAYS.between(due, today))
                                .words(),
                        rule.ofAct() ? cause : "/dossiers/" + patient,
                        name.family(),
                        name.given(),
                        facts(row, today),
                        row.getString("title"),
                        DayText.meta(rule, due, today),
                        rule.ofAct() ? null : DayText.act(rule),
                        rule.ofAct() ? null : cause,
                        mine.why(
                                row.getObject("of", UUID.class),
                                row.getObject("patient_id", UUID.class)),
                        List.of()),
                patient,
                rule,
                false,
                soon);
    }

    /// Concerns of restricted audience to look at again: the reader's own, since the database shows
    /// them to nobody else, whoever's day is asked for.
    private List<Item> concerns(LocalDate today) {
        return sql.sql(
                        """
                        select c.id, c.patient_id, c.review_on, i.display_name, i.birth_date, i.commune_name
                        from casefile.concern_to_review c
                        join patient.identity i on i.network_id = c.network_id and i.id = c.patient_id
                        where c.review_on <= :today order by c.review_on, c.id
                        """)
                .param("today", today)
                .query((row, _) -> concern(row, today))
                .list();
    }

    private static Item concern(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("review_on", LocalDate.class);
        var patient = row.getObject("patient_id", UUID.class);
        var late = due.isBefore(today);
        var name = Name.of(row.getString("display_name"));
        return new Item(
                new DayPage.Row(
                        "acces-restreint",
                        row.getString("id"),
                        late ? "is-late" : "is-due",
                        "shield-lock",
                        late ? "À revoir, " + FrenchDates.relative(due, today) : "À revoir",
                        DayText.RESTRICTED_WHY,
                        "/dossiers/" + patient + "/preoccupations/" + row.getString("id"),
                        name.family(),
                        name.given(),
                        facts(row, today),
                        DayText.RESTRICTED,
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                patient,
                null,
                false,
                false);
    }

    /// Expertise that waits: for who asked, and for the doctor of the team who is asked.
    private List<Item> expertise(DayOf mine, LocalDate today) {
        return sql.sql(
                        """
                        select e.id, e.patient_id, e.addressee, e.due_on, e.asked_by as of, coalesce(e.member_id = any (:mine), false) as to_give,
                               i.display_name, i.birth_date, i.commune_name
                        from rcp.awaited_expertise e
                        join patient.identity i on i.network_id = e.network_id and i.id = e.patient_id
                        where e.asked_by = any (:mine) or e.member_id = any (:mine) order by e.due_on, e.id limit 100
                        """)
                .param("mine", mine.mine())
                .query((row, _) -> expertise(row, mine, today))
                .list();
    }

    private static Item expertise(ResultSet row, DayOf mine, LocalDate today) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var patient = row.getObject("patient_id", UUID.class);
        var late = due.isBefore(today);
        var give = row.getBoolean("to_give");
        var name = Name.of(row.getString("display_name"));
        return new Item(
                new DayPage.Row(
                        "expertise",
                        row.getString("id"),
                        late ? "is-late" : "",
                        "hourglass",
                        late
                                ? "En retard, " + FrenchDates.relative(due, today)
                                : "Pour le " + FrenchDates.shortDay(due, today),
                        DayText.EXPERTISE_WHY,
                        "/expertises/" + row.getString("id"),
                        name.family(),
                        name.given(),
                        facts(row, today),
                        give ? DayText.EXPERTISE_TO_GIVE : DayText.EXPERTISE_ASKED,
                        row.getString("addressee"),
                        give ? DayText.GIVE : DayText.OPEN,
                        null,
                        give ? null : mine.why(row.getObject("of", UUID.class), patient),
                        List.of()),
                patient,
                null,
                false,
                false);
    }

    /// Tasks and call-backs of today and before: one's own, and those given to nobody. A secretary
    /// sees every call to return.
    private List<Item> tasks(DayOf mine, boolean secretary, LocalDate today) {
        return sql.sql(
                        """
                        select t.id, t.kind, t.title, t.who, t.phone, t.due_on, t.due_at, t.patient_id, t.assigned_to as of, i.display_name, i.birth_date, i.commune_name
                        from followup.open_task t
                        left join patient.identity i on i.network_id = t.network_id and i.id = t.patient_id
                        where t.due_on <= :today and (t.assigned_to = any (:mine) or t.assigned_to is null or (:secretary and t.kind = 'RAPPEL')
                                 or t.assigned_to = any (:away) and t.patient_id = any (:shared))
                        order by t.due_on, t.due_at nulls last, t.id limit 300
                        """)
                .param("today", today)
                .param("mine", mine.mine())
                .param("shared", mine.shared())
                .param("away", mine.absent())
                .param("secretary", secretary)
                .query((row, _) -> task(row, mine, today))
                .list();
    }

    private static Item task(ResultSet row, DayOf mine, LocalDate today) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var at = row.getTime("due_at");
        var call = "RAPPEL".equals(row.getString("kind"));
        var patient = row.getObject("patient_id", UUID.class);
        var late = due.isBefore(today);
        var named = row.getString("display_name");
        var name = named == null ? new Name("", call ? "Rappel" : "Tâche") : Name.of(named);
        return new Item(
                new DayPage.Row(
                        "tache",
                        row.getString("id"),
                        late ? "is-late" : "",
                        call ? "phone" : "clipboard-list",
                        late
                                ? "En retard, " + FrenchDates.relative(due, today)
                                : at == null ? "Aujourd’hui" : "À " + at.toString().substring(0, 5),
                        call ? "Rappel à faire" : "Tâche à faire",
                        patient == null ? "/taches" : "/dossiers/" + patient,
                        name.family(),
                        name.given(),
                        Stream.of(
                                        named == null ? "" : facts(row, today),
                                        row.getString("phone") == null
                                                ? ""
                                                : row.getString("phone"))
                                .filter(w -> !w.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        row.getString("title"),
                        null,
                        null,
                        null,
                        mine.why(
                                row.getObject("of", UUID.class),
                                row.getObject("patient_id", UUID.class)),
                        List.of()),
                patient,
                null,
                call,
                false);
    }

    private static String facts(ResultSet row, LocalDate today) throws SQLException {
        var birth = row.getObject("birth_date", LocalDate.class);
        var commune = row.getString("commune_name");
        return Stream.of(
                        birth == null || birth.isAfter(today) ? "" : FrenchDates.age(birth, today),
                        commune == null ? "" : commune)
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// « LEROY » and « Odette » of « LEROY Odette »: the family name is in capitals.
    private record Name(String family, String given) {
        static Name of(String display) {
            return new Name(PersonName.familyOf(display), PersonName.givenOf(display));
        }
    }
}
