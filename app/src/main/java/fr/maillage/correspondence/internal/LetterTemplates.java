package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.internal.LetterTemplate.Origin;
import fr.maillage.correspondence.internal.text.FrenchSpaces;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

    private static final String COLUMNS =
            """
             v.code, v.number, v.title, v.usage, v.subject, v.body, v.clinical, v.recipients, v.shipped, v.origin, v.published_at,
                   v.published_by, exists (select 1 from correspondence.template_retired r where r.network_id = v.network_id and r.code = v.code) as retired
              from correspondence.template_version v
            """;

    /// The version in use of each template: the shipped ones in the order they are offered, then
    /// the structure's own by title, retired ones too.
    @Transactional(readOnly = true)
    public List<LetterTemplate> all() {
        var own = new LinkedHashMap<String, LetterTemplate>();
        sql.sql(
                        "select * from (select distinct on (v.code)"
                                + COLUMNS
                                + """
                                   order by v.code, v.number desc) latest order by title collate "fr-x-icu"
                                """)
                .query(this::read)
                .list()
                .forEach(version -> own.put(version.code(), version));
        var all = new ArrayList<LetterTemplate>();
        for (var template : shipped.all())
            all.add(Objects.requireNonNullElse(own.remove(template.code()), template));
        all.addAll(own.values());
        return List.copyOf(all);
    }

    /// Those one may write from.
    @Transactional(readOnly = true)
    public List<LetterTemplate> offered() {
        return all().stream().filter(template -> !template.retired()).toList();
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
    public Optional<LetterTemplate> newer(LetterTemplate current) {
        return Optional.ofNullable(newer(List.of(current)).get(current.code()));
    }

    /// The same for several, by code.
    @Transactional(readOnly = true)
    public Map<String, LetterTemplate> newer(List<LetterTemplate> current) {
        var left = new HashMap<String, Integer>();
        sql.sql("select code, shipped from correspondence.shipped_left")
                .query((row, _) -> left.put(row.getString("code"), row.getInt("shipped")))
                .list();
        var newer = new HashMap<String, LetterTemplate>();
        for (var own : current)
            if (own.own())
                shipped.latest(own.code())
                        .filter(latest -> latest.number() > own.shipped())
                        .filter(latest -> latest.number() > left.getOrDefault(own.code(), 0))
                        .ifPresent(latest -> newer.put(own.code(), latest));
        return newer;
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

    /// What an editor typed. When to use it and to whom it goes are the structure's to say for the
    /// templates it makes.
    record Edited(
            String title,
            String usage,
            String subject,
            String body,
            boolean clinical,
            List<RecipientKind> recipients) {}

    /// Makes a template of the structure's own, its first version; returns it. Refuses a title that
    /// another one has.
    @Transactional
    public LetterTemplate make(Edited edited) {
        var title = FrenchSpaces.of(edited.title());
        if (all().stream().anyMatch(other -> other.title().equalsIgnoreCase(title)))
            throw FormRefused.because("title", TemplateText.TITLE_TAKEN);
        var code = Ids.next().toString();
        insert(code, 1, edited, 0, Origin.APPLICATION);
        return current(code);
    }

    /// Publishes the next version. Throws `OptimisticLockingFailureException` when somebody
    /// published since `after` (a [LetterTemplate#key]) was read.
    @Transactional
    public LetterTemplate publish(String code, Edited edited, Origin origin, String after) {
        var current = current(code);
        if (!current.key().equals(after))
            throw new OptimisticLockingFailureException("another version was published");
        var kept =
                current.made()
                        ? edited
                        : new Edited(
                                edited.title(),
                                current.usage(),
                                edited.subject(),
                                edited.body(),
                                edited.clinical(),
                                current.recipients());
        try {
            insert(
                    code,
                    current.own() ? current.number() + 1 : 1,
                    kept,
                    shipped.latest(code).map(LetterTemplate::number).orElse(0),
                    origin);
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("another version was published", e);
        }
        return current(code);
    }

    private void insert(String code, int number, Edited edited, int latest, Origin origin) {
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
                .param("usage", FrenchSpaces.of(edited.usage()))
                .param("subject", FrenchSpaces.of(edited.subject()))
                .param("body", FrenchSpaces.of(edited.body()))
                .param("clinical", edited.clinical())
                .param(
                        "recipients",
                        edited.recipients().stream().map(Enum::name).toArray(String[]::new))
                .param("shipped", latest)
                .param("origin", origin.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", LetterLog.who())
                .update();
    }

    /// Offers a template of the structure's own no more; its letters and its versions stay. Throws
    /// `NotFound` for a shipped one: letters leave by themselves from some of them.
    @Transactional
    public void retire(String code) {
        if (!current(code).made()) throw new NotFound("modèle", null);
        sql.sql(
                        """
                        insert into correspondence.template_retired (code, retired_at, retired_by) values (:code, :now, :by) on conflict do nothing
                        """)
                .param("code", code)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", LetterLog.who())
                .update();
    }

    /// Offers it again.
    @Transactional
    public void restore(String code) {
        sql.sql("delete from correspondence.template_retired where code = :code")
                .param("code", code)
                .update();
    }

    private List<LetterTemplate> own(String code) {
        return sql.sql(
                        "select"
                                + COLUMNS
                                + " where v.code = :code order by v.number desc limit 200")
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
                shipped.latest(code).isEmpty(),
                row.getBoolean("retired"),
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
