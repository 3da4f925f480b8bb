package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.intake.AskerQuality;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Families;
import fr.maillage.patient.Patients;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Those one speaks with about a person, and those the same call is about: what is chosen instead
/// of typed.
@Component
@Transactional(readOnly = true)
class KnownPeople {

    private static final int MOST = 14;

    private final JdbcClient sql;
    private final Clock clock;

    KnownPeople(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The persons themselves, then their circle, main actors first.
    List<Known> around(Collection<PatientId> persons) {
        if (persons.isEmpty()) return List.of();
        var found = new LinkedHashMap<String, Known>();
        sql.sql(
                        """
                        select i.id, i.display_name, coalesce(w.mobile, w.phone) as phone
                          from patient.identity i join patient.whole_identity w on w.network_id = i.network_id and w.id = i.id
                         where i.id = any (:persons) and i.deceased_on is null order by i.display_name collate "fr-x-icu"
                        """)
                .param("persons", ids(persons))
                .query((row, _) ->
                        new Known(
                                row.getString("id"),
                                row.getString("display_name"),
                                AskerQuality.PERSONNE.label(),
                                row.getString("phone"),
                                AskerQuality.PERSONNE))
                .list()
                .forEach(k -> found.put(k.id(), k));
        circle(persons).forEach(k -> found.putIfAbsent(k.id(), k));
        return List.copyOf(found.values());
    }

    private List<Known> circle(Collection<PatientId> persons) {
        return sql.sql(
                        """
                        select c.id, c.kind, c.actor_group, c.role, c.main, c.name, c.profession, c.phone, r.relation
                          from casefile.circle c left join casefile.relative r on r.network_id = c.network_id and r.id = c.id
                         where c.patient_id = any (:persons) and c.since <= :today and (c.until is null or c.until >= :today)
                         order by c.kind = 'PROCHE' desc, c.main desc, c.name collate "fr-x-icu", c.id limit :most
                        """)
                .param("persons", ids(persons))
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, _) ->
                        Known.of(
                                new Actor(
                                        row.getObject("id", UUID.class),
                                        row.getString("kind"),
                                        row.getString("actor_group"),
                                        row.getString("role"),
                                        row.getBoolean("main"),
                                        row.getString("name"),
                                        row.getString("profession"),
                                        null,
                                        row.getString("phone"),
                                        null,
                                        Set.of()),
                                row.getString("relation")))
                .list();
    }

    /// Persons by their ids, in words; those who are not of the structure are not in it.
    List<AboutQuestion.Candidate> persons(Collection<PatientId> persons) {
        if (persons.isEmpty()) return List.of();
        return sql.sql(
                        """
                        select id, display_name, birth_date, commune_name, deceased_on, null as relation, false as household
                          from patient.identity where id = any (:persons) order by array_position(cast(:persons as uuid[]), id)
                        """)
                .param("persons", ids(persons))
                .query((row, _) -> candidate(row))
                .list();
    }

    /// The family of these persons, the household first, without themselves.
    List<AboutQuestion.Candidate> family(Collection<PatientId> persons) {
        if (persons.isEmpty()) return List.of();
        return sql.sql(
                        """
                        select distinct on (f.household, i.display_name collate "fr-x-icu", i.id)
                               i.id, i.display_name, i.birth_date, i.commune_name, i.deceased_on, f.relation, f.household
                          from patient.family f join patient.identity i on i.network_id = f.network_id and i.id = f.other_id
                         where f.patient_id = any (:persons) and f.other_id <> all (:persons) and i.deceased_on is null
                         order by f.household desc, i.display_name collate "fr-x-icu", i.id, f.relation limit :most
                        """)
                .param("persons", ids(persons))
                .param("most", MOST)
                .query((row, _) -> candidate(row))
                .list();
    }

    private AboutQuestion.Candidate candidate(java.sql.ResultSet row) throws java.sql.SQLException {
        var relation = row.getString("relation");
        return new AboutQuestion.Candidate(
                row.getString("id"),
                row.getString("display_name"),
                facts(
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("commune_name"),
                        row.getObject("deceased_on", LocalDate.class),
                        relation == null ? "" : Families.Relation.valueOf(relation).label(),
                        row.getBoolean("household") ? FollowUpText.SAME_HOUSEHOLD : ""));
    }

    /// Somebody near a typed name.
    AboutQuestion.Candidate candidate(Patients.Near near) {
        return new AboutQuestion.Candidate(
                near.id().toString(),
                near.displayName(),
                facts(near.birthDate(), near.communeName(), near.deceasedOn()));
    }

    private String facts(
            @Nullable LocalDate birth,
            @Nullable String commune,
            @Nullable LocalDate deceased,
            String... besides) {
        var today = LocalDate.now(clock);
        return Stream.concat(
                        Stream.of(
                                birth == null || birth.isAfter(today)
                                        ? "âge inconnu"
                                        : FrenchDates.age(birth, today),
                                commune == null ? "" : commune,
                                deceased == null ? "" : "décès le " + FrenchDates.date(deceased)),
                        Stream.of(besides))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static UUID[] ids(Collection<PatientId> persons) {
        return persons.stream().map(PatientId::value).toArray(UUID[]::new);
    }
}
