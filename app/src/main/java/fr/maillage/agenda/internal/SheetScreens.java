package fr.maillage.agenda.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The day sheet: what to take along on paper. Printing it is written in the journal of each person
/// on it.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class SheetScreens {

    private final JdbcClient sql;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    SheetScreens(JdbcClient sql, Networks networks, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    private record Line(UUID member, @Nullable UUID patient, SheetPage.Row row) {}

    SheetPage page(String day, String who, List<String> chosen) {
        var today = LocalDate.now(clock);
        var view =
                AgendaView.of(
                        day,
                        "",
                        who,
                        chosen,
                        networks.team(today),
                        SignedIn.current().member(),
                        today);
        var lines = lines(view);
        trail.listed(
                "FEUILLE DU JOUR",
                lines.stream().map(Line::patient).filter(Objects::nonNull).distinct().toList());
        var byMember = lines.stream().collect(Collectors.groupingBy(Line::member));
        var alone = view.members().size() == 1;
        return new SheetPage(
                view.title(),
                view.href(),
                view.members().stream()
                        .filter(m -> alone || byMember.containsKey(m.id()))
                        .map(m ->
                                new SheetPage.Sheet(
                                        m.name(),
                                        byMember.getOrDefault(m.id(), List.of()).stream()
                                                .map(Line::row)
                                                .toList()))
                        .toList());
    }

    private List<Line> lines(AgendaView view) {
        return sql.sql(
                        """
                        select e.member_id as of, a.id, a.kind, a.starts_at, a.ends_at, a.title, a.commune_name, a.patient_id, i.phone, i.mobile, i.lives_alone,
                               p.street, p.town, c.interpreter, c.language,
                               i.display_name || coalesce((select string_agg(' et ' || o.display_name, '' order by o.display_name collate "fr-x-icu") from patient.identity o
                                                            where o.network_id = a.network_id and o.id = any (a.others)), '') as person,
                               (select string_agg(r.name, ', ' order by r.name collate "fr-x-icu") from agenda.booking b
                                  join agenda.resource r on r.network_id = b.network_id and r.id = b.resource_id
                                 where b.network_id = a.network_id and b.appointment_id = a.id) as booked
                          from agenda.planned a join agenda.engaged e on e.network_id = a.network_id and e.appointment_id = a.id
                          left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                          left join patient.postal_address p on p.network_id = a.network_id and p.id = a.patient_id
                          left join patient.precaution c on c.network_id = a.network_id and c.patient_id = a.patient_id
                         where a.starts_at >= :from and a.starts_at < :to and (a.outcome is null or a.outcome = 'HONORE')
                           and e.member_id = any (cast(:members as uuid[]))
                         order by a.starts_at, a.id limit 1000
                        """)
                .param(
                        "from",
                        Timestamp.from(view.day().atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param(
                        "to",
                        Timestamp.from(
                                view.day().plusDays(1).atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param("members", SqlArrays.of(view.ids()))
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var span =
                new Span(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant());
        var advice =
                Stream.of(
                                row.getBoolean("interpreter")
                                        ? AgendaText.interpreter(row.getString("language"))
                                        : null,
                                row.getBoolean("lives_alone") ? AgendaText.ALONE : null)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return new Line(
                row.getObject("of", UUID.class),
                row.getObject("patient_id", UUID.class),
                new SheetPage.Row(
                        span.hours(),
                        kind.label,
                        row.getString("person"),
                        kind == Kind.VISITE
                                ? words(row.getString("street"), row.getString("town"))
                                : List.of(),
                        words(phone(row.getString("phone")), phone(row.getString("mobile"))),
                        String.join(
                                " · ",
                                words(
                                        row.getString("title"),
                                        kind == Kind.VISITE ? null : row.getString("commune_name"),
                                        row.getString("booked"))),
                        advice.isEmpty() ? null : advice));
    }

    private static @Nullable String phone(@Nullable String stored) {
        return stored == null
                ? null
                : PhoneNumber.parse(stored).map(PhoneNumber::formatted).orElse(stored);
    }

    private static List<String> words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).filter(w -> !w.isBlank()).toList();
    }
}
