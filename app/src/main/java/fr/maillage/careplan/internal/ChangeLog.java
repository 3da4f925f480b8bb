package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is changed in a version once somebody was asked about it: old and new, by whom and when.
/// Before it is submitted a draft is a draft, and nothing of it is kept.
@Component
class ChangeLog {

    private final JdbcClient sql;
    private final PpsRepository plans;
    private final Clock clock;

    ChangeLog(JdbcClient sql, PpsRepository plans, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.clock = clock;
    }

    /// A change that was made.
    record Noted(PpsDiff.Change change, String author, Instant at) {}

    /// Notes what separates `before` from the version as it now stands, in the same transaction.
    void note(Pps before) {
        note(before, null);
    }

    /// As above.
    ///
    /// @param origin who proposed it: « proposé par Anne MOREL, infirmière »; null when nobody did
    void note(Pps before, @Nullable String origin) {
        if (before.submittedAt() == null) return;
        var who = SignedIn.find().map(SignedIn::displayName).orElse("Maillage");
        var author = origin == null ? who : who + ", " + origin;
        var changes = PpsDiff.between(before.content(), plans.get(before.id()).content());
        for (var change : changes)
            sql.sql(
                            """
                            insert into careplan.change (pps_id, what, kind, part, before_text, after_text, author_name, at)
                            values (:pps, :what, :kind, :part, :before, :after, :author, :at)
                            """)
                    .param("pps", before.id())
                    .param("what", change.what())
                    .param("kind", change.kind())
                    .param("part", change.part())
                    .param("before", change.before())
                    .param("after", change.after())
                    .param("author", author)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
    }

    /// Every change of a version, latest first.
    List<Noted> of(UUID pps) {
        return sql.sql(
                        "select * from careplan.change where pps_id = :pps order by at desc, id desc")
                .param("pps", pps)
                .query((row, _) ->
                        new Noted(
                                new PpsDiff.Change(
                                        row.getString("what"),
                                        row.getString("kind"),
                                        row.getString("before_text"),
                                        row.getString("after_text"),
                                        row.getString("part"),
                                        null),
                                row.getString("author_name"),
                                row.getTimestamp("at").toInstant()))
                .list();
    }
}
