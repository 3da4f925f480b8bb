package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.internal.LetterTemplate.Origin;
import fr.maillage.correspondence.internal.text.FrenchSpaces;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The templates of the acting structure: the shipped ones, and its own versions of them, which a
/// newer shipped one never replaces but is offered beside.
@Service
class LetterTemplates {

    private final Shipped shipped;
    private final JdbcClient sql;
    private final Clock clock;

    LetterTemplates(Shipped shipped, JdbcClient sql, Clock clock) {
        this.shipped = shipped;
        this.sql = sql;
        this.clock = clock;
    }

    /// The version in use of each template, in the order they are offered.
    @Transactional(readOnly = true)
    public List<LetterTemplate> all() {
        var own = new HashMap<String, LetterTemplate>();
        sql.sql(
                        """
                        select distinct on (code) code, number, title, usage, subject, body, clinical, recipients, shipped, origin, published_at,
                               published_by
                          from correspondence.template_version order by code, number desc
                        """)
                .query(this::read)
                .list()
                .forEach(version -> own.put(version.code(), version));
        var all = new ArrayList<LetterTemplate>();
        for (var template : shipped.all()) all.add(own.getOrDefault(template.code(), template));
        return List.copyOf(all);
    }

    /// The version in use. Throws `NotFound`.
    @Transactional(readOnly = true)
    public LetterTemplate current(String code) {
        return own(code).stream()
                .findFirst()
                .or(() -> shipped.latest(code))
                .orElseThrow(() -> new NotFound("modèle", null));
    }

    /// Every version: the structure's own, latest first, then the shipped ones. Throws `NotFound`.
    @Transactional(readOnly = true)
    public List<LetterTemplate> versions(String code) {
        current(code);
        var all = new ArrayList<>(own(code));
        all.addAll(shipped.versions(code));
        return List.copyOf(all);
    }

    /// A version by [LetterTemplate#key]. Throws `NotFound`.
    @Transactional(readOnly = true)
    public LetterTemplate version(String code, String key) {
        return versions(code).stream()
                .filter(version -> version.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("version", null));
    }

    /// A newer shipped version than the one the structure's own takes account of; empty when there
    /// is none, or when it was looked at and left aside.
    @Transactional(readOnly = true)
    public Optional<LetterTemplate> offered(LetterTemplate current) {
        return Optional.ofNullable(offered(List.of(current)).get(current.code()));
    }

    /// The same for several, by code.
    @Transactional(readOnly = true)
    public Map<String, LetterTemplate> offered(List<LetterTemplate> current) {
        var left = new HashMap<String, Integer>();
        sql.sql("select code, shipped from correspondence.shipped_left")
                .query((row, _) -> left.put(row.getString("code"), row.getInt("shipped")))
                .list();
        var offered = new HashMap<String, LetterTemplate>();
        for (var own : current)
            if (own.own())
                shipped.latest(own.code())
                        .filter(latest -> latest.number() > own.shipped())
                        .filter(latest -> latest.number() > left.getOrDefault(own.code(), 0))
                        .ifPresent(latest -> offered.put(own.code(), latest));
        return offered;
    }

    /// Keeps the structure's own version; the shipped one is no longer offered.
    @Transactional
    public void leave(String code, int number) {
        sql.sql(
                        """
                        insert into correspondence.shipped_left (code, shipped) values (:code, :number)
                        on conflict (network_id, code) do update set shipped = excluded.shipped
                        """)
                .param("code", code)
                .param("number", number)
                .update();
    }

    /// What an editor typed.
    record Edited(String title, String subject, String body, boolean clinical) {}

    /// Publishes the next version. Throws `OptimisticLockingFailureException` when somebody
    /// published since `after` (a [LetterTemplate#key]) was read.
    @Transactional
    public LetterTemplate publish(String code, Edited edited, Origin origin, String after) {
        var current = current(code);
        if (!current.key().equals(after))
            throw new OptimisticLockingFailureException("another version was published");
        int number = current.own() ? current.number() + 1 : 1;
        try {
            sql.sql(
                            """
                            insert into correspondence.template_version
                              (id, code, number, title, usage, subject, body, clinical, recipients, shipped, origin, published_at, published_by)
                            values (:id, :code, :number, :title, :usage, :subject, :body, :clinical, :recipients, :shipped, :origin, :now, :by)
                            """)
                    .param("id", Ids.next())
                    .param("code", code)
                    .param("number", number)
                    .param("title", FrenchSpaces.of(edited.title()))
                    .param("usage", current.usage())
                    .param("subject", FrenchSpaces.of(edited.subject()))
                    .param("body", FrenchSpaces.of(edited.body()))
                    .param("clinical", edited.clinical())
                    .param(
                            "recipients",
                            current.recipients().stream().map(Enum::name).toArray(String[]::new))
                    .param("shipped", shipped.latest(code).map(LetterTemplate::number).orElse(0))
                    .param("origin", origin.name())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", LetterLog.who())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("another version was published", e);
        }
        return current(code);
    }

    private List<LetterTemplate> own(String code) {
        return sql.sql(
                        """
                        select code, number, title, usage, subject, body, clinical, recipients, shipped, origin, published_at, published_by
                          from correspondence.template_version where code = :code order by number desc limit 200
                        """)
                .param("code", code)
                .query(this::read)
                .list();
    }

    private LetterTemplate read(ResultSet row, int ignored) throws SQLException {
        var code = row.getString("code");
        return new LetterTemplate(
                code,
                row.getInt("number"),
                true,
                row.getString("title"),
                row.getString("usage"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("clinical"),
                Arrays.stream((String[]) row.getArray("recipients").getArray())
                        .map(RecipientKind::valueOf)
                        .toList(),
                shipped.latest(code).map(LetterTemplate::automatic).orElse(false),
                row.getInt("shipped"),
                Origin.valueOf(row.getString("origin")),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by"));
    }
}
