package fr.maillage.followup.internal.team;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.followup.internal.ContactLines;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What came in during permanences, and how each was handed to the next team.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class Permanences {

    private static final Duration BEHIND = Duration.ofDays(60);
    private static final int SHOWN = 60;
    private static final int LONGEST = 5_000;

    private final JdbcClient sql;
    private final Networks networks;
    private final ContactLines contacts;
    private final ConsigneScreens consignes;
    private final Trail trail;
    private final Clock clock;

    Permanences(
            JdbcClient sql,
            Networks networks,
            ContactLines contacts,
            ConsigneScreens consignes,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.contacts = contacts;
        this.consignes = consignes;
        this.trail = trail;
        this.clock = clock;
    }

    private record Permanence(
            UUID id,
            String who,
            Instant from,
            Instant to,
            @Nullable String forward,
            int contacts,
            int urgent,
            @Nullable Handover handover) {}

    private record Handover(
            Instant at,
            String by,
            @Nullable String remark,
            boolean clinical,
            @Nullable Instant receivedAt,
            @Nullable String receivedBy) {}

    PermanencesPage list() {
        var now = clock.instant();
        return new PermanencesPage(
                service(), rows(null, now).stream().map(p -> line(p, now)).toList());
    }

    /// Whether the service exists, and its hours: what ISQ asks.
    String service() {
        var structure = networks.get(SignedIn.current().network());
        var phone = structure.onCallPhone();
        return TeamText.service(
                phone == null || phone.isBlank() ? null : PhoneNumber.written(phone),
                structure.onCallHours());
    }

    private static PermanencesPage.Line line(Permanence p, Instant now) {
        var state = State.of(p, now);
        return new PermanencesPage.Line(
                "/permanences/" + p.id(),
                p.who(),
                TeamText.span(p.from(), p.to()),
                p.forward(),
                p.contacts(),
                p.urgent(),
                state.tone,
                state.icon,
                state.label);
    }

    private enum State {
        TO_COME("À venir", "", "calendar"),
        NOW("En ce moment", "is-info", "phone-call"),
        TO_HAND("Consigne à passer", "is-due", "hourglass"),
        HANDED("Passée, à recevoir", "is-due", "send"),
        RECEIVED("Passée et reçue", "is-done", "circle-check");

        final String label;
        final String tone;
        final String icon;

        State(String label, String tone, String icon) {
            this.label = label;
            this.tone = tone;
            this.icon = icon;
        }

        static State of(Permanence p, Instant now) {
            var handover = p.handover();
            if (handover != null) return handover.receivedAt() == null ? HANDED : RECEIVED;
            if (p.from().isAfter(now)) return TO_COME;
            return p.to().isAfter(now) ? NOW : TO_HAND;
        }
    }

    PermanencesPage.Sheet sheet(UUID id, FormErrors errors, String typed) {
        var p = get(id);
        var now = clock.instant();
        var begun = !p.from().isAfter(now);
        var lines = contacts.between(p.from(), p.to());
        var handover = p.handover();
        var hidden =
                handover != null && handover.clinical() && !SignedIn.current().role().clinical();
        return new PermanencesPage.Sheet(
                id.toString(),
                p.who(),
                TeamText.span(p.from(), p.to()),
                p.forward(),
                lines,
                urgencies(p),
                consignes.of(id),
                begun,
                handover == null ? null : by(handover.by(), handover.at()),
                handover == null || hidden ? null : handover.remark(),
                hidden,
                handover == null || handover.receivedAt() == null
                        ? null
                        : by(Objects.requireNonNull(handover.receivedBy()), handover.receivedAt()),
                errors.none() ? null : errors.all().getFirst().getValue(),
                typed);
    }

    private static String by(String name, Instant at) {
        return name + ", " + FrenchDates.exact(at);
    }

    private List<ReportPage.Line> urgencies(Permanence p) {
        var persons = new ArrayList<UUID>();
        var lines =
                sql.sql(
                                """
                                select r.id, r.number, r.received_at, r.patient_id, i.display_name
                                  from intake.any_referral r left join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
                                 where r.urgency = 'URGENTE' and r.received_at >= :from and r.received_at < :to order by r.received_at, r.id limit :shown
                                """)
                        .param("from", Timestamp.from(p.from()))
                        .param("to", Timestamp.from(p.to()))
                        .param("shown", SHOWN)
                        .query((row, _) -> {
                            var person = row.getObject("patient_id", UUID.class);
                            if (person != null) persons.add(person);
                            return new ReportPage.Line(
                                    FrenchDates.time(
                                            LocalDateTime.ofInstant(
                                                    row.getTimestamp("received_at").toInstant(),
                                                    FrenchDates.PARIS)),
                                    row.getString("display_name"),
                                    "/demandes/" + row.getString("id"),
                                    "Demande urgente n° " + row.getInt("number"),
                                    null);
                        })
                        .list();
        trail.listed("PERMANENCE", persons);
        return lines;
    }

    private Permanence get(UUID id) {
        return rows(id, clock.instant()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("permanence", id));
    }

    private List<Permanence> rows(@Nullable UUID id, Instant now) {
        return sql.sql(
                        """
                        select p.id, m.given_name || ' ' || upper(m.family_name) as who, p.starts_at, p.ends_at, p.forward_to,
                               (select count(*) from followup.contact c where c.network_id = p.network_id and c.at >= p.starts_at and c.at < p.ends_at) as contacts,
                               (select count(*) from intake.any_referral r where r.network_id = p.network_id and r.urgency = 'URGENTE'
                                   and r.received_at >= p.starts_at and r.received_at < p.ends_at) as urgent,
                               h.handed_at, h.handed_name, h.remark, h.clinical, h.received_at, h.received_name
                          from agenda.permanence p
                          join network.team_member m on m.network_id = p.network_id and m.id = p.member_id
                          left join followup.on_call_handover h on h.network_id = p.network_id and h.on_call_id = p.id
                         where case when cast(:id as uuid) is null then p.ends_at > :since else p.id = :id end
                         order by p.starts_at desc, p.id limit :shown
                        """)
                .param("id", id)
                .param("since", Timestamp.from(now.minus(BEHIND)))
                .param("shown", SHOWN)
                .query((row, _) -> permanence(row))
                .list();
    }

    private static Permanence permanence(ResultSet row) throws SQLException {
        var handed = row.getTimestamp("handed_at");
        var received = row.getTimestamp("received_at");
        return new Permanence(
                row.getObject("id", UUID.class),
                row.getString("who"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("forward_to"),
                row.getInt("contacts"),
                row.getInt("urgent"),
                handed == null
                        ? null
                        : new Handover(
                                handed.toInstant(),
                                row.getString("handed_name"),
                                row.getString("remark"),
                                row.getBoolean("clinical"),
                                received == null ? null : received.toInstant(),
                                row.getString("received_name")));
    }

    /// Hands it to the next team. Throws `FormRefused`.
    void hand(UUID id, String remark) {
        var p = get(id);
        var who = SignedIn.current();
        if (p.from().isAfter(clock.instant()))
            throw FormRefused.because("remark", TeamText.NOT_BEGUN);
        if (remark.length() > LONGEST) throw FormRefused.because("remark", TeamText.TOO_LONG);
        try {
            sql.sql(
                            "insert into followup.on_call_handover (on_call_id, remark, clinical, handed_at, handed_name) values (:id, :remark, :clinical, :now, :by)")
                    .param("id", id)
                    .param("remark", remark.isEmpty() ? null : remark)
                    .param("clinical", who.role().clinical() && !remark.isEmpty())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", who.displayName())
                    .update();
        } catch (DuplicateKeyException _) {
            throw FormRefused.because("remark", TeamText.HANDED_ALREADY);
        }
    }

    /// The next team has it; nothing when somebody had it already.
    void receive(UUID id) {
        get(id);
        sql.sql(
                        "update followup.on_call_handover set received_at = :now, received_name = :by where on_call_id = :id and received_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("id", id)
                .update();
    }
}
