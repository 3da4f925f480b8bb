package fr.maillage.network.internal.team;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.network.internal.Sectors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Other places where a member of the team works, each with its days. Refuses by [FormRefused].
@Service
@Transactional
class PostingService {

    private final JdbcClient sql;
    private final Sectors sectors;
    private final Networks networks;
    private final Clock clock;

    PostingService(JdbcClient sql, Sectors sectors, Networks networks, Clock clock) {
        this.sql = sql;
        this.sectors = sectors;
        this.networks = networks;
        this.clock = clock;
    }

    /// Somebody works there too.
    void add(UUID member, Sent form) {
        networks.member(member); // not there, or not theirs
        var errors = form.errors();
        var unit = unit(form);
        var codes = sectors.read(form);
        var since = form.requiredDay("since", LocalDate.now(clock));
        var until = form.day("until").orElse(null);
        if (unit == null && codes.isEmpty() && errors.none())
            errors.add("unit", TeamText.POSTING_EMPTY);
        if (until != null && until.isBefore(since)) errors.add("until", TeamText.POSTING_ORDER);
        FormRefused.unless(errors);
        sql.sql(
                        """
                        insert into network.posting (id, member_id, unit_id, sectors, since, until, noted_by, noted_at)
                        values (:id, :member, :unit, :sectors, :since, :until, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("member", member)
                .param("unit", unit, Types.OTHER)
                .param("sectors", codes.toArray(String[]::new))
                .param("since", since)
                .param("until", until, Types.DATE)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private @Nullable UUID unit(Sent form) {
        var typed = form.orNull("unit", 40);
        if (typed == null) return null;
        var known =
                networks.units().stream()
                        .map(Networks.Unit::id)
                        .filter(id -> id.toString().equals(typed))
                        .findFirst();
        if (known.isEmpty()) form.errors().add("unit", TeamText.POSTING_UNIT);
        return known.orElse(null);
    }

    /// Ends one: today is its last day; one to come goes away. Throws `NotFound` for one that is
    /// over.
    void end(UUID member, UUID posting) {
        var today = LocalDate.now(clock);
        var gone =
                sql.sql(
                                "delete from network.posting where id = :id and member_id = :member and since > :today")
                        .param("id", posting)
                        .param("member", member)
                        .param("today", today)
                        .update();
        if (gone > 0) return;
        var ended =
                sql.sql(
                                "update network.posting set until = :today where id = :id and member_id = :member and (until is null or until > :today)")
                        .param("id", posting)
                        .param("member", member)
                        .param("today", today)
                        .update();
        if (ended == 0) throw new NotFound("affectation", posting);
    }
}
