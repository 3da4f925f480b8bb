package fr.maillage.space.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks.Member;
import fr.maillage.network.Networks;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is in a space. The host invites structures and agencies; each answers for itself, says who
/// of its own team enters, and leaves when it wants. The keys follow by themselves (triggers of the
/// database).
@Service
@Transactional
class MembersService {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Wording wording;
    private final Networks networks;
    private final Clock clock;

    MembersService(JdbcClient sql, Spaces spaces, Wording wording, Networks networks, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.wording = wording;
        this.networks = networks;
        this.clock = clock;
    }

    /// Invites those ticked: structures of this installation and agencies of a region. A regional
    /// network publishes information from the first day, like the host. Throws `FormRefused` when
    /// none is ticked, `AccessDeniedException`.
    void invite(UUID id, Sent form) {
        var space = spaces.hosted(id);
        if (space.over()) throw FormRefused.because("invite", SpaceText.OVER);
        var structures =
                form.all("invite").stream()
                        .flatMap(value -> Ids.parse(value).stream())
                        .toArray(UUID[]::new);
        var regions =
                form.all("invite").stream()
                        .filter(value -> value.matches("r:[0-9A-Z]{2,3}"))
                        .map(value -> value.substring(2))
                        .toArray(String[]::new);
        var invited =
                sql.sql(
                                """
                                insert into space.party (space_id, network_id, region_code, host_network, host_region, name, regional, moderates, invited_at, invited_by)
                                select s.id, c.network, c.region, s.host_network, s.host_region, c.name, c.regional, c.regional, :now, :by
                                from space.space s cross join (
                                  select n.id as network, null as region, n.short_name as name, exists (select 1 from registry.enrolled e where e.owner_id = n.id and e.regional) as regional
                                  from network.network n where n.id = any (:structures)
                                  union all select null, z.code, 'ARS ' || z.label, false from territory.zone z where z.code = any (:regions) and z.kind = 'REGION') c
                                where s.id = :id and not exists (select 1 from space.party p where p.space_id = s.id and p.ended_at is null
                                  and p.network_id is not distinct from c.network and p.region_code is not distinct from c.region)
                                """)
                        .param("now", now())
                        .param("by", Author.current(sql).full())
                        .param("structures", structures)
                        .param("regions", regions)
                        .param("id", id)
                        .update();
        if (invited == 0) throw FormRefused.because("invite", SpaceText.NOBODY_INVITED);
    }

    /// The party of who is signed in that stands in this space. Throws `NotFound`.
    ///
    /// @param joined whether an invitation is not enough
    private UUID own(UUID id, boolean joined) {
        if (!Spaces.keeps()) throw new AccessDeniedException("answers for nobody");
        return sql.sql(
                        "select id from space.party where space_id = :id and ended_at is null and space.own(network_id, region_code) and (joined_at is not null or not :joined)")
                .param("id", id)
                .param("joined", joined)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElseThrow(() -> new NotFound("espace", id));
    }

    /// Joins, for one's own structure or agency; the head who does enters. Throws `NotFound` when
    /// nobody invited them, `OptimisticLockingFailureException` when it is answered already.
    void join(UUID id) {
        var author = Author.current(sql);
        var now = now();
        var done =
                sql.sql(
                                "update space.party set joined_at = :now, joined_by = :by where id = :party and joined_at is null")
                        .param("now", now)
                        .param("by", author.name())
                        .param("party", own(id, false))
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("an invitation");
        if (author.network() != null) enter(id, author, now);
    }

    /// Declines, or leaves: the host stays, and closes instead. Throws `NotFound`, `FormRefused`.
    void leave(UUID id, Sent form) {
        var party = own(id, false);
        var why = wording.orNull(form, "why", 500);
        FormRefused.unless(form.errors());
        if (spaces.answered(id).hosts()) throw FormRefused.because("why", SpaceText.HOST_STAYS);
        end(id, party, why);
    }

    /// Takes a structure or an agency out, or takes an invitation back, by the host. Throws
    /// `FormRefused`, `NotFound`, `AccessDeniedException`.
    void takeOut(UUID id, UUID party, Sent form) {
        spaces.hosted(id);
        var why = wording.required(form, "why", 500);
        FormRefused.unless(form.errors());
        if (party.equals(own(id, false))) throw FormRefused.because("why", SpaceText.HOST_STAYS);
        end(id, party, why);
    }

    private void end(UUID id, UUID party, @Nullable String why) {
        var done =
                sql.sql(
                                "update space.party set ended_at = :now, ended_by = :by, ended_why = :why where id = :party and space_id = :id and ended_at is null")
                        .param("now", now())
                        .param("by", Author.current(sql).full())
                        .param("why", why, Types.VARCHAR)
                        .param("party", party)
                        .param("id", id)
                        .update();
        if (done == 0) throw new NotFound("membre d’un espace", party);
    }

    /// Whether a structure publishes information and withdraws what others wrote; by the host.
    void moderates(UUID id, UUID party, boolean moderates) {
        spaces.hosted(id);
        var done =
                sql.sql(
                                "update space.party set moderates = :moderates where id = :party and space_id = :id and ended_at is null and not space.own(network_id, region_code)")
                        .param("moderates", moderates)
                        .param("party", party)
                        .param("id", id)
                        .update();
        if (done == 0) throw new NotFound("membre d’un espace", party);
    }

    /// Who of one's own team enters, ticked by its head: the others lose their key. Throws
    /// `FormRefused` for somebody who is not of the team or has no account, `NotFound`.
    void choose(UUID id, Sent form) {
        own(id, true);
        var author = Author.current(sql);
        if (author.network() == null) throw new AccessDeniedException("an agency chooses nobody");
        var team = team();
        var wanted =
                form.all("person").stream()
                        .flatMap(value -> Ids.parse(value).stream())
                        .collect(Collectors.toSet());
        var known =
                team.stream().map(Member::accountId).collect(Collectors.toCollection(HashSet::new));
        if (!known.containsAll(wanted)) throw FormRefused.because("person", SpaceText.NOT_TEAM);
        if (wanted.isEmpty()) throw FormRefused.because("person", SpaceText.NOBODY_CHOSEN);
        var now = now();
        sql.sql(
                        "update space.person set until = :now where space_id = :id and network_id = :network and until is null and account_id <> all (:wanted)")
                .param("now", now)
                .param("id", id)
                .param("network", author.network())
                .param("wanted", wanted.toArray(UUID[]::new))
                .update();
        var added = team.stream().filter(m -> wanted.contains(m.accountId())).toList();
        sql.sql(
                        """
                        insert into space.person (network_id, space_id, account_id, name, function, since, chosen_by)
                        select :network, :id, t.account, t.name, t.function, :now, :by from unnest(:accounts, :names, :functions) t (account, name, function)
                        where not exists (select 1 from space.person p where p.space_id = :id and p.account_id = t.account and p.network_id = :network and p.until is null)
                        """)
                .param("network", author.network())
                .param("id", id)
                .param("now", now)
                .param("by", author.name())
                .param("accounts", added.stream().map(Member::accountId).toArray(UUID[]::new))
                .param("names", added.stream().map(Member::name).toArray(String[]::new))
                .param(
                        "functions",
                        added.stream()
                                .map(m -> SpaceText.function(m.function()))
                                .toArray(String[]::new))
                .update();
    }

    /// Those of the acting structure's team of today who have an account.
    @Transactional(readOnly = true)
    public List<Member> team() {
        return networks.team(LocalDate.now(clock)).stream()
                .filter(m -> m.accountId() != null)
                .toList();
    }

    /// The one who opens or joins enters.
    void enter(UUID id, Author author, Timestamp now) {
        sql.sql(
                        """
                        insert into space.person (network_id, space_id, account_id, name, function, since, chosen_by)
                        values (:network, :id, :account, :name, :function, :now, :name)
                        """)
                .param("network", author.network(), Types.OTHER)
                .param("id", id)
                .param("account", author.account())
                .param("name", author.name())
                .param("function", SignedIn.current().role().label())
                .param("now", now)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
