package fr.maillage.followup.internal.team;

import fr.maillage.followup.NotDone;
import fr.maillage.followup.internal.team.ReportPage.Block;
import fr.maillage.followup.internal.team.ReportPage.Line;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The blocks of the report of a day, one statement each; every statement answers the same columns:
/// at, patient_id, display_name, href, what, more, total.
@Component
class ReportBlocks {

    private static final int SHOWN = 40;

    private final JdbcClient sql;

    ReportBlocks(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param persons whose lines are shown
    record Read(List<Block> blocks, Set<UUID> persons) {}

    /// @param clinical whether health content may be shown
    Read of(LocalDate day, boolean clinical) {
        var persons = new TreeSet<UUID>();
        var common =
                List.of(
                        block(
                                "appels",
                                "Échanges",
                                "phone",
                                "Aucun échange noté.",
                                CALLS,
                                day,
                                persons),
                        block(
                                "urgences",
                                "Urgences",
                                "urgent",
                                "Aucune urgence.",
                                URGENCIES,
                                day,
                                persons),
                        block(
                                "demandes",
                                "Nouvelles demandes",
                                "inbox",
                                "Aucune demande nouvelle.",
                                REQUESTS,
                                day,
                                persons),
                        block(
                                "mouvements",
                                "Entrées et sorties",
                                "user-check",
                                "Ni entrée ni sortie.",
                                SUPPORTS,
                                day,
                                persons),
                        block(
                                "sejours",
                                "Hôpital",
                                "bed",
                                "Ni admission ni retour.",
                                STAYS,
                                day,
                                persons));
        var care =
                clinical
                        ? List.of(
                                block(
                                        "faits",
                                        "Actes notés",
                                        "checks",
                                        "Aucun acte noté.",
                                        MARKED,
                                        day,
                                        persons),
                                block(
                                        "manques",
                                        "Ce qui n’a pas eu lieu",
                                        "alert-triangle",
                                        "Rien n’a manqué.",
                                        MISSED,
                                        day,
                                        persons),
                                block(
                                        "points",
                                        "Points de coordination et cahiers",
                                        "message-circle",
                                        "Rien.",
                                        EXCHANGES,
                                        day,
                                        persons))
                        : List.<Block>of();
        var left =
                block(
                        "demain",
                        "Reste pour " + next(day),
                        "list-check",
                        "Rien n’attend.",
                        LEFT,
                        day,
                        persons);
        var blocks = new ArrayList<>(common);
        blocks.addAll(care);
        blocks.add(left);
        return new Read(blocks, persons);
    }

    /// The next day the team works.
    static LocalDate following(LocalDate day) {
        return WorkingDays.FRANCE.plus(day, 1);
    }

    private static String next(LocalDate day) {
        return FrenchDates.longDay(following(day));
    }

    private Block block(
            String key,
            String title,
            String icon,
            String none,
            String statement,
            LocalDate day,
            Set<UUID> persons) {
        var total = new int[1];
        var lines =
                sql.sql(statement)
                        .param("day", day)
                        .param("from", start(day))
                        .param("to", start(day.plusDays(1)))
                        .param("following", following(day))
                        .param("until", start(following(day).plusDays(1)))
                        .param("shown", SHOWN)
                        .query((row, _) -> {
                            total[0] = row.getInt("total");
                            var person = row.getObject("patient_id", UUID.class);
                            if (person != null) persons.add(person);
                            return line(row, person);
                        })
                        .list();
        return new Block(key, title, icon, total[0], none, lines);
    }

    private static Line line(ResultSet row, @Nullable UUID person) throws SQLException {
        var at = row.getTimestamp("at");
        var href = row.getString("href");
        return new Line(
                at == null
                        ? null
                        : FrenchDates.time(
                                LocalDateTime.ofInstant(at.toInstant(), FrenchDates.PARIS)),
                row.getString("display_name"),
                href != null ? href : person == null ? null : "/dossiers/" + person,
                words(row.getString("what")),
                row.getString("more"));
    }

    /// A reason not done, in its words; anything else as it is.
    private static String words(String what) {
        var cut = what.lastIndexOf('|');
        for (var why : NotDone.values())
            if (cut >= 0 && why.name().equals(what.substring(cut + 1)))
                return what.substring(0, cut) + why.label();
        return what;
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(FrenchDates.PARIS).toInstant());
    }

    private static final String CALLS =
            """
            select c.at, cast(null as uuid) as patient_id,
                   (select string_agg(i.display_name, ', ' order by i.display_name collate "fr-x-icu") from followup.contact_patient p
                      join patient.identity i on i.network_id = p.network_id and i.id = p.patient_id
                     where p.network_id = c.network_id and p.contact_id = c.id) as display_name,
                   '/contacts?jour=' || cast(:day as date) as href, concat_ws(', ', c.who, c.who_quality) as what, nullif(concat_ws(' · ', c.reason, c.decided), '') as more, count(*) over () as total
              from followup.contact c where c.at >= :from and c.at < :to order by c.at, c.id limit :shown
            """;
    private static final String URGENCIES =
            """
            select r.received_at as at, r.patient_id, i.display_name, '/demandes/' || r.id as href, 'Demande urgente n° ' || r.number as what,
                   case when u.done24_at is not null then 'évaluée' when u.answered_at is not null then 'réponse donnée' end as more, count(*) over () as total
              from intake.any_referral r left join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
              left join intake.open_urgency u on u.network_id = r.network_id and u.referral_id = r.id
             where r.urgency = 'URGENTE' and r.received_at >= :from and r.received_at < :to order by r.received_at, r.id limit :shown
            """;
    private static final String REQUESTS =
            """
            select r.received_at as at, r.patient_id, i.display_name, '/demandes/' || r.id as href, 'Demande n° ' || r.number as what, cast(null as text) as more, count(*) over () as total
              from intake.any_referral r left join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
             where r.urgency <> 'URGENTE' and r.received_at >= :from and r.received_at < :to order by r.received_at, r.id limit :shown
            """;
    private static final String SUPPORTS =
            """
            select cast(null as timestamptz) as at, s.patient_id, i.display_name, cast(null as text) as href,
                   case when s.closed_on = :day then 'Fin de l’accompagnement' else 'Début de l’accompagnement, niveau ' || s.level end as what, cast(null as text) as more, count(*) over () as total
              from casefile.any_support s join patient.identity i on i.network_id = s.network_id and i.id = s.patient_id
             where s.opened_on = :day or s.closed_on = :day order by i.display_name collate "fr-x-icu", s.id limit :shown
            """;
    private static final String STAYS =
            """
            select cast(null as timestamptz) as at, y.patient_id, i.display_name, cast(null as text) as href,
                   case when y.discharged_on = :day then 'Rentrée à domicile' else 'Hospitalisée' end as what, y.hospital as more, count(*) over () as total
              from casefile.hospital_stay y join patient.identity i on i.network_id = y.network_id and i.id = y.patient_id
             where y.admitted_on = :day or y.discharged_on = :day order by i.display_name collate "fr-x-icu", y.id limit :shown
            """;
    private static final String MARKED =
            """
            select o.marked_at as at, o.patient_id, i.display_name, '/dossiers/' || o.patient_id || '/suivi' as href, o.title as what,
                   case o.status when 'FAIT' then 'fait' else 'fait hors délai' end || coalesce(', ' || o.done_by, '') as more, count(*) over () as total
              from followup.occurrence o join patient.identity i on i.network_id = o.network_id and i.id = o.patient_id
             where o.marked_at >= :from and o.marked_at < :to and o.status in ('FAIT', 'FAIT_HORS_DELAI') order by o.marked_at, o.id limit :shown
            """;
    private static final String MISSED =
            """
            select m.at, m.patient_id, i.display_name, m.href, m.what, m.more, count(*) over () as total from (
              select network_id, patient_id, marked_at as at, '/dossiers/' || patient_id || '/suivi' as href, title || ', non fait\u00A0: |' || not_done_why as what, note as more
                from followup.occurrence where marked_at >= :from and marked_at < :to and status = 'NON_FAIT' and not_done_why is not null
              union all
              select network_id, patient_id, null, '/dossiers/' || patient_id, title, 'alerte ouverte' from followup.alert where raised_at >= :from and raised_at < :to
              union all
              select network_id, patient_id, starts_at, '/agenda/' || id, 'Rendez-vous', case outcome when 'ABSENTE' then 'absente' when 'ANNULE' then 'annulé' else 'reporté' end
                from agenda.planned where patient_id is not null and starts_at >= :from and starts_at < :to and outcome <> 'HONORE') m
              join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
             order by m.at, m.patient_id limit :shown
            """;
    private static final String EXCHANGES =
            """
            select m.at, m.patient_id, i.display_name, m.href, m.what, m.more, count(*) over () as total from (
              select network_id, patient_id, held_at as at, '/dossiers/' || patient_id || '/points' as href, 'Point de coordination' as what, subject as more
                from followup.coordination_point where held_at >= :from and held_at < :to
              union all
              select network_id, patient_id, at, '/dossiers/' || patient_id || '/cahier', case kind when 'QUESTION' then 'Question dans le cahier' when 'REPONSE' then 'Réponse dans le cahier' else 'Transmission dans le cahier' end, author_name
                from followup.liaison_entry where at >= :from and at < :to) m
              join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
             order by m.at, m.patient_id limit :shown
            """;
    private static final String LEFT =
            """
            select m.at, m.patient_id, i.display_name, m.href, m.what, m.more, count(*) over () as total from (
              select network_id, patient_id, cast(null as timestamptz) as at, '/taches?filtre=team' as href, title as what, 'pour le ' || to_char(due_on, 'DD/MM') as more, 2 as rank, due_on, id
                from followup.open_task where due_on <= :following
              union all
              select network_id, patient_id, null, '/consignes?filtre=equipe', case when clinical then 'Consigne' else 'Consigne\u00A0: ' || words end, made_name, 1, for_day, id
                from followup.consigne where done_at is null and for_day <= :following
              union all
              select network_id, patient_id, starts_at, '/agenda/' || id, coalesce(title, 'Rendez-vous'), commune_name, 3, cast(null as date), id
                from agenda.planned where starts_at >= :to and starts_at < :until and outcome is null) m
              left join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
             order by m.rank, m.due_on desc, m.at, m.id limit :shown
            """;
}
