package fr.maillage.network.internal.affiliation;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.internal.affiliation.Affiliation.Left;
import fr.maillage.network.internal.affiliation.Affiliation.Standing;
import fr.maillage.network.internal.affiliation.Affiliation.Status;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Professionals of the network, as its head reads them.
@Component
@Transactional(readOnly = true)
class AffiliationScreens {

    private static final int PAGE = 50;

    private static final String STANDING =
            "case when left_on is not null then 'SORTIS' when joined_on is null then 'EXTERIEURS' else 'MEMBRES' end";

    private final JdbcClient sql;
    private final Clock clock;

    AffiliationScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Counts(int members, int outside, int left, int voluntary) {
        int of(Standing standing) {
            return switch (standing) {
                case MEMBRES -> members;
                case EXTERIEURS -> outside;
                case SORTIS -> left;
            };
        }
    }

    /// @param page from 0
    AffiliationsPage list(Standing standing, int page, Sent form) {
        var counts = counts();
        var lines =
                sql.sql(
                                "select id, name, profession, rpps, status, joined_on, left_on, left_how, left_why, agreement_on from network.affiliation where "
                                        + STANDING
                                        + " = :standing order by name collate \"fr-x-icu\", id offset :from limit :n")
                        .param("standing", standing.name())
                        .param("from", page * PAGE)
                        .param("n", PAGE)
                        .query((row, _) -> line(row))
                        .list();
        return new AffiliationsPage(
                form,
                AffiliationText.statuses(),
                Arrays.stream(Standing.values())
                        .map(s ->
                                new AffiliationsPage.Choice(
                                        address(s, 0), s.label(), counts.of(s), s == standing))
                        .toList(),
                lines,
                counts.of(standing),
                standing == Standing.SORTIS ? AffiliationText.voluntary(counts.voluntary()) : "",
                page == 0 ? null : address(standing, page - 1),
                (page + 1) * PAGE < counts.of(standing) ? address(standing, page + 1) : null);
    }

    private static String address(Standing standing, int page) {
        return AffiliationController.HERE
                + "?etat="
                + standing.name()
                + (page == 0 ? "" : "&page=" + page);
    }

    private Counts counts() {
        return sql.sql(
                        """
                        select count(*) filter (where left_on is null and joined_on is not null) as members,
                               count(*) filter (where left_on is null and joined_on is null) as outside,
                               count(*) filter (where left_on is not null) as gone,
                               count(*) filter (where left_how = 'VOLONTAIRE') as voluntary
                          from network.affiliation
                        """)
                .query((row, _) ->
                        new Counts(
                                row.getInt("members"),
                                row.getInt("outside"),
                                row.getInt("gone"),
                                row.getInt("voluntary")))
                .single();
    }

    /// One of them, with what is typed about their joining or leaving. Throws `NotFound`.
    ///
    /// @param typed null to begin with today
    AffiliationPage one(UUID id, @Nullable Sent typed) {
        var today = LocalDate.now(clock).toString();
        var form = typed == null ? Sent.of(Map.of("joinedOn", today, "leftOn", today)) : typed;
        return sql.sql(
                        """
                        select id, name, profession, status, rpps, joined_on, left_on, left_how, left_why, agreement_on, noted_by
                          from network.affiliation where id = :id
                        """)
                .param("id", id)
                .query((row, _) -> {
                    var line = line(row);
                    return new AffiliationPage(
                            line,
                            row.getString("rpps"),
                            row.getString("noted_by"),
                            line.joined().isEmpty(),
                            !line.joined().isEmpty() && line.exit() == null,
                            form,
                            AffiliationText.exits());
                })
                .optional()
                .orElseThrow(() -> new NotFound("professionnel", id));
    }

    /// The fields of a new line.
    Sent fresh() {
        return Sent.of(Map.of("joinedOn", LocalDate.now(clock).toString()));
    }

    private static AffiliationsPage.Line line(ResultSet row) throws SQLException {
        var joined = row.getObject("joined_on", LocalDate.class);
        var left = row.getObject("left_on", LocalDate.class);
        var agreement = row.getObject("agreement_on", LocalDate.class);
        return new AffiliationsPage.Line(
                row.getString("id"),
                row.getString("name"),
                row.getString("profession"),
                Status.valueOf(row.getString("status")).label(),
                joined == null ? "" : FrenchDates.date(joined),
                agreement == null ? null : FrenchDates.date(agreement),
                left == null
                        ? null
                        : AffiliationText.left(
                                Left.valueOf(row.getString("left_how")),
                                left,
                                row.getString("left_why")));
    }
}
