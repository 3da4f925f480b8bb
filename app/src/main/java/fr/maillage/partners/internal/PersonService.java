package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.KernelText;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Rpps;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody the national directory does not know, added to the structure's own, and joined later
/// with their national line: what was known of them follows.
@Service
@Transactional
class PersonService {

    private final JdbcClient sql;
    private final Finder finder;
    private final Practitioners practitioners;
    private final TypedReach reaches;
    private final Clock clock;

    PersonService(
            JdbcClient sql,
            Finder finder,
            Practitioners practitioners,
            TypedReach reaches,
            Clock clock) {
        this.sql = sql;
        this.finder = finder;
        this.practitioners = practitioners;
        this.reaches = reaches;
        this.clock = clock;
    }

    /// Answers their identifier.
    UUID add(Sent form) {
        var family = form.required("familyName", 100);
        var given = form.text("givenName", 100);
        var profession =
                form.choice(
                        "profession",
                        finder.professions().stream()
                                .map(Finder.Choice::code)
                                .collect(Collectors.toSet()));
        var specialty = form.orNull("specialty", 200);
        var organization = form.orNull("organization", 200);
        var reach = reaches.read(form);
        FormRefused.unless(form.errors());
        var id = Ids.next();
        reach.in(
                        sql.sql(
                                """
                                insert into partners.person (id, family_name, given_name, profession, specialty, organization, address, commune_code, commune_name, phone, email,
                                                             mssante, added_at, added_by)
                                values (:id, :family, :given, :profession, :specialty, :organization, :address, :commune, :communeName, :phone, :email, :mssante, :now, :by)
                                """))
                .param("id", id)
                .param("family", family)
                .param("given", given)
                .param("profession", profession)
                .param("specialty", specialty, Types.VARCHAR)
                .param("organization", organization, Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
    }

    /// Their national line is found: what the structure knows goes over to it, and where it knew
    /// something of the line already, that stays. Throws `NotFound`.
    void join(UUID id, Sent form) {
        var rpps = Rpps.parse(form.required("rpps", 20));
        if (rpps.isEmpty()) form.errors().add("rpps", KernelText.RPPS);
        else if (practitioners.find(rpps.get()).isEmpty())
            form.errors().add("rpps", PartnersText.NOT_IN_DIRECTORY);
        FormRefused.unless(form.errors());
        var national = rpps.orElseThrow().value();
        int n;
        try {
            n =
                    sql.sql(
                                    """
                                    update partners.person set joined_to = :rpps, joined_at = :now, joined_by = :by where id = :id and joined_to is null
                                    """)
                            .param("rpps", national)
                            .param("now", Timestamp.from(clock.instant()))
                            .param("by", SignedIn.current().displayName())
                            .param("id", id)
                            .update();
        } catch (DuplicateKeyException _) {
            throw new FormRefused(form.errors().add("rpps", PartnersText.JOINED_ALREADY));
        }
        if (n == 0) throw new NotFound("professionnel", id);
        for (var statement :
                List.of(
                        """
                        update partners.knowledge k set ref = :rpps where k.kind = 'PROFESSIONNEL' and k.ref = :from
                           and not exists (select 1 from partners.knowledge o where o.network_id = k.network_id and o.kind = k.kind and o.ref = :rpps)
                        """,
                        "update partners.contact set ref = :rpps where kind = 'PROFESSIONNEL' and ref = :from",
                        "update partners.note set ref = :rpps where kind = 'PROFESSIONNEL' and ref = :from",
                        """
                        insert into partners.availability (id, kind, ref, state, wait_weeks, seen_on, words, noted_by, noted_at)
                        select uuidv7(), kind, cast(:rpps as text), state, wait_weeks, seen_on, words, noted_by, noted_at from partners.availability
                         where kind = 'PROFESSIONNEL' and ref = :from
                        """,
                        "update partners.agreement set ref = :rpps where ref = :from"))
            sql.sql(statement).param("rpps", national).param("from", id.toString()).update();
    }
}
