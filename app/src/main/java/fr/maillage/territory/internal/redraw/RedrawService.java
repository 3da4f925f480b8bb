package fr.maillage.territory.internal.redraw;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.SearchKey;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// A redraw lives so: prepared (its lines are kept as they came), looked at, applied from its day
/// on or discarded. Applied, the links before that day end the day before; what had been planned
/// after it gives way.
@Service
@Transactional
class RedrawService {

    private static final int MOST_BYTES = 4 << 20;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final Territories territories;
    private final Clock clock;

    RedrawService(JdbcClient sql, JdbcTemplate jdbc, Territories territories, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.territories = territories;
        this.clock = clock;
    }

    /// A redraw as it was prepared.
    record Prepared(
            UUID id,
            String division,
            String region,
            LocalDate day,
            boolean whole,
            String content,
            String note,
            String by,
            @Nullable String appliedBy) {}

    /// Keeps the lines of a file, or the one zone described. Returns the redraw to look at.
    UUID prepare(@Nullable MultipartFile file, Sent form) {
        var region = ownRegion(form.text("region"));
        var day = form.requiredDay("day", LocalDate.now(clock));
        var content = content(file, form);
        FormRefused.unless(form.errors());
        Lines.of(content);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into territory.redraw (id, division_code, effective_on, whole, content, note, prepared_at, prepared_by)
                        values (:id, :division, :day, :whole, :content, :note, :now, :by)
                        """)
                .param("id", id)
                .param("division", region.division())
                .param("day", day)
                .param("whole", form.checked("whole"))
                .param("content", content)
                .param("note", form.text("note", 500))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
    }

    private Territories.Region ownRegion(String code) {
        var who = SignedIn.current();
        if (who.role() != Role.ADMIN && !who.regions().contains(code))
            throw new AccessDeniedException(RedrawText.NOT_YOURS);
        return territories.regions().stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("region", null));
    }

    private static String content(@Nullable MultipartFile file, Sent form) {
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_BYTES) throw FormRefused.because("file", RedrawText.TOO_LONG);
            try {
                return Lines.text(file.getBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var code = form.text("code", 20);
        if (code.isEmpty()) {
            // two forms come here: the message stands in the one that was sent
            if (form.values().containsKey("code")) form.errors().add("code", RedrawText.NO_CODE);
            else form.errors().add("file", RedrawText.NO_FILE);
            return "";
        }
        return "code;libellé;type;parent;communes\n"
                + String.join(
                        ";",
                        List.of(
                                cell(code),
                                cell(form.text("label", 120)),
                                cell(form.text("kind", 30)),
                                cell(form.text("parent", 20)),
                                cell(form.text("communes", 100_000).replaceAll("\\R", ", "))));
    }

    private static String cell(String words) {
        return "\"" + words.replace("\"", "\"\"") + "\"";
    }

    /// Throws `NotFound`, also for one of another region.
    @Transactional(readOnly = true)
    public Prepared get(UUID id) {
        var prepared =
                sql.sql(
                                """
                                select r.id, r.division_code, d.region_code, r.effective_on, r.whole, r.content, r.note, r.prepared_by, r.applied_by
                                  from territory.redraw r join territory.division d on d.code = r.division_code where r.id = :id
                                """)
                        .param("id", id)
                        .query((row, _) ->
                                new Prepared(
                                        id,
                                        row.getString("division_code"),
                                        row.getString("region_code"),
                                        row.getObject("effective_on", LocalDate.class),
                                        row.getBoolean("whole"),
                                        row.getString("content"),
                                        row.getString("note"),
                                        row.getString("prepared_by"),
                                        row.getString("applied_by")))
                        .optional()
                        .orElseThrow(() -> new NotFound("redraw", id));
        var who = SignedIn.current();
        if (who.role() != Role.ADMIN && !who.regions().contains(prepared.region()))
            throw new NotFound("redraw", id);
        return prepared;
    }

    /// What it would change as things stand.
    @Transactional(readOnly = true)
    public Redraw redraw(Prepared prepared) {
        return redraw(territories.tree(prepared.region(), prepared.day()), prepared);
    }

    /// What it changes of a division.
    @Transactional(readOnly = true)
    public Redraw redraw(Tree before, Prepared prepared) {
        return Redraw.of(
                before,
                prepared.region(),
                Lines.of(prepared.content()),
                prepared.whole(),
                known(prepared));
    }

    private Redraw.Known known(Prepared prepared) {
        var kinds =
                new HashSet<>(
                        sql.sql("select code from territory.zone_kind where code <> 'REGION'")
                                .query(String.class)
                                .list());
        var elsewhere =
                new HashSet<>(
                        sql.sql(
                                        """
                                        select code from territory.zone where division_code is distinct from :division
                                            or valid_to < :day
                                        """)
                                .param("division", prepared.division())
                                .param("day", prepared.day())
                                .query(String.class)
                                .list());
        return new Redraw.Known(kinds, elsewhere, communes(prepared));
    }

    // by code, by former code, and by name among those of the division
    private Map<String, String> communes(Prepared prepared) {
        var typed =
                Lines.of(prepared.content()).stream().flatMap(l -> l.communes().stream()).toList();
        var keys = typed.stream().map(SearchKey::of).toArray(String[]::new);
        var byKey = new HashMap<String, String>();
        sql.sql(
                        """
                        select lower(c.code) as typed, c.code from territory.commune c where lower(c.code) = any (:keys)
                        union all
                        select lower(f.old_code), f.code from territory.commune_former f where lower(f.old_code) = any (:keys)
                            and not exists (select 1 from territory.commune o where o.code = f.old_code)
                        union all
                        select c.search, min(c.code) from territory.commune c where c.search = any (:keys)
                            and exists (select 1 from territory.commune_zone m where m.commune_code = c.code and m.division_code = :division)
                         group by c.search having count(*) = 1
                        """)
                .param("keys", keys)
                .param("division", prepared.division())
                .query((row, _) -> byKey.putIfAbsent(row.getString("typed"), row.getString("code")))
                .list();
        var communes = new HashMap<String, String>();
        for (var words : typed) {
            var code = byKey.get(SearchKey.of(words));
            if (code != null) communes.put(words, code);
        }
        return communes;
    }

    /// Applies it. Throws `FormRefused` when it changes nothing or was applied, and
    /// `OptimisticLockingFailureException` when it would no longer change what was shown.
    ///
    /// @param shown the `tag` of the page
    void apply(UUID id, String shown) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('territory.redraw', 0))", _ -> {});
        var prepared = get(id);
        if (prepared.appliedBy() != null) throw FormRefused.because("redraw", RedrawText.ALREADY);
        var redraw = redraw(prepared);
        if (redraw.nothing()) throw FormRefused.because("redraw", RedrawText.NOTHING);
        if (!tag(redraw).equals(shown))
            throw new OptimisticLockingFailureException("the division changed since it was shown");
        new Links(jdbc, prepared.division(), prepared.day()).write(redraw);
        sql.sql("select territory.settle(:today)")
                .param("today", LocalDate.now(clock))
                .query(_ -> {});
        sql.sql(
                        "update territory.redraw set applied_at = :now, applied_by = :by, moved = :moved where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("moved", redraw.moves().size())
                .param("id", id)
                .update();
    }

    /// What was shown, to know again whether it still holds.
    static String tag(Redraw redraw) {
        return Integer.toHexString(redraw.toString().hashCode());
    }

    void discard(UUID id) {
        get(id);
        sql.sql("delete from territory.redraw where id = :id and applied_at is null")
                .param("id", id)
                .update();
    }
}
