package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of contacts show.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class ContactScreens {

    private final JdbcClient sql;
    private final Patients patients;
    private final Trail trail;
    private final Clock clock;

    ContactScreens(JdbcClient sql, Patients patients, Trail trail, Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.trail = trail;
        this.clock = clock;
    }

    ContactPage form(ContactForm form, FormErrors errors, List<About> abouts) {
        var persons =
                Stream.concat(
                                form.persons().stream().flatMap(p -> PatientId.parse(p).stream()),
                                abouts.stream()
                                        .flatMap(a ->
                                                a instanceof About.Certain(var near)
                                                        ? Stream.of(near.id())
                                                        : Stream.empty()))
                        .distinct()
                        .map(id -> candidate(patients.get(id)))
                        .toList();
        var questions = new ArrayList<AboutQuestion>();
        for (var about : abouts) {
            var field = "match" + questions.size();
            switch (about) {
                case About.Certain _ -> {}
                case About.Unsure(var typed, var near) ->
                        questions.add(
                                new AboutQuestion(
                                        field, typed, near.stream().map(this::candidate).toList()));
                case About.Nobody(var typed) ->
                        questions.add(new AboutQuestion(field, typed, List.of()));
            }
        }
        return new ContactPage(
                form,
                errors,
                persons,
                questions,
                Channel.choices(
                        form.channel().isEmpty() ? Channel.TELEPHONE.name() : form.channel()),
                Direction.choices(
                        form.direction().isEmpty() ? Direction.ENTRANT.name() : form.direction()),
                Reached.choices(form.reached().isEmpty() ? Reached.JOINT.name() : form.reached()));
    }

    private AboutQuestion.Candidate candidate(Patients.Patient p) {
        return new AboutQuestion.Candidate(
                p.id().toString(),
                p.displayName(),
                facts(p.birthDate(), p.communeName(), p.deceasedOn()));
    }

    private AboutQuestion.Candidate candidate(Patients.Near p) {
        return new AboutQuestion.Candidate(
                p.id().toString(),
                p.displayName(),
                facts(p.birthDate(), p.communeName(), p.deceasedOn()));
    }

    private String facts(
            @Nullable LocalDate birth, @Nullable String commune, @Nullable LocalDate deceased) {
        var today = LocalDate.now(clock);
        return Stream.of(
                        birth == null || birth.isAfter(today)
                                ? "âge inconnu"
                                : FrenchDates.age(birth, today),
                        commune == null ? "" : commune,
                        deceased == null ? "" : "décès le " + FrenchDates.date(deceased))
                .filter(words -> !words.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /// The log of a day, latest first.
    ContactsPage day(LocalDate day) {
        var reader = SignedIn.current();
        var lines =
                sql.sql(
                                """
                                select c.at, c.channel, c.direction, c.who, c.who_quality, c.reached, c.reason, c.note, c.decided, c.significant,
                                       coalesce(c.minutes, 0) as minutes, c.author_name, c.author_id, who.ids, who.names
                                from followup.contact c
                                left join lateral (
                                  select array_agg(i.id order by i.display_name collate "fr-x-icu") as ids, array_agg(i.display_name order by i.display_name collate "fr-x-icu") as names
                                  from followup.contact_patient cp join patient.identity i on i.network_id = cp.network_id and i.id = cp.patient_id
                                  where cp.network_id = c.network_id and cp.contact_id = c.id) who on true
                                where c.at >= :from and c.at < :to
                                order by c.at desc, c.id desc
                                """)
                        .param(
                                "from",
                                Timestamp.from(day.atStartOfDay(FrenchDates.PARIS).toInstant()))
                        .param(
                                "to",
                                Timestamp.from(
                                        day.plusDays(1)
                                                .atStartOfDay(FrenchDates.PARIS)
                                                .toInstant()))
                        .query((row, _) -> new Read(line(row, reader), row.getInt("minutes")))
                        .list();
        trail.listed(
                "CONTACTS",
                lines.stream()
                        .flatMap(r -> r.line().persons().stream())
                        .map(p -> UUID.fromString(p.id()))
                        .toList());
        var today = LocalDate.now(clock);
        return new ContactsPage(
                day.toString(),
                FrenchDates.longDay(day),
                day.minusDays(1).toString(),
                day.isBefore(today) ? day.plusDays(1).toString() : null,
                lines.stream().map(Read::line).toList(),
                lines.stream().mapToInt(Read::minutes).sum());
    }

    private record Read(ContactsPage.Line line, int minutes) {}

    private static ContactsPage.Line line(ResultSet row, SignedIn reader) throws SQLException {
        var at = LocalDateTime.ofInstant(row.getTimestamp("at").toInstant(), FrenchDates.PARIS);
        var own = reader.accountId().equals(row.getObject("author_id", UUID.class));
        return new ContactsPage.Line(
                FrenchDates.time(at),
                FollowUpText.how(
                        Channel.valueOf(row.getString("channel")),
                        Direction.valueOf(row.getString("direction"))),
                row.getString("who"),
                row.getString("who_quality"),
                Reached.valueOf(row.getString("reached")).label,
                row.getString("reason"),
                own || reader.role().clinical() ? row.getString("note") : null,
                row.getString("decided"),
                row.getBoolean("significant"),
                row.getString("author_name"),
                persons(row));
    }

    private static List<ContactsPage.Person> persons(ResultSet row) throws SQLException {
        var ids = row.getArray("ids");
        if (ids == null) return List.of();
        var names = (String[]) row.getArray("names").getArray();
        var found = new ArrayList<ContactsPage.Person>();
        for (var id : (UUID[]) ids.getArray())
            found.add(new ContactsPage.Person(id.toString(), names[found.size()]));
        return List.copyOf(found);
    }

    /// A day in an address, today when there is none.
    LocalDate dayOr(@Nullable String day) {
        return Optional.ofNullable(day)
                .flatMap(FrenchDates::read)
                .orElseGet(() -> LocalDate.now(clock));
    }
}
