package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.intake.Motive;
import fr.maillage.kernel.FrenchDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lines of the log of contacts, as far as the reader may read them. The persons shown are traced.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
public class ContactLines {

    private static final int MOST = 1_000;

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    ContactLines(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /// Everything of a span, latest first.
    public List<ContactsPage.Line> between(Instant from, Instant to) {
        return along(from, to, "tous", "tous", 0, MOST);
    }

    /// Those that one count of contacts counts.
    ///
    /// @param axis way of counting, `code` what was counted: see the view contact_axis
    public List<ContactsPage.Line> along(
            Instant from, Instant to, String axis, String code, int skip, int shown) {
        var reader = SignedIn.current();
        var dated = Duration.between(from, to).compareTo(Duration.ofHours(25)) > 0;
        var lines =
                sql.sql(
                                """
                                select c.at, c.channel, c.direction, c.who, c.who_quality, c.reached, c.motive, c.reason, c.note, c.decided, c.significant,
                                       coalesce(c.minutes, 0) as minutes, c.author_name, c.author_id, who.ids, who.names
                                from followup.contact_axis x
                                join followup.contact c on c.network_id = x.network_id and c.id = x.id
                                left join lateral (
                                  select array_agg(i.id order by i.display_name collate "fr-x-icu") as ids, array_agg(i.display_name order by i.display_name collate "fr-x-icu") as names
                                  from followup.contact_patient cp join patient.identity i on i.network_id = cp.network_id and i.id = cp.patient_id
                                  where cp.network_id = c.network_id and cp.contact_id = c.id) who on true
                                where x.axis = :axis and x.code = :code and x.at >= :from and x.at < :to
                                order by c.at desc, c.id desc limit :shown offset :skip
                                """)
                        .param("axis", axis)
                        .param("code", code)
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .param("shown", shown)
                        .param("skip", skip)
                        .query((row, _) -> line(row, reader, dated))
                        .list();
        trail.listed(
                "CONTACTS",
                lines.stream()
                        .flatMap(l -> l.persons().stream())
                        .map(p -> UUID.fromString(p.id()))
                        .toList());
        return lines;
    }

    private ContactsPage.Line line(ResultSet row, SignedIn reader, boolean dated)
            throws SQLException {
        var at = LocalDateTime.ofInstant(row.getTimestamp("at").toInstant(), FrenchDates.PARIS);
        var own = reader.accountId().equals(row.getObject("author_id", UUID.class));
        var motive = row.getString("motive");
        return new ContactsPage.Line(
                (dated ? FrenchDates.shortDay(at.toLocalDate(), LocalDate.now(clock)) + ", " : "")
                        + FrenchDates.time(at),
                FollowUpText.how(
                        Channel.valueOf(row.getString("channel")),
                        Direction.valueOf(row.getString("direction"))),
                row.getString("who"),
                row.getString("who_quality"),
                Reached.valueOf(row.getString("reached")).label,
                FollowUpText.why(
                        motive == null ? null : Motive.valueOf(motive), row.getString("reason")),
                own || reader.role().clinical() ? row.getString("note") : null,
                row.getString("decided"),
                row.getBoolean("significant"),
                row.getInt("minutes"),
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
}
