package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// National data found wrong: noted with what they should be, then told by somebody to who holds
/// them, on their own form. Nothing is sent from here.
@Service
@Transactional
class MistakeService {

    private static final int MOST = 200;

    private final JdbcClient sql;
    private final Clock clock;

    MistakeService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param name as the directory gives it
    void report(Partner partner, String name, Sent form) {
        var field = form.choice("field", PartnersText.FIELDS.keySet());
        var national = form.orNull("national", 500);
        var right = form.required("rightValue", 500);
        FormRefused.unless(form.errors());
        try {
            sql.sql(
                            """
                            insert into partners.mistake (id, kind, ref, name, field, national, right_value, found_at, found_by)
                            values (:id, :kind, :ref, :name, :field, :national, :right, :now, :by)
                            """)
                    .param("id", Ids.next())
                    .param("kind", partner.nature().name())
                    .param("ref", partner.ref())
                    .param("name", name)
                    .param("field", field)
                    .param("national", national, Types.VARCHAR)
                    .param("right", right)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", SignedIn.current().displayName())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new FormRefused(form.errors().add("field", PartnersText.ALREADY_REPORTED));
        }
    }

    /// Where a report stands. Throws `NotFound`.
    void move(UUID id, Sent form) {
        var state = form.choice("state", PartnersText.MISTAKE_STATES.keySet());
        FormRefused.unless(form.errors());
        int n;
        try {
            n =
                    sql.sql(
                                    "update partners.mistake set state = :state, changed_at = :now, changed_by = :by where id = :id")
                            .param("state", state)
                            .param("now", Timestamp.from(clock.instant()))
                            .param("by", SignedIn.current().displayName())
                            .param("id", id)
                            .update();
        } catch (DuplicateKeyException _) {
            throw new FormRefused(form.errors().add("state", PartnersText.ALREADY_REPORTED));
        }
        if (n == 0) throw new NotFound("signalement", id);
    }

    /// A telephone as people read it; anything else as it was typed.
    private static @Nullable String written(String field, @Nullable String value) {
        return value != null && field.equals("TELEPHONE") ? PhoneNumber.written(value) : value;
    }

    /// Those that wait for something first, at most 200.
    @Transactional(readOnly = true)
    public List<MistakesPage.Line> all() {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select id, kind, ref, name, field, national, right_value, state, found_at, found_by from partners.mistake
                         order by array_position(array['A_SIGNALER','SIGNALEE','CORRIGEE','SANS_SUITE'], state), found_at desc, id limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> {
                    var nature = Nature.valueOf(row.getString("kind"));
                    var national = row.getString("national");
                    var field = row.getString("field");
                    return new MistakesPage.Line(
                            row.getString("id"),
                            new Partner(nature, row.getString("ref")).address(),
                            row.getString("name"),
                            Objects.requireNonNull(PartnersText.FIELDS.get(field)),
                            written(field, national),
                            Objects.requireNonNull(written(field, row.getString("right_value"))),
                            row.getString("state"),
                            row.getString("found_by")
                                    + ", "
                                    + FrenchDates.relative(
                                            row.getTimestamp("found_at").toInstant(), today),
                            PartnersText.toSend(
                                    row.getString("name"),
                                    row.getString("ref"),
                                    nature,
                                    field,
                                    national,
                                    row.getString("right_value")));
                })
                .list();
    }
}
