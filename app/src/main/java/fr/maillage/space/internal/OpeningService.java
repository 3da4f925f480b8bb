package fr.maillage.space.internal;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.territory.Territories;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A space is opened by the head of a structure or by an agency, which host it: they say what it is
/// for, and close it.
@Service
@Transactional
class OpeningService {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Wording wording;
    private final MembersService members;
    private final Networks networks;
    private final Territories territories;
    private final Clock clock;

    OpeningService(
            JdbcClient sql,
            Spaces spaces,
            Wording wording,
            MembersService members,
            Networks networks,
            Territories territories,
            Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.wording = wording;
        this.members = members;
        this.networks = networks;
        this.territories = territories;
        this.clock = clock;
    }

    /// The form of a new space.
    @Transactional(readOnly = true)
    public OpeningPage blank(Sent form) {
        return page(null, form, null);
    }

    /// The form of a space that stands. Throws `NotFound`, `AccessDeniedException`.
    @Transactional(readOnly = true)
    public OpeningPage standing(UUID id) {
        var space = spaces.hosted(id);
        return page(
                space,
                Sent.with(
                        "kind", space.kind(),
                        "title", space.title(),
                        "purpose", space.purpose(),
                        "theme", requireNonNullElse(space.themeCode(), ""),
                        "zone", requireNonNullElse(space.zoneCode(), ""),
                        "body", space.body() == null ? "" : space.body().toString(),
                        "version", String.valueOf(space.version())),
                null);
    }

    /// The same with what was typed.
    @Transactional(readOnly = true)
    public OpeningPage again(UUID id, Sent form, @Nullable String conflict) {
        var space = spaces.hosted(id);
        if (form.value("title").isEmpty()) {
            // the form that closes it was refused: the other one shows what stands
            var standing = standing(id).form();
            standing.values()
                    .forEach((name, values) -> {
                        if (!form.values().containsKey(name)) form.put(name, values.getFirst());
                    });
        }
        return page(space, form, conflict);
    }

    private OpeningPage page(@Nullable Space space, Sent form, @Nullable String conflict) {
        var region = space == null ? region(Author.current(sql)) : space.region();
        return new OpeningPage(
                space == null ? null : space.href(),
                space == null ? "" : space.title(),
                form,
                SpaceText.KINDS,
                themes(),
                zones(region),
                bodies(region),
                conflict);
    }

    private String region(Author author) {
        var own = author.region();
        return own == null ? networks.get(SignedIn.current().network()).regionCode() : own;
    }

    private Map<String, String> themes() {
        var all = new LinkedHashMap<String, String>();
        networks.allThemes().forEach(t -> all.put(t.code(), t.label()));
        return all;
    }

    private Map<String, String> zones(String region) {
        var all = new LinkedHashMap<String, String>();
        territories
                .tree(region, LocalDate.now(clock))
                .zones()
                .forEach(z -> all.put(z.code(), "– ".repeat(z.depth()) + z.label()));
        return all;
    }

    /// Bodies of the register whose meetings may be the agenda: those of the region that go on.
    private Map<String, String> bodies(String region) {
        var all = new LinkedHashMap<String, String>();
        sql.sql(
                        """
                        select id::text as id, name, structure_name from registry.meeting_body where region_code = :region and coalesce(until >= :today, true)
                        order by structure_name collate "fr-x-icu", name collate "fr-x-icu", id
                        """)
                .param("region", region)
                .param("today", LocalDate.now(clock))
                .query((row, _) ->
                        all.put(
                                row.getString("id"),
                                row.getString("structure_name") + " · " + row.getString("name")))
                .list();
        return all;
    }

    /// What a form says of a space.
    private record Said(
            String kind,
            String title,
            String purpose,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable UUID body) {}

    private Said read(Sent form, String region) {
        var kind = form.choice("kind", SpaceText.KINDS.keySet());
        var title = wording.required(form, "title", 200);
        var purpose = wording.required(form, "purpose", 2_000);
        var theme = kind.equals("THEME") ? form.choice("theme", themes().keySet()) : null;
        var zone = kind.equals("TERRITOIRE") ? form.choice("zone", zones(region).keySet()) : null;
        if (!form.text("body").isEmpty()) form.choice("body", bodies(region).keySet());
        FormRefused.unless(form.errors());
        return new Said(kind, title, purpose, theme, zone, form.id("body").orElse(null));
    }

    /// Opens a space; who opens it is in it from the first day, and moderates. Throws
    /// `FormRefused`.
    UUID open(Sent form) {
        var author = Author.current(sql);
        var region = region(author);
        var said = read(form, region);
        var id = Ids.next();
        var now = Timestamp.from(clock.instant());
        sql.sql(
                        """
                        insert into space.space (id, kind, title, purpose, region_code, theme_code, zone_code, body_id, host_network, host_region, host_name, opened_on, opened_by)
                        values (:id, :kind, :title, :purpose, :region, :theme, :zone, :body, :network, :host_region, :of, :today, :by)
                        """)
                .param("id", id)
                .param("kind", said.kind())
                .param("title", said.title())
                .param("purpose", said.purpose())
                .param("region", region)
                .param("theme", said.theme(), Types.VARCHAR)
                .param("zone", said.zone(), Types.VARCHAR)
                .param("body", said.body(), Types.OTHER)
                .param("network", author.network(), Types.OTHER)
                .param("host_region", author.region(), Types.VARCHAR)
                .param("of", author.of())
                .param("today", LocalDate.now(clock))
                .param("by", author.name())
                .update();
        sql.sql(
                        """
                        insert into space.party (id, space_id, network_id, region_code, host_network, host_region, name, regional, moderates, invited_at, invited_by, joined_at, joined_by)
                        values (:party, :id, :network, :region, :network, :region, :of, exists (select 1 from registry.enrolled e where e.owner_id = :network and e.regional), true, :now, :by, :now, :by)
                        """)
                .param("party", Ids.next())
                .param("id", id)
                .param("network", author.network(), Types.OTHER)
                .param("region", author.region(), Types.VARCHAR)
                .param("of", author.of())
                .param("now", now)
                .param("by", author.name())
                .update();
        if (author.network() != null) members.enter(id, author, now);
        return id;
    }

    /// Throws `FormRefused`, `OptimisticLockingFailureException`, `AccessDeniedException`.
    void change(UUID id, Sent form) {
        var space = spaces.hosted(id);
        if (space.over()) throw FormRefused.because("title", SpaceText.OVER);
        var said = read(form, space.region());
        var done =
                sql.sql(
                                """
                                update space.space set kind = :kind, title = :title, purpose = :purpose, theme_code = :theme, zone_code = :zone, body_id = :body, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("kind", said.kind())
                        .param("title", said.title())
                        .param("purpose", said.purpose())
                        .param("theme", said.theme(), Types.VARCHAR)
                        .param("zone", said.zone(), Types.VARCHAR)
                        .param("body", said.body(), Types.OTHER)
                        .param("id", id)
                        .param("version", form.number("version"))
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("a space");
    }

    /// It is written no more, and stays to be read. Throws `FormRefused` without the reason.
    void close(UUID id, Sent form) {
        spaces.hosted(id);
        var why = wording.required(form, "closed_why", 500);
        FormRefused.unless(form.errors());
        var done =
                sql.sql(
                                "update space.space set closed_on = :today, closed_why = :why, version = version + 1 where id = :id and closed_on is null")
                        .param("today", LocalDate.now(clock))
                        .param("why", why)
                        .param("id", id)
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("a space");
    }

    /// It is written again.
    void reopen(UUID id) {
        spaces.hosted(id);
        sql.sql(
                        "update space.space set closed_on = null, closed_why = null, version = version + 1 where id = :id and closed_on is not null")
                .param("id", id)
                .update();
    }
}
