package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of letters show.
@Component
class MailScreens {

    private static final int PAGE = 200;

    private final JdbcClient sql;
    private final Clock clock;
    private final Networks networks;
    private final Trail trail;

    MailScreens(JdbcClient sql, Clock clock, Networks networks, Trail trail) {
        this.sql = sql;
        this.clock = clock;
        this.networks = networks;
        this.trail = trail;
    }

    /// Letters of one state, those waiting oldest first, the others latest first; at most 200.
    @Transactional
    public TrayPage tray(String state, @Nullable String error) {
        var counts = new HashMap<String, Long>();
        sql.sql("select state, count(*) as n from correspondence.outgoing_message group by state")
                .query((row, _) -> Map.entry(row.getString("state"), row.getLong("n")))
                .list()
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        var tabs =
                List.of("A_ENVOYER", "ENVOYE", "ECHEC", "ANNULE").stream()
                        .map(code ->
                                new TrayPage.Tab(
                                        "/courriers?etat=" + code,
                                        tab(code),
                                        counts.getOrDefault(code, 0L),
                                        code.equals(state),
                                        code.equals("ECHEC") && counts.getOrDefault(code, 0L) > 0))
                        .toList();
        var today = LocalDate.now(clock);
        var clinical = SignedIn.current().role().clinical();
        var shown = new ArrayList<UUID>();
        var lines =
                sql.sql(
                                """
                                select m.id, m.kind, m.recipient_name, m.recipient_kind, m.patient_id, i.display_name, m.state, m.created_at, m.sent_at,
                                       m.sent_by, m.cancelled_why
                                  from correspondence.outgoing_message m
                                  left join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
                                 where m.state = :state
                                 order by case when m.state = 'A_ENVOYER' then m.created_at end, coalesce(m.sent_at, m.created_at) desc, m.id
                                 limit :limit
                                """)
                        .param("state", state)
                        .param("limit", PAGE + 1)
                        .query((row, _) -> {
                            var patient = row.getObject("patient_id", UUID.class);
                            if (patient != null && shown.size() < PAGE) shown.add(patient);
                            var sent = row.getTimestamp("sent_at");
                            var at =
                                    sent == null
                                            ? row.getTimestamp("created_at").toInstant()
                                            : sent.toInstant();
                            var id = row.getString("id");
                            var why = row.getString("cancelled_why");
                            var by = row.getString("sent_by");
                            return new TrayPage.Line(
                                    id,
                                    CorrespondenceText.kind(row.getString("kind")),
                                    row.getString("recipient_name"),
                                    CorrespondenceText.recipient(row.getString("recipient_kind")),
                                    row.getString("display_name"),
                                    patient == null ? null : "/dossiers/" + patient,
                                    FrenchDates.relative(at, today),
                                    FrenchDates.exact(at),
                                    why != null ? why : by == null ? null : "par " + by,
                                    clinical || !OutboxService.clinical(row.getString("kind")),
                                    row.getString("state").equals("A_ENVOYER"));
                        })
                        .list();
        trail.listed("COURRIERS", shown);
        return new TrayPage(
                tabs,
                state,
                lines.size() > PAGE ? lines.subList(0, PAGE) : lines,
                lines.size() > PAGE,
                error);
    }

    /// Letters as they are printed, in the order asked; those not there are left out.
    @Transactional(readOnly = true)
    public List<LetterPage> letters(Collection<UUID> ids) {
        return ids.stream().map(id -> letter(id, null)).toList();
    }

    /// One letter. Throws `NotFound`.
    @Transactional(readOnly = true)
    public LetterPage letter(UUID id, @Nullable String error) {
        return sql.sql(
                        """
                        select id, network_id, patient_id, recipient_name, recipient_address, kind, subject, body, state, created_at, created_by,
                               sent_at, sent_by, cancelled_why
                          from correspondence.outgoing_message where id = :id
                        """)
                .param("id", id)
                .query((row, _) -> {
                    var network =
                            networks.get(new NetworkId(row.getObject("network_id", UUID.class)));
                    var created = row.getTimestamp("created_at").toInstant();
                    var state = row.getString("state");
                    var patient = row.getObject("patient_id", UUID.class);
                    var sent = row.getTimestamp("sent_at");
                    return new LetterPage(
                            id.toString(),
                            lines(
                                    network.name(),
                                    network.address(),
                                    network.communeName(),
                                    network.phone()),
                            place(network.communeName(), created),
                            lines(
                                    row.getString("recipient_name"),
                                    row.getString("recipient_address")),
                            row.getString("subject"),
                            LetterBlock.of(row.getString("body")),
                            row.getString("created_by") == null
                                    ? network.shortName()
                                    : row.getString("created_by"),
                            CorrespondenceText.kind(row.getString("kind")),
                            CorrespondenceText.state(state),
                            detail(
                                    state,
                                    sent == null ? null : sent.toInstant(),
                                    row.getString("sent_by"),
                                    row.getString("cancelled_why")),
                            state.equals("A_ENVOYER"),
                            state.equals("ENVOYE"),
                            state.equals("ECHEC"),
                            patient == null ? null : "/dossiers/" + patient,
                            CorrespondenceText.REASONS,
                            error);
                })
                .optional()
                .orElseThrow(() -> new NotFound("courrier", id));
    }

    private static List<String> lines(@Nullable String... parts) {
        var lines = new ArrayList<String>();
        for (var part : parts)
            if (part != null) part.lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return List.copyOf(lines);
    }

    private static String place(@Nullable String commune, Instant at) {
        var day = FrenchDates.date(at.atZone(FrenchDates.PARIS).toLocalDate());
        return commune == null ? "Le " + day : commune + ", le " + day;
    }

    private static @Nullable String detail(
            String state, @Nullable Instant sent, @Nullable String by, @Nullable String why) {
        return switch (state) {
            case "ENVOYE" ->
                    sent == null
                            ? null
                            : FrenchDates.exact(sent) + (by == null ? "" : ", par " + by);
            case "ANNULE" -> why == null ? null : "Motif" + Typography.NBSP + ": " + why;
            default -> null;
        };
    }

    private static String tab(String code) {
        return switch (code) {
            case "A_ENVOYER" -> "à envoyer";
            case "ENVOYE" -> "postés";
            case "ECHEC" -> "revenus";
            default -> "annulés";
        };
    }
}
