package fr.maillage.network.internal;

import fr.maillage.access.Memberships;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Caseload;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works in the structure and where, as its head writes it. Refuses as [SettingsService].
@Service
@Transactional
class StaffService {

    private final JdbcClient sql;
    private final Memberships memberships;
    private final Caseload caseload;
    private final Sectors sectors;
    private final Clock clock;

    StaffService(
            JdbcClient sql,
            Memberships memberships,
            Caseload caseload,
            Sectors sectors,
            Clock clock) {
        this.sql = sql;
        this.memberships = memberships;
        this.caseload = caseload;
        this.sectors = sectors;
        this.clock = clock;
    }

    /// A pole or an antenna; a new one when `id` is null.
    void unit(@Nullable UUID id, Sent form) {
        var kind = form.choice("kind", NetworkText.UNITS.keySet());
        var name = form.required("name", 200);
        var commune = form.orNull("commune", 100);
        var phone = form.phone("phone");
        var address = form.orNull("address", 500);
        var shared = form.orNull("sharedWith", 300);
        FormRefused.unless(form.errors());
        var n =
                sql.sql(
                                id == null
                                        ? "insert into network.unit (id, kind, name, commune_name,"
                                                + " address, phone, shared_with) values (:id, :kind,"
                                                + " :name, :commune, :address, :phone, :shared)"
                                        : "update network.unit set kind = :kind, name = :name,"
                                                + " commune_name = :commune, address = :address,"
                                                + " phone = :phone, shared_with = :shared where id ="
                                                + " :id")
                        .param("id", id == null ? Ids.next() : id)
                        .param("shared", shared)
                        .param("kind", kind)
                        .param("name", name)
                        .param("commune", commune)
                        .param("address", address)
                        .param("phone", phone)
                        .update();
        if (n == 0) throw new NotFound("lieu", id);
    }

    /// A member of the team; a new one when `id` is null. Nobody is removed: a member who leaves
    /// has an end, and their rights end with it.
    UUID member(@Nullable UUID id, Sent form) {
        var family = form.required("familyName", 100);
        var given = form.required("givenName", 100);
        var function = form.choice("function", NetworkText.FUNCTIONS.keySet());
        var profile = form.orNull("profile", 200);
        var experience = form.number("experience", 0, 60);
        var training = form.orNull("training", 1000);
        var phone = form.phone("phone");
        var email = form.email("email");
        var unit = unitOf(form);
        var partner = partnerOf(id, form);
        var fte = fte(form);
        var sectors = this.sectors.read(form);
        var since = form.requiredDay("since", LocalDate.now(clock));
        var until = form.day("until").orElse(null);
        if (until != null && until.isBefore(since))
            form.errors().add("until", NetworkText.END_BEFORE_START);
        if (id != null && until != null && !until.equals(leaves(id))) {
            var persons = caseload.followedBy(id);
            if (persons > 0) form.errors().add("until", NetworkText.stillFollows(persons));
        }
        if (form.errors().none() && overlaps(id, family, given, function, since, until))
            form.errors().add("function", NetworkText.OVERLAP);
        FormRefused.unless(form.errors());
        if (id != null) staysLed(id, function, until, form);
        var before = id == null ? null : leaves(id);
        var line = id == null ? Ids.next() : id;
        if (id != null) keepPlace(id, unit, sectors);
        var n =
                sql.sql(
                                id == null
                                        ? """
                                        insert into network.team_member (id, family_name, given_name, function, profile, experience_years, training, phone, email, unit_id, partner_id, fte, sectors, since, until)
                                        values (:id, :family, :given, :function, :profile, :experience, :training, :phone, :email, :unit, :partner, :fte, :sectors, :since, :until)
                                        """
                                        : """
                                        update network.team_member set family_name = :family, given_name = :given, function = :function, profile = :profile,
                                               experience_years = :experience, training = :training, phone = :phone, email = :email, unit_id = :unit, partner_id = :partner, fte = :fte,
                                               placed_since = case when unit_id is distinct from :unit or sectors is distinct from cast(:sectors as text[]) then :today else placed_since end,
                                               sectors = :sectors, since = :since, until = :until, version = version + 1
                                        where id = :id and version = :version
                                        """)
                        .param("id", line)
                        .param("family", family)
                        .param("given", given)
                        .param("function", function)
                        .param("profile", profile)
                        .param("experience", experience, Types.INTEGER)
                        .param("training", training)
                        .param("phone", phone)
                        .param("email", email)
                        .param("unit", unit, Types.OTHER)
                        .param("partner", partner, Types.OTHER)
                        .param("fte", fte)
                        .param("sectors", sectors.toArray(String[]::new))
                        .param("since", since)
                        .param("until", until, Types.DATE)
                        .param("version", SettingsService.version(form))
                        .param("today", LocalDate.now(clock))
                        .update();
        if (n == 0) throw new OptimisticLockingFailureException("member of the team");
        if (id != null) {
            memberships.become(id, MemberAccess.role(function), LocalDate.now(clock));
            if (!Objects.equals(before, until)) memberships.until(id, until);
        }
        return line;
    }

    /// The place of the sheet is about to change: where somebody worked until yesterday is kept.
    private void keepPlace(UUID member, @Nullable UUID unit, List<String> sectors) {
        sql.sql(
                        """
                        insert into network.posting (id, member_id, unit_id, sectors, since, until, noted_by, noted_at)
                        select :id, id, unit_id, sectors, coalesce(placed_since, since), cast(:today as date) - 1, :by, :now from network.team_member
                         where id = :member and (unit_id is distinct from :unit or sectors is distinct from cast(:sectors as text[]))
                           and (unit_id is not null or sectors <> '{}') and coalesce(placed_since, since) < :today
                        """)
                .param("id", Ids.next())
                .param("member", member)
                .param("unit", unit, Types.OTHER)
                .param("sectors", sectors.toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Whether this member is a head who signs in, and no other would be there after `until` (or
    /// from today on, when null).
    boolean lastHead(UUID id, @Nullable LocalDate until) {
        return sql.sql(
                        """
                        select exists (select 1 from network.team_member m where m.id = :id and m.account_id is not null
                                        and m.function in ('HEAD', 'INSTITUTIONAL_COORDINATOR') and (m.until is null or m.until >= :today))
                           and not exists (select 1 from network.team_member o where o.id <> :id and o.account_id is not null
                                        and o.function in ('HEAD', 'INSTITUTIONAL_COORDINATOR') and o.since <= :today
                                        and (o.until is null or o.until > coalesce(:until, :today)))
                        """)
                .param("id", id)
                .param("until", until, Types.DATE)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// A structure keeps somebody who may set it: the last head with an account neither leaves nor
    /// becomes something else.
    private void staysLed(UUID id, String function, @Nullable LocalDate until, Sent form) {
        if (until == null && MemberAccess.role(function) == Role.HEAD) return;
        var last = lastHead(id, until);
        if (last) form.errors().add(until == null ? "function" : "until", NetworkText.LAST_HEAD);
        FormRefused.unless(form.errors());
    }

    private @Nullable LocalDate leaves(UUID member) {
        return sql.sql("select until from network.team_member where id = :id")
                .param("id", member)
                .query((row, _) -> Optional.ofNullable(row.getObject("until", LocalDate.class)))
                .optional()
                .flatMap(day -> day)
                .orElse(null);
    }

    /// The colleague who knows the same persons; nobody is their own. A full-time equivalent: over
    /// 0, at most 1, comma or point.
    private static BigDecimal fte(Sent form) {
        var typed = form.text("fte").replace(',', '.');
        if (typed.matches("[01](\\.\\d{1,2})?")) {
            var fte = new BigDecimal(typed);
            if (fte.compareTo(new BigDecimal("0.05")) >= 0 && fte.compareTo(BigDecimal.ONE) <= 0)
                return fte;
        }
        form.errors().add("fte", NetworkText.FTE);
        return BigDecimal.ONE;
    }

    private @Nullable UUID partnerOf(@Nullable UUID id, Sent form) {
        var typed = form.orNull("partner", 40);
        if (typed == null) return null;
        var partner = Ids.parse(typed).filter(p -> !p.equals(id));
        if (partner.isEmpty() || members(partner.get()) == 0) {
            form.errors().add("partner", WebText.CHOICE);
            return null;
        }
        return partner.get();
    }

    private int members(UUID id) {
        return sql.sql("select count(*) from network.team_member where id = :id")
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private @Nullable UUID unitOf(Sent form) {
        var typed = form.orNull("unit", 40);
        if (typed == null) return null;
        var unit = Ids.parse(typed);
        if (unit.isEmpty()
                || !sql.sql("select exists (select 1 from network.unit where id = :id)")
                        .param("id", unit.get())
                        .query((row, _) -> row.getBoolean(1))
                        .single()) {
            form.errors().add("unit", WebText.CHOICE);
            return null;
        }
        return unit.get();
    }

    private boolean overlaps(
            @Nullable UUID id,
            String family,
            String given,
            String function,
            LocalDate since,
            @Nullable LocalDate until) {
        return sql.sql(
                        """
                        select exists (select 1 from network.team_member
                                        where platform.search_key(family_name || ' ' || given_name) = platform.search_key(:name) and function = :function
                                          and (cast(:id as uuid) is null or id <> :id)
                                          and daterange(since, until, '[]') && daterange(:since, :until, '[]'))
                        """)
                .param("name", family + " " + given)
                .param("function", function)
                .param("id", id, Types.OTHER)
                .param("since", since)
                .param("until", until, Types.DATE)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
