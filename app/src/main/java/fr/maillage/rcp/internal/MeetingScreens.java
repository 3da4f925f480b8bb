package fr.maillage.rcp.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A meeting as each may see it: the team all of it, somebody invited the persons for whom they
/// come, and nobody a file that does not open to them.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class MeetingScreens {

    /// Keys of the forms of the page; anything else refused is a button.
    private static final List<String> FORMS =
            List.of("", "reunion", "personne", "participant", "annuler", "presences");

    private final JdbcClient sql;
    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final CaseFiles files;
    private final Patients patients;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    MeetingScreens(
            JdbcClient sql,
            MeetingRepository meetings,
            ParticipantRepository participants,
            CaseFiles files,
            Patients patients,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.meetings = meetings;
        this.participants = participants;
        this.files = files;
        this.patients = patients;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// Throws `NotFound` for who does not take part and is not of the team.
    MeetingPage page(UUID id, Shown shown) {
        var me = SignedIn.current();
        var meeting = meetings.get(id);
        var team = me.role().team();
        if (!team && !participants.takesPart(id, me.accountId())) throw new NotFound("réunion", id);
        var items = meetings.items(id);
        var open = readable(meeting, items);
        trail.listed("RCP", open.keySet().stream().map(PatientId::value).toList());
        var visible = items.stream().filter(i -> open.containsKey(i.patient())).toList();
        var ids = visible.stream().map(Item::id).collect(Collectors.toSet());
        var there =
                participants.of(id).stream()
                        .filter(p -> p.item() == null || ids.contains(p.item()))
                        .toList();
        var writes = team && me.role() != Role.HEAD && meeting.open();
        return new MeetingPage(
                meeting.href(),
                RcpText.title(meeting),
                Stream.of(
                                meeting.subject() == null ? "" : meeting.subject(),
                                FrenchDates.exact(meeting.starts()),
                                RcpText.length(meeting.minutes()))
                        .filter(w -> !w.isEmpty())
                        .collect(Collectors.joining(" · ")),
                meeting.state().label,
                meeting.state().icon,
                meeting.state().tone,
                RcpText.place(meeting),
                meeting.mode() == Mode.VISIO
                        && FormFields.text(meeting.place()).startsWith("https://"),
                name(meeting.chair()),
                name(meeting.secretary()),
                theme(meeting),
                team && meeting.appointment() != null ? "/agenda/" + meeting.appointment() : null,
                meeting.cancelledWhy(),
                visible.stream()
                        .map(i -> person(i, Objects.requireNonNull(open.get(i.patient())), writes))
                        .toList(),
                team ? items.size() - visible.size() : 0,
                there.stream().map(p -> who(p, visible, shown)).toList(),
                Arrays.stream(Answer.values())
                        .map(a -> new MeetingPage.Choice(a.name(), a.label))
                        .toList(),
                shown.why(FORMS),
                meeting.open(),
                meeting.starts().isBefore(clock.instant()),
                writes || team && me.role() != Role.HEAD,
                me.role().clinical(),
                writes ? edit(meeting, shown) : null,
                writes && me.role().clinical() ? put(meeting, shown) : null,
                writes ? add(meeting, visible, there, shown) : null,
                writes ? cancel(meeting, shown) : null,
                writes && there.stream().anyMatch(p -> p.invitedAt() == null));
    }

    /// The files of the agenda that open to who is signed in.
    Map<PatientId, OpenFile> readable(Meeting meeting, List<Item> items) {
        var me = SignedIn.current();
        var theirs = items;
        if (!me.role().team()) {
            var come = new HashSet<>(participants.itemsOf(meeting.id(), me.accountId()));
            theirs =
                    items.stream()
                            .filter(i ->
                                    come.contains(Optional.<UUID>empty())
                                            || come.contains(Optional.of(i.id())))
                            .toList();
        }
        return files.opening(theirs.stream().map(Item::patient).toList(), Part.SYNTHESE);
    }

    private MeetingPage.Person person(Item item, OpenFile file, boolean writes) {
        var banner = file.banner();
        return new MeetingPage.Person(
                item.id().toString(),
                item.href(),
                banner.family(),
                banner.given(),
                banner.age() + ", " + banner.commune(),
                reads(file) ? item.question() : null,
                item.askedBy(),
                item.agreedOn() == null
                        ? null
                        : "Accord donné le " + FrenchDates.date(item.agreedOn()),
                item.seen() == null ? null : item.seen() ? "Examinée" : "À reporter",
                writes && SignedIn.current().role().clinical() ? item.href() + "/retrait" : null);
    }

    /// Whether what is asked and said may be shown to who opened the file.
    static boolean reads(OpenFile file) {
        return file.clinical() && PlanPart.whole(file.parts());
    }

    private MeetingPage.Who who(Participant one, List<Item> items, Shown shown) {
        var answer = one.answer();
        var state =
                answer != null
                        ? answer.label
                        : one.invitedAt() == null ? "Pas encore invité" : "Invité, sans réponse";
        var minutes = one.minutes();
        var paid = one.paid();
        var typed = shown.is("presences");
        var id = one.id().toString();
        var errors = typed ? shown.outcome().errors() : new FormErrors();
        return new MeetingPage.Who(
                id,
                one.name(),
                one.profession(),
                one.kind().label,
                items.stream()
                        .filter(i -> i.id().equals(one.item()))
                        .map(Item::person)
                        .findFirst()
                        .orElse(null),
                state,
                answer != null
                        ? answer.icon
                        : one.invitedAt() == null ? "circle-dashed" : "hourglass",
                answer != null ? answer.tone : one.invitedAt() == null ? "" : "is-due",
                one.notInvited(),
                typed
                        ? shown.typed().text("presence-" + id)
                        : one.present() == null ? "" : one.present() ? "PRESENT" : "ABSENT",
                typed
                        ? shown.typed().text("minutes-" + id)
                        : minutes == null ? "" : minutes.toString(),
                typed
                        ? shown.typed().text("paid-" + id)
                        : paid == null ? "" : paid.toPlainString().replace('.', ','),
                errors.of("minutes-" + id) != null
                        ? errors.of("minutes-" + id)
                        : errors.of("paid-" + id));
    }

    private @Nullable String name(@Nullable UUID member) {
        return member == null ? null : networks.member(member).name();
    }

    private @Nullable String theme(Meeting meeting) {
        for (var theme : networks.allThemes())
            if (theme.code().equals(meeting.theme())) return theme.label();
        return null;
    }

    private FormView edit(Meeting meeting, Shown shown) {
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

    private FormView put(Meeting meeting, Shown shown) {
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
                            "De qui s’agit-il ?",
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

    private FormView add(Meeting meeting, List<Item> items, List<Participant> there, Shown shown) {
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

    private static FormView cancel(Meeting meeting, Shown shown) {
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
