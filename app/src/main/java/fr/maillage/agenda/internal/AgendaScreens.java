package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Families;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the agenda shows.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class AgendaScreens {

    private final JdbcClient sql;
    private final Networks networks;
    private final Patients patients;
    private final Trail trail;
    private final Families families;
    private final Clock clock;

    AgendaScreens(
            JdbcClient sql,
            Networks networks,
            Patients patients,
            Trail trail,
            Families families,
            Clock clock) {
        this.families = families;
        this.sql = sql;
        this.networks = networks;
        this.patients = patients;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(LocalDate day, @Nullable UUID patient, AgendaPage.Line line) {}

    AgendaPage page(
            String typedDay,
            boolean week,
            String typedMember,
            AppointmentForm form,
            FormErrors errors) {
        var today = LocalDate.now(clock);
        var day = day(typedDay, today);
        var team = networks.team(today);
        var asked = Ids.parse(typedMember).orElse(null);
        var member =
                team.stream()
                        .map(Networks.Member::id)
                        .filter(id -> id.equals(asked))
                        .findFirst()
                        .orElse(SignedIn.current().member());
        var first = week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        var last = week ? first.plusDays(6) : day;
        var rows = rows(member, first, last);
        var near =
                PatientId.parse(form.patient()).isPresent() || form.name().isEmpty()
                        ? List.<Patients.Near>of()
                        : patients.near(form.name(), 6);
        if (near.isEmpty() && !form.name().isEmpty() && form.patient().isEmpty())
            errors.add("nobody", AgendaText.NOBODY);
        trail.listed(
                "AGENDA",
                Stream.concat(
                                rows.stream().map(Row::patient).filter(Objects::nonNull),
                                near.stream().map(n -> n.id().value()))
                        .toList());
        return new AgendaPage(
                week ? "semaine du " + FrenchDates.date(first) : FrenchDates.longDay(day),
                week,
                day.toString(),
                day.minusDays(week ? 7 : 1).toString(),
                day.plusDays(week ? 7 : 1).toString(),
                team.stream()
                        .map(m ->
                                new AgendaPage.Choice(
                                        m.id().toString(), m.name(), m.id().equals(member)))
                        .toList(),
                member.toString(),
                first.datesUntil(last.plusDays(1))
                        .map(d ->
                                new AgendaPage.Day(
                                        FrenchDates.longDay(d),
                                        rows.stream()
                                                .filter(r -> r.day().equals(d))
                                                .map(Row::line)
                                                .toList()))
                        .filter(d -> !week || !d.lines().isEmpty())
                        .toList(),
                form,
                errors,
                Arrays.stream(Kind.values())
                        .map(k ->
                                new AgendaPage.Choice(
                                        k.name(),
                                        k.label,
                                        form.kind().isEmpty()
                                                ? k == Kind.VISITE
                                                : k.name().equals(form.kind())))
                        .toList(),
                near.stream()
                        .map(n ->
                                new AgendaPage.Choice(
                                        n.id().toString(),
                                        n.displayName()
                                                + (n.birthDate() == null
                                                        ? ""
                                                        : ", né(e) le "
                                                                + FrenchDates.numeric(
                                                                        n.birthDate()))
                                                + (n.communeName() == null
                                                        ? ""
                                                        : ", " + n.communeName()),
                                        false))
                        .toList(),
                PatientId.parse(form.patient())
                        .map(id -> patients.get(id).displayName())
                        .orElse(null),
                errors.of("conflict") != null,
                Arrays.stream(Outcome.values())
                        .map(o -> new AgendaPage.Choice(o.name(), o.label(), false))
                        .toList(),
                SignedIn.current().role().clinical(),
                PatientId.parse(form.patient()).stream()
                        .flatMap(id -> families.of(id).stream())
                        .map(l ->
                                new AgendaPage.Choice(
                                        l.other().toString(),
                                        l.name()
                                                + " ("
                                                + l.relation().label().toLowerCase(Locale.FRENCH)
                                                + ")",
                                        form.together().contains(l.other().toString())))
                        .toList());
    }

    private List<Row> rows(UUID member, LocalDate first, LocalDate last) {
        var now = clock.instant();
        return sql.sql(
                        """
                        select a.id, a.kind, a.starts_at, a.ends_at, a.title, a.commune_name, a.patient_id, a.outcome,
                               i.display_name || coalesce((select string_agg(' et ' || o.display_name, '' order by o.display_name collate "fr-x-icu") from patient.identity o
                                                            where o.network_id = a.network_id and o.id = any (a.others)), '') as display_name
                        from agenda.planned a left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                        where a.member_id = :member and a.starts_at >= :from and a.starts_at < :to
                        order by a.starts_at, a.id
                        """)
                .param("member", member)
                .param("from", Timestamp.from(first.atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param(
                        "to",
                        Timestamp.from(
                                last.plusDays(1).atStartOfDay(FrenchDates.PARIS).toInstant()))
                .query((row, _) -> {
                    var start =
                            LocalDateTime.ofInstant(
                                    row.getTimestamp("starts_at").toInstant(), FrenchDates.PARIS);
                    var end =
                            LocalDateTime.ofInstant(
                                    row.getTimestamp("ends_at").toInstant(), FrenchDates.PARIS);
                    var patient = row.getObject("patient_id", UUID.class);
                    var outcome = row.getString("outcome");
                    return new Row(
                            start.toLocalDate(),
                            patient,
                            new AgendaPage.Line(
                                    row.getString("id"),
                                    FrenchDates.time(start),
                                    Kind.valueOf(row.getString("kind")).label
                                            + (row.getString("display_name") == null
                                                    ? ""
                                                    : ", " + row.getString("display_name")),
                                    Stream.of(
                                                    row.getString("title"),
                                                    row.getString("commune_name"),
                                                    "jusqu’à " + FrenchDates.time(end))
                                            .filter(Objects::nonNull)
                                            .collect(Collectors.joining(" · ")),
                                    patient == null ? null : "/dossiers/" + patient,
                                    prepare(member, patient, row, last),
                                    outcome == null ? null : Outcome.valueOf(outcome).label(),
                                    outcome == null
                                            && row.getTimestamp("starts_at")
                                                    .toInstant()
                                                    .isBefore(now)));
                })
                .list();
    }

    /// One's own visits of the days on the page that are still to be made.
    private @Nullable String prepare(
            UUID member, @Nullable UUID patient, ResultSet row, LocalDate last)
            throws SQLException {
        var who = SignedIn.current();
        if (patient == null
                || !who.role().clinical()
                || !member.equals(who.memberId())
                || last.isBefore(LocalDate.now(clock))
                || row.getString("outcome") != null
                || !row.getString("kind").equals(Kind.VISITE.name())) return null;
        return "/dossiers/" + patient + "/visites/nouvelle?rendezvous=" + row.getString("id");
    }

    private static LocalDate day(String typed, LocalDate today) {
        try {
            return typed.isEmpty() ? today : LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return today;
        }
    }
}
