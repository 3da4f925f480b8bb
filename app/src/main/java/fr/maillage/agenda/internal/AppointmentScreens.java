package fr.maillage.agenda.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.Outcome;
import fr.maillage.agenda.internal.setup.Resources;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Families;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// The form of a new appointment, and the page of one.
@Component
@Transactional // not read-only: persons shown leave their line in the trail
class AppointmentScreens {

    private final JdbcClient sql;
    private final Networks networks;
    private final Patients patients;
    private final Families families;
    private final Resources resources;
    private final Trail trail;
    private final HeldElsewhere elsewhere;
    private final Clock clock;

    AppointmentScreens(
            JdbcClient sql,
            Networks networks,
            Patients patients,
            Families families,
            Resources resources,
            Trail trail,
            HeldElsewhere elsewhere,
            Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.patients = patients;
        this.families = families;
        this.resources = resources;
        this.trail = trail;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    NewAppointmentPage fresh(AppointmentForm form, FormErrors errors) {
        var person = PatientId.parse(form.text("patient"));
        var near =
                person.isPresent() || form.text("name").isEmpty()
                        ? List.<Patients.Near>of()
                        : patients.near(form.text("name"), 6);
        if (near.isEmpty() && person.isEmpty() && !form.text("name").isEmpty())
            errors.add("nobody", AgendaText.NOBODY);
        trail.listed("AGENDA", near.stream().map(n -> n.id().value()).toList());
        var today = LocalDate.now(clock);
        var team = networks.team(today);
        var member = Ids.parse(form.text("member")).orElse(SignedIn.current().member());
        return new NewAppointmentPage(
                form,
                errors,
                "/agenda?jour=" + (form.text("day").isEmpty() ? today : form.text("day")),
                kinds(form.text("kind")),
                members(team, Set.of(member)),
                members(team, Set.copyOf(form.ids("others"))),
                bookable(form.ids("resources")),
                repeats(form.text("repeat")),
                weekdays(form.all("weekday")),
                near.stream()
                        .map(n -> new AgendaPage.Choice(n.id().toString(), words(n), false))
                        .toList(),
                person.map(id -> patients.get(id).displayName()).orElse(null),
                person.stream()
                        .flatMap(id -> families.of(id).stream())
                        .map(l -> link(l, form))
                        .toList(),
                errors.all().stream().anyMatch(e -> e.getKey().startsWith("conflict")));
    }

    private static String words(Patients.Near near) {
        return near.displayName()
                + (near.birthDate() == null
                        ? ""
                        : ", né(e) le " + FrenchDates.numeric(near.birthDate()))
                + (near.communeName() == null ? "" : ", " + near.communeName());
    }

    private static AgendaPage.Choice link(Families.Link l, AppointmentForm form) {
        return new AgendaPage.Choice(
                l.other().toString(),
                l.name() + " (" + l.relation().label().toLowerCase(Locale.FRENCH) + ")",
                form.all("together").contains(l.other().toString()));
    }

    private static List<AgendaPage.Choice> kinds(String typed) {
        return Arrays.stream(Kind.values())
                .map(k ->
                        new AgendaPage.Choice(
                                k.name(),
                                k.label,
                                typed.isEmpty() ? k == Kind.VISITE : k.name().equals(typed)))
                .toList();
    }

    private static List<AgendaPage.Choice> members(List<Networks.Member> team, Set<UUID> chosen) {
        return team.stream()
                .map(m ->
                        new AgendaPage.Choice(m.id().toString(), m.name(), chosen.contains(m.id())))
                .toList();
    }

    private List<AgendaPage.Choice> bookable(List<UUID> chosen) {
        return resources.all().stream()
                .map(r ->
                        new AgendaPage.Choice(r.id().toString(), r.name(), chosen.contains(r.id())))
                .toList();
    }

    private static List<AgendaPage.Choice> repeats(String typed) {
        return AgendaText.REPEATS.entrySet().stream()
                .map(e -> new AgendaPage.Choice(e.getKey(), e.getValue(), e.getKey().equals(typed)))
                .toList();
    }

    private static List<AgendaPage.Choice> weekdays(List<String> typed) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(String::valueOf)
                .map(d ->
                        new AgendaPage.Choice(
                                d,
                                AgendaText.WEEKDAYS.get(Integer.parseInt(d) - 1),
                                typed.contains(d)))
                .toList();
    }

    private record Row(
            UUID id,
            Kind kind,
            @Nullable UUID patient,
            @Nullable String person,
            UUID member,
            String memberName,
            List<UUID> others,
            String otherNames,
            List<UUID> booked,
            String bookedNames,
            Span span,
            @Nullable String title,
            @Nullable String place,
            @Nullable Outcome outcome,
            @Nullable String note,
            @Nullable String madeBy,
            int version,
            @Nullable UUID series,
            int following) {}

    /// The page of an appointment. Throws `NotFound`.
    ///
    /// @param typed what was typed when a rule refused it or a colleague was first; null else
    AppointmentPage page(UUID id, @Nullable AppointmentForm typed, FormOutcome outcome) {
        var row = row(id);
        if (row.patient() != null) trail.listed("AGENDA", List.of(row.patient()));
        var changes = changes(id);
        var since =
                typed != null && typed.text("version").matches("\\d{1,9}")
                        ? Integer.parseInt(typed.text("version"))
                        : row.version();
        var form = typed == null ? filled(row) : complete(typed, row);
        var team = networks.team(LocalDate.now(clock));
        return new AppointmentPage(
                id.toString(),
                row.kind().label,
                row.span().words(),
                "/agenda?jour=" + row.span().day() + "&membre=" + row.member(),
                facts(row),
                row.person(),
                row.patient() == null ? null : "/dossiers/" + row.patient(),
                row.outcome() == null
                        ? null
                        : row.outcome().label() + (row.note() == null ? "" : " · " + row.note()),
                row.span().start().isBefore(clock.instant()),
                row.series() == null ? null : AgendaText.series(row.following()),
                row.following(),
                row.version(),
                form,
                outcome.errors(),
                outcome.conflict(),
                outcome.conflict() == null
                        ? List.of()
                        : changes.stream()
                                .filter(c -> c.version() > since)
                                .map(Change::words)
                                .toList(),
                outcome.conflict() == null || typed == null ? null : mine(typed, row, team),
                outcome.errors().all().stream().anyMatch(e -> e.getKey().startsWith("conflict")),
                members(team, Set.of(Ids.parse(form.text("member")).orElse(row.member()))),
                members(team, Set.copyOf(form.ids("others"))).stream()
                        .filter(m -> !m.value().equals(row.member().toString()))
                        .toList(),
                bookable(form.ids("resources")),
                AgendaScreens.outcomes(),
                changes.stream().map(Change::words).toList(),
                elsewhere.page(id));
    }

    /// What the second of two asked for, to compare.
    private static String mine(AppointmentForm typed, Row row, List<Networks.Member> team) {
        var when =
                typed.when(new FormErrors(), row.span().minutes())
                        .map(w -> w.span().words())
                        .orElse(typed.text("day") + " " + typed.text("time"));
        return Ids.parse(typed.text("member"))
                .filter(m -> !m.equals(row.member()))
                .flatMap(m -> team.stream().filter(t -> t.id().equals(m)).findFirst())
                .map(m -> when + ", " + m.name())
                .orElse(when);
    }

    private static AppointmentForm filled(Row row) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("day", row.span().day().toString());
        values.add("time", FrenchDates.time(row.span().from()));
        values.add("minutes", String.valueOf(row.span().minutes()));
        values.add("member", row.member().toString());
        values.add("title", Objects.requireNonNullElse(row.title(), ""));
        values.add("place", Objects.requireNonNullElse(row.place(), ""));
        row.others().forEach(m -> values.add("others", m.toString()));
        row.booked().forEach(r -> values.add("resources", r.toString()));
        return new AppointmentForm(values);
    }

    /// A move from the grid says when and who only: the rest of the form is what stands.
    private static AppointmentForm complete(AppointmentForm typed, Row row) {
        if (!typed.text("whole").isEmpty()) return typed;
        var values = new LinkedMultiValueMap<>(filled(row).sent());
        typed.sent()
                .forEach((field, list) -> {
                    if (!typed.text(field).isEmpty()) values.put(field, list);
                });
        return new AppointmentForm(values);
    }

    private static List<AppointmentPage.Fact> facts(Row row) {
        var facts = new ArrayList<AppointmentPage.Fact>();
        facts.add(
                new AppointmentPage.Fact(
                        "Avec",
                        row.memberName()
                                + (row.otherNames().isEmpty() ? "" : ", " + row.otherNames())));
        if (row.title() != null) facts.add(new AppointmentPage.Fact("Objet", row.title()));
        if (row.place() != null) facts.add(new AppointmentPage.Fact("Lieu", row.place()));
        if (!row.bookedNames().isEmpty())
            facts.add(new AppointmentPage.Fact("Réservé", row.bookedNames()));
        if (row.madeBy() != null) facts.add(new AppointmentPage.Fact("Noté par", row.madeBy()));
        return facts;
    }

    private Row row(UUID id) {
        return sql.sql(
                        """
                        select a.id, a.kind, a.patient_id, i.display_name as person, a.member_id, m.given_name || ' ' || upper(m.family_name) as member_name,
                               array(select p.member_id from agenda.participant p where p.network_id = a.network_id and p.appointment_id = a.id) as others,
                               coalesce((select string_agg(o.given_name || ' ' || upper(o.family_name), ', ' order by o.family_name collate "fr-x-icu") from agenda.participant p
                                           join network.team_member o on o.network_id = p.network_id and o.id = p.member_id
                                          where p.network_id = a.network_id and p.appointment_id = a.id), '') as other_names,
                               array(select b.resource_id from agenda.booking b where b.network_id = a.network_id and b.appointment_id = a.id) as booked,
                               coalesce((select string_agg(r.name, ', ' order by r.name collate "fr-x-icu") from agenda.booking b
                                           join agenda.resource r on r.network_id = b.network_id and r.id = b.resource_id
                                          where b.network_id = a.network_id and b.appointment_id = a.id), '') as booked_names,
                               a.starts_at, a.ends_at, a.title, a.commune_name, a.outcome, a.outcome_note, a.created_by, a.version, a.series_id,
                               (select count(*) from agenda.appointment f where f.network_id = a.network_id and f.series_id = a.series_id
                                   and f.starts_at >= a.starts_at and f.outcome is null) as following
                          from agenda.appointment a join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
                          left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                         where a.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> row(row))
                .optional()
                .orElseThrow(() -> new NotFound("rendez-vous", id));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("patient_id", UUID.class),
                row.getString("person"),
                row.getObject("member_id", UUID.class),
                row.getString("member_name"),
                List.of((UUID[]) row.getArray("others").getArray()),
                row.getString("other_names"),
                List.of((UUID[]) row.getArray("booked").getArray()),
                row.getString("booked_names"),
                new Span(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                row.getString("title"),
                row.getString("commune_name"),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf).orElse(null),
                row.getString("outcome_note"),
                row.getString("created_by"),
                row.getInt("version"),
                row.getObject("series_id", UUID.class),
                row.getInt("following"));
    }

    private record Change(int version, String words) {}

    private List<Change> changes(UUID id) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select c.version, c.at, c.by_name, c.from_starts, c.from_ends, c.to_starts, c.to_ends,
                               case when c.to_member <> c.from_member then m.given_name || ' ' || upper(m.family_name) end as to_name
                          from agenda.change c join network.team_member m on m.network_id = c.network_id and m.id = c.to_member
                         where c.appointment_id = :id order by c.version desc limit 20
                        """)
                .param("id", id)
                .query((row, _) ->
                        new Change(
                                row.getInt("version"),
                                AgendaText.moved(
                                        row.getString("by_name"),
                                        FrenchDates.relative(
                                                        row.getTimestamp("at").toInstant(), today)
                                                + " à "
                                                + FrenchDates.time(
                                                        row.getTimestamp("at")
                                                                .toInstant()
                                                                .atZone(FrenchDates.PARIS)
                                                                .toLocalDateTime()),
                                        new Span(
                                                row.getTimestamp("from_starts").toInstant(),
                                                row.getTimestamp("from_ends").toInstant()),
                                        new Span(
                                                row.getTimestamp("to_starts").toInstant(),
                                                row.getTimestamp("to_ends").toInstant()),
                                        row.getString("to_name"))))
                .list();
    }
}
