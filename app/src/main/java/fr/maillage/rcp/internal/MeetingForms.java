package fr.maillage.rcp.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be done on the page of a meeting: its forms.
@Component
@Transactional // not read-only: a search leaves its line in the trail
class MeetingForms {

    private final JdbcClient sql;
    private final Patients patients;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    MeetingForms(JdbcClient sql, Patients patients, Networks networks, Trail trail, Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    FormView edit(Meeting meeting, Shown shown) {
        return shown.form(
                "reunion",
                meeting.href(),
                "Modifier la réunion",
                MeetingForm.of(meeting),
                typed ->
                        MeetingForm.fields(typed, networks.themes(today()), networks.team(today())),
                meeting.version(),
                "Enregistrer");
    }

    FormView put(Meeting meeting, Shown shown) {
        return shown.form(
                "personne",
                meeting.href() + "/personnes",
                "Mettre une personne à l’ordre du jour",
                new Typed(Map.of()),
                this::person,
                0,
                "Mettre à l’ordre du jour");
    }

    private List<FormView.Field> person(Typed typed) {
        var fields = new ArrayList<FormView.Field>();
        fields.add(FormFields.field("name", "Nom de la personne", null, "TEXT", typed, false));
        var near = typed.text("name").isEmpty() ? List.<Option>of() : near(typed.text("name"));
        if (!near.isEmpty())
            fields.add(
                    FormFields.select(
                            "patient",
                            "De qui s’agit-il\u00A0?",
                            typed,
                            List.of(new Group("", FormFields.with("", "Choisir…", near))),
                            false));
        fields.add(
                FormFields.field(
                        "question",
                        "Question posée",
                        "Ce que la réunion doit éclairer ou décider.",
                        "AREA",
                        typed,
                        true));
        fields.addAll(Agreement.fields(typed));
        return fields;
    }

    private List<Option> near(String name) {
        var found = patients.near(name, 8).stream().filter(n -> n.deceasedOn() == null).toList();
        trail.listed("RECHERCHE", found.stream().map(n -> n.id().value()).toList());
        return found.stream()
                .map(n ->
                        new Option(
                                n.id().toString(),
                                Stream.of(
                                                n.displayName(),
                                                n.birthDate() == null
                                                        ? null
                                                        : "née le "
                                                                + FrenchDates.numeric(
                                                                        n.birthDate()),
                                                n.communeName())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(", ")),
                                false))
                .toList();
    }

    FormView add(Meeting meeting, List<Item> items, List<Participant> there, Shown shown) {
        var groups = new ArrayList<Group>();
        var present = there.stream().map(Participant::member).collect(Collectors.toSet());
        groups.add(
                new Group(
                        "",
                        List.of(
                                new Option("", "Choisir…", false),
                                new Option(
                                        "AUTRE",
                                        "Quelqu’un d’extérieur, nommé ci-dessous",
                                        false))));
        groups.add(
                new Group(
                        "Équipe",
                        networks.team(today()).stream()
                                .filter(m -> !present.contains(m.id()))
                                .map(m -> new Option("EQUIPE:" + m.id(), m.name(), false))
                                .toList()));
        groups.addAll(circles(items, there));
        return shown.form(
                "participant",
                meeting.href() + "/participants",
                "Ajouter un participant",
                new Typed(Map.of()),
                typed ->
                        List.of(
                                FormFields.select("who", "Qui", typed, groups, true),
                                FormFields.field(
                                        "name", "Nom, si extérieur", null, "TEXT", typed, false),
                                FormFields.field(
                                        "profession",
                                        "Profession, si extérieur",
                                        null,
                                        "TEXT",
                                        typed,
                                        false)),
                0,
                "Ajouter");
    }

    private record Line(UUID patient, Option option) {}

    /// The circle of each person, without those who come already.
    private List<Group> circles(List<Item> items, List<Participant> there) {
        Set<@Nullable UUID> come = new HashSet<>();
        there.forEach(p -> come.add(p.line()));
        var byPatient =
                items.stream().collect(Collectors.toMap(Item::patient, i -> i, (a, _) -> a));
        var lines =
                sql.sql(
                                """
                                select c.id, c.patient_id, c.name, c.profession from casefile.circle c
                                 where c.patient_id = any (:patients) and c.since <= :today and (c.until is null or c.until >= :today)
                                 order by c.main desc, c.name collate "fr-x-icu", c.id limit 300
                                """)
                        .param(
                                "patients",
                                byPatient.keySet().stream()
                                        .map(PatientId::value)
                                        .toArray(UUID[]::new))
                        .param("today", today())
                        .query((row, _) -> {
                            var patient = row.getObject("patient_id", UUID.class);
                            var line = row.getObject("id", UUID.class);
                            var item =
                                    Objects.requireNonNull(byPatient.get(new PatientId(patient)));
                            var profession = row.getString("profession");
                            return come.contains(line)
                                    ? Optional.<Line>empty()
                                    : Optional.of(
                                            new Line(
                                                    patient,
                                                    new Option(
                                                            "CERCLE:" + item.id() + ":" + line,
                                                            row.getString("name")
                                                                    + (profession == null
                                                                            ? ""
                                                                            : ", " + profession),
                                                            false)));
                        })
                        .list();
        return items.stream()
                .map(item ->
                        new Group(
                                "Cercle de " + item.person(),
                                lines.stream()
                                        .flatMap(Optional::stream)
                                        .filter(l -> l.patient().equals(item.patient().value()))
                                        .map(Line::option)
                                        .toList()))
                .toList();
    }

    FormView cancel(Meeting meeting, Shown shown) {
        return shown.form(
                "annuler",
                meeting.href() + "/annulation",
                "Annuler la réunion",
                new Typed(Map.of()),
                typed -> List.of(FormFields.field("why", "Pourquoi", null, "TEXT", typed, true)),
                meeting.version(),
                "Annuler la réunion");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
