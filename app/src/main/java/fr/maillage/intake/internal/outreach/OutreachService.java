package fr.maillage.intake.internal.outreach;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.internal.outreach.Outreach.Count;
import fr.maillage.intake.internal.outreach.Outreach.Kind;
import fr.maillage.intake.internal.outreach.Outreach.Population;
import fr.maillage.intake.internal.outreach.Outreach.Topic;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes actions and relays. Throws `FormRefused` with every sentence.
@Service
@Transactional
class OutreachService {

    private final JdbcClient sql;
    private final Clock clock;

    OutreachService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void note(Sent form) {
        var kind = form.choice("kind", names(Kind.values()));
        var on = form.requiredDay("heldOn", today());
        if (on.isAfter(today())) form.errors().add("heldOn", OutreachText.TO_COME);
        var title = form.required("title", 300);
        var commune = form.required("commune", 200);
        var population = form.choice("population", names(Population.values()));
        var partners = form.orNull("partners", 2_000);
        var met = form.requiredNumber("met", 1, 99_999);
        var relays = relays(form, on);
        if (kind.equals(Kind.REPERAGE.name()) && partners == null)
            form.errors().add("partners", OutreachText.PARTNERS);
        if (kind.equals(Kind.DEPISTAGE_ORGANISE.name()) && relays.isEmpty())
            form.errors().add("relays", OutreachText.RELAYS);
        var counts = counts(form, met, kind.equals(Kind.DEPISTAGE_ORGANISE.name()));
        FormRefused.unless(form.errors());
        var id = Ids.next();
        sql.sql(
                        """
                        insert into intake.outreach (id, kind, held_on, title, commune_name, population, partners, relays, met, noted_by, noted_at)
                        values (:id, :kind, :on, :title, :commune, :population, :partners, :relays, :met, :by, :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("on", on)
                .param("title", title)
                .param("commune", commune)
                .param("population", population)
                .param("partners", partners, Types.VARCHAR)
                .param("relays", relays.toArray(UUID[]::new))
                .param("met", met)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        sql.sql(
                        """
                        insert into intake.outreach_topic (outreach_id, topic, screened, found, oriented)
                        select :id, x.topic, x.screened, x.found, x.oriented
                          from unnest(cast(:topics as text[]), cast(:screened as int[]), cast(:found as int[]), cast(:oriented as int[])) as x (topic, screened, found, oriented)
                        """)
                .param("id", id)
                .param("topics", counts.stream().map(c -> c.topic().name()).toArray(String[]::new))
                .param("screened", counts.stream().map(Count::screened).toArray(Integer[]::new))
                .param("found", counts.stream().map(Count::found).toArray(Integer[]::new))
                .param("oriented", counts.stream().map(Count::oriented).toArray(Integer[]::new))
                .update();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /// The relays chosen, all of them trained by that day and still there.
    private List<UUID> relays(Sent form, LocalDate on) {
        var chosen = form.all("relays").stream().flatMap(r -> Ids.parse(r).stream()).toList();
        if (chosen.isEmpty()) return List.of();
        var there =
                sql.sql(
                                "select id from intake.relay where id = any (:ids) and trained_on <= :on and (left_on is null or left_on >= :on)")
                        .param("ids", chosen.toArray(UUID[]::new))
                        .param("on", on)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list();
        if (there.size() < chosen.size()) form.errors().add("relays", OutreachText.RELAYS);
        return there;
    }

    private static List<Count> counts(Sent form, int met, boolean organised) {
        var counts = new ArrayList<Count>();
        for (var topic : Topic.values()) {
            var screened = form.number("screened-" + topic, 0, 99_999);
            if (screened == null) continue;
            var found = form.number("found-" + topic, 0, 99_999);
            var oriented = form.number("oriented-" + topic, 0, 99_999);
            int hits = found == null ? 0 : found;
            int sent = oriented == null ? 0 : oriented;
            if (organised && !topic.organised)
                form.errors().add("screened-" + topic, OutreachText.ORGANISED);
            if (screened > met) form.errors().add("screened-" + topic, OutreachText.MORE_THAN_MET);
            if (hits > screened)
                form.errors().add("found-" + topic, OutreachText.MORE_THAN_SCREENED);
            if (sent > hits) form.errors().add("oriented-" + topic, OutreachText.MORE_THAN_FOUND);
            counts.add(new Count(topic, screened, hits, sent));
        }
        if (counts.isEmpty()) form.errors().add("screened-" + Topic.DIABETE, OutreachText.TOPIC);
        return counts;
    }

    void relay(Sent form) {
        var name = form.required("name", 200);
        var organisation = form.orNull("organisation", 200);
        var commune = form.required("relayCommune", 200);
        var trained = form.requiredDay("trainedOn", today());
        if (trained.isAfter(today())) form.errors().add("trainedOn", OutreachText.TO_COME);
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into intake.relay (id, name, organisation, commune_name, trained_on, noted_by) values (:id, :name, :organisation, :commune, :trained, :by)
                        """)
                .param("id", Ids.next())
                .param("name", name)
                .param("organisation", organisation, Types.VARCHAR)
                .param("commune", commune)
                .param("trained", trained)
                .param("by", SignedIn.current().displayName())
                .update();
    }

    /// No longer a relay from today on. Idempotent; throws `NotFound`.
    void left(UUID id) {
        var found =
                sql.sql(
                                "update intake.relay set left_on = coalesce(left_on, greatest(trained_on, :today)) where id = :id")
                        .param("today", today())
                        .param("id", id)
                        .update();
        if (found == 0) throw new NotFound("relais", id);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
