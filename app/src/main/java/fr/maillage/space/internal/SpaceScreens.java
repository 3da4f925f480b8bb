package fr.maillage.space.internal;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.space.internal.SpacePage.Discussion;
import fr.maillage.space.internal.SpacePage.Information;
import fr.maillage.space.internal.SpacePage.Meeting;
import fr.maillage.space.internal.SpacePage.Member;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a space.
@Component
class SpaceScreens {

    private static final int DISCUSSIONS = 100;

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Decisions decisions;
    private final Texts texts;
    private final ReadingService reading;
    private final Clock clock;

    SpaceScreens(
            JdbcClient sql,
            Spaces spaces,
            Decisions decisions,
            Texts texts,
            ReadingService reading,
            Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.decisions = decisions;
        this.texts = texts;
        this.reading = reading;
        this.clock = clock;
    }

    /// @param old with the information that is over
    @Transactional
    public SpacePage page(UUID id, boolean old) {
        return page(id, old, new Sent(Map.of()), "");
    }

    /// The page, from which the information of the space is read. Throws `NotFound`.
    @Transactional
    public SpacePage page(UUID id, boolean old, Sent form, String edited) {
        var space = spaces.entered(id);
        var today = LocalDate.now(clock);
        var mayWrite = !space.over();
        var information = information(space, today);
        var discussions = discussions(space, today);
        var shown = information.stream().filter(i -> old || !i.over()).toList();
        if (information.stream().anyMatch(Information::fresh)) reading.announcements(id);
        var body = Optional.ofNullable(space.body()).flatMap(this::body);
        return new SpacePage(
                space.href(),
                space.title(),
                SpaceText.KINDS.getOrDefault(space.kind(), ""),
                space.theme() != null ? space.theme() : requireNonNullElse(space.zone(), ""),
                space.purpose(),
                space.host(),
                (int) discussions.stream().filter(Discussion::fresh).count()
                        + (int) shown.stream().filter(Information::fresh).count(),
                space.closedOn() == null
                        ? null
                        : SpaceText.closed(
                                space.closedOn(), requireNonNullElse(space.closedWhy(), "")),
                mayWrite,
                mayWrite && space.moderates(),
                Spaces.mayHost(space) ? space.href() + "/modifier" : null,
                space.kind().equals("REGIONAL"),
                shown,
                (int) information.stream().filter(Information::over).count(),
                old,
                discussions,
                decisions.in(space),
                body.map(Body::name).orElse(""),
                body.map(Body::href).orElse(null),
                body.map(b -> meetings(b.id(), true, today)).orElse(List.of()),
                body.map(b -> meetings(b.id(), false, today)).orElse(List.of()),
                texts.in(space),
                mayWrite ? texts.offered(space) : Map.of(),
                members(id),
                form,
                edited);
    }

    private List<Information> information(Space space, LocalDate today) {
        return sql.sql(
                        """
                        select a.id, a.title, a.words, a.link, a.author || ', ' || a.author_of as by, a.published_at, a.ends_on, a.ends_on < :today as over,
                               a.account_id <> :me and not exists (select 1 from space.announcement_read r where r.announcement_id = a.id and r.account_id = :me) as fresh,
                               coalesce(n.persons, 0) as persons, coalesce(n.places, 0) as places
                        from space.announcement a
                        left join (select r.announcement_id, count(*) as persons, count(distinct r.reader_of) as places from space.announcement_read r where r.space_id = :space group by 1) n on n.announcement_id = a.id
                        where a.space_id = :space and a.withdrawn_at is null order by a.ends_on < :today, a.published_at desc, a.id limit 100
                        """)
                .param("today", today)
                .param("me", SignedIn.current().accountId())
                .param("space", space.id())
                .query((row, _) -> {
                    var over = row.getBoolean("over");
                    return new Information(
                            row.getString("id"),
                            row.getString("title"),
                            ThreadScreens.paragraphs(row.getString("words")),
                            row.getString("link"),
                            row.getString("by")
                                    + ", "
                                    + FrenchDates.relative(
                                            row.getTimestamp("published_at").toInstant(), today),
                            SpaceText.until(row.getObject("ends_on", LocalDate.class), over),
                            over,
                            row.getBoolean("fresh") && !over,
                            space.moderates()
                                    ? SpaceText.readBy(row.getInt("persons"), row.getInt("places"))
                                    : "");
                })
                .list();
    }

    private List<Discussion> discussions(Space space, LocalDate today) {
        return sql.sql(
                        """
                        select d.id, d.subject, d.author || ', ' || d.author_of as by, d.last_at, d.closed_at is not null as concluded, n.id is not null as fresh, l.author as last_author, l.messages
                        from space.discussion d left join space.news n on n.id = d.id
                        left join (select m.discussion_id, count(*) filter (where m.withdrawn_at is null) as messages, (array_agg(m.author order by m.at desc, m.id desc))[1] as author
                                   from space.message m where m.space_id = :space group by 1) l on l.discussion_id = d.id
                        where d.space_id = :space order by d.closed_at is not null, d.last_at desc, d.id limit :limit
                        """)
                .param("space", space.id())
                .param("limit", DISCUSSIONS)
                .query((row, _) -> {
                    var last = row.getTimestamp("last_at").toInstant();
                    return new Discussion(
                            space.href() + "/discussions/" + row.getString("id"),
                            row.getString("subject"),
                            row.getString("by"),
                            requireNonNullElse(row.getString("last_author"), "")
                                    + ", "
                                    + FrenchDates.relative(last, today),
                            FrenchDates.exact(last),
                            SpaceText.messages(row.getInt("messages")),
                            row.getBoolean("fresh"),
                            row.getBoolean("concluded"));
                })
                .list();
    }

    /// The body whose meetings are the agenda.
    private record Body(UUID id, String name, String href) {}

    private Optional<Body> body(UUID id) {
        return sql.sql(
                        "select structure_id, name, structure_name from registry.meeting_body where id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Body(
                                id,
                                row.getString("name") + ", " + row.getString("structure_name"),
                                "/registre/" + row.getString("structure_id") + "/instance/" + id))
                .optional();
    }

    private List<Meeting> meetings(UUID body, boolean coming, LocalDate today) {
        return sql.sql(
                        """
                        select m.id, m.structure_id, m.held_on, m.subject, m.mode, m.minutes from registry.group_meeting m
                        where m.body_id = :body and (m.held_on >= :today) = :coming order by case when :coming then m.held_on end, m.held_on desc, m.id limit 5
                        """)
                .param("body", body)
                .param("today", today)
                .param("coming", coming)
                .query((row, _) ->
                        new Meeting(
                                "/registre/"
                                        + row.getString("structure_id")
                                        + "/reunion/"
                                        + row.getString("id"),
                                FrenchDates.shortDay(
                                        row.getObject("held_on", LocalDate.class), today),
                                row.getString("subject"),
                                SpaceText.mode(row.getString("mode")),
                                row.getBoolean("minutes")))
                .list();
    }

    private List<Member> members(UUID id) {
        return sql.sql(
                        """
                        select p.name, p.regional, p.joined_at is null as invited, case when p.network_id is null then -1 else
                               (select count(*) from space.person o where o.space_id = p.space_id and o.network_id = p.network_id and o.until is null) end as people
                        from space.party p where p.space_id = :space and p.ended_at is null order by p.joined_at is null, p.regional desc, p.name collate "fr-x-icu", p.id
                        """)
                .param("space", id)
                .query((row, _) ->
                        new Member(
                                row.getString("name"),
                                row.getInt("people") < 0 || row.getBoolean("invited")
                                        ? ""
                                        : SpaceText.people(row.getInt("people")),
                                row.getBoolean("regional"),
                                row.getBoolean("invited")))
                .list();
    }
}
