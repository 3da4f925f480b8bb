package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.correspondence.internal.text.LetterText;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormErrors;
import fr.maillage.web.TrayCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
class MailScreens implements TrayCount {

    private static final int PAGE = 50;

    /// Days after which a letter that waits is said to be old.
    private static final int OLD = 7;

    private final JdbcClient sql;
    private final Clock clock;
    private final Networks networks;
    private final Trail trail;
    private final Fields fields;

    MailScreens(JdbcClient sql, Clock clock, Networks networks, Trail trail, Fields fields) {
        this.sql = sql;
        this.clock = clock;
        this.networks = networks;
        this.trail = trail;
        this.fields = fields;
    }

    @Override
    public Tray tray() {
        return Tray.LETTERS;
    }

    /// Letters that have not left, printed or not.
    @Override
    @Transactional(readOnly = true)
    public int waiting() {
        return sql.sql(
                        "select count(*) from correspondence.outgoing_message where state = 'A_ENVOYER'")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Letters of one view, those waiting oldest first, the others latest first.
    ///
    /// @param number from 1 on
    @Transactional
    public TrayPage tray(TrayView view, int number, @Nullable String error) {
        var counts = new HashMap<String, Long>();
        sql.sql(
                        """
                        select case when m.state <> 'A_ENVOYER' then m.state
                                    when b.printed > 0 then 'IMPRIMES' else 'A_IMPRIMER' end as view, count(*) as n
                          from correspondence.outgoing_message m
                          left join correspondence.batch_letter l on l.network_id = m.network_id and l.letter_id = m.id and l.outcome is null
                          left join correspondence.batch b on b.network_id = l.network_id and b.id = l.batch_id
                         group by 1
                        """)
                .query((row, _) -> counts.put(row.getString("view"), row.getLong("n")))
                .list();
        var today = LocalDate.now(clock);
        var clinical = SignedIn.current().role().clinical();
        var shown = new ArrayList<UUID>();
        var page = Math.clamp(number, 1, 10_000);
        var lines =
                sql.sql(
                                """
                                select m.id, m.kind, m.template_title, m.recipient_name, m.recipient_kind, m.recipient_address, m.patient_id,
                                       i.display_name, m.created_at, m.sent_at, m.sent_by, m.channel, m.cancelled_why, m.clinical, m.returned_why,
                                       b.id as batch_id, b.number, b.printed, k.reason as mark, k.returned_on as mark_on
                                  from correspondence.outgoing_message m
                                  left join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
                                  left join correspondence.batch_letter l on l.network_id = m.network_id and l.letter_id = m.id and l.outcome is null
                                  left join correspondence.batch b on b.network_id = l.network_id and b.id = l.batch_id
                                  left join correspondence.address_mark k on k.network_id = m.network_id and k.lifted_at is null
                                       and k.address_key = correspondence.address_key(m.recipient_name, m.recipient_address)
                                 where m.state = :state and (:printed = '' or (coalesce(b.printed, 0) > 0) = (:printed = 'OUI'))
                                 order by case when m.state = 'A_ENVOYER' then m.created_at end, coalesce(m.sent_at, m.created_at) desc, m.id
                                 limit :limit offset :offset
                                """)
                        .param("state", view.state().name())
                        .param("printed", view.printed())
                        .param("limit", PAGE + 1)
                        .param("offset", (page - 1) * PAGE)
                        .query((row, _) -> {
                            var patient = row.getObject("patient_id", UUID.class);
                            if (patient != null && shown.size() < PAGE) shown.add(patient);
                            return line(row, patient, today, clinical, view);
                        })
                        .list();
        trail.listed("COURRIERS", shown);
        return new TrayPage(
                Arrays.stream(TrayView.values())
                        .map(v ->
                                new TrayPage.Tab(
                                        "/courriers?etat=" + v.name(),
                                        v.label(),
                                        counts.getOrDefault(v.name(), 0L),
                                        v == view,
                                        v == TrayView.ECHEC && counts.containsKey(v.name())))
                        .toList(),
                view.name(),
                view.state() == LetterState.A_ENVOYER,
                lines.size() > PAGE ? lines.subList(0, PAGE) : lines,
                page,
                lines.size() > PAGE,
                view.state() == LetterState.A_ENVOYER ? batches(today) : List.of(),
                today.toString(),
                error);
    }

    private static TrayPage.Line line(
            ResultSet row, @Nullable UUID patient, LocalDate today, boolean clinical, TrayView view)
            throws SQLException {
        var sent = row.getTimestamp("sent_at");
        var created = row.getTimestamp("created_at").toInstant();
        var at = sent == null ? created : sent.toInstant();
        var waits = view.state() == LetterState.A_ENVOYER;
        var batch = row.getString("batch_id");
        return new TrayPage.Line(
                row.getString("id"),
                CorrespondenceText.title(row.getString("kind"), row.getString("template_title")),
                row.getString("recipient_name"),
                RecipientKind.label(row.getString("recipient_kind")),
                row.getString("display_name"),
                patient == null ? null : "/dossiers/" + patient + "/courriers",
                FrenchDates.relative(at, today),
                FrenchDates.exact(at),
                waits
                        && created.atZone(FrenchDates.PARIS)
                                .toLocalDate()
                                .isBefore(today.minusDays(OLD)),
                CorrespondenceText.detail(
                        view.state(),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("sent_by"),
                        row.getString("cancelled_why"),
                        row.getString("returned_why")),
                clinical || !row.getBoolean("clinical"),
                waits
                        ? CorrespondenceText.address(
                                row.getString("recipient_address"),
                                row.getString("mark"),
                                row.getObject("mark_on", LocalDate.class))
                        : null,
                batch == null
                        ? null
                        : CorrespondenceText.standing(row.getInt("number"), row.getInt("printed")),
                batch == null ? null : "/courriers/lots/" + batch);
    }

    private List<TrayPage.BatchLine> batches(LocalDate today) {
        return sql.sql(
                        """
                        select b.id, b.number, b.printed, b.created_at, count(*) as left
                          from correspondence.batch b join correspondence.batch_letter l on l.network_id = b.network_id and l.batch_id = b.id
                         where l.outcome is null group by b.network_id, b.id order by b.number desc limit 20
                        """)
                .query((row, _) ->
                        new TrayPage.BatchLine(
                                "/courriers/lots/" + row.getString("id"),
                                CorrespondenceText.batch(row.getInt("number"))
                                        + ", "
                                        + FrenchDates.relative(
                                                row.getTimestamp("created_at").toInstant(), today),
                                CorrespondenceText.left(row.getInt("printed"), row.getInt("left")),
                                row.getInt("printed") > 0))
                .list();
    }

    /// Letters as they are printed, in the order asked; those not there are left out.
    @Transactional(readOnly = true)
    public List<LetterSheet> sheets(Collection<UUID> ids) {
        return sql.sql(
                        """
                        select network_id, patient_id, recipient_name, recipient_address, subject, body, rich, created_at, sent_at, created_by
                          from correspondence.outgoing_message where id = any (:ids) order by array_position(:ids, id)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> sheet(row))
                .list();
    }

    private LetterSheet sheet(ResultSet row) throws SQLException {
        return sheet(
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("rich"),
                row.getString("created_by"),
                false);
    }

    /// A letter of a structure, with its head.
    LetterSheet sheet(
            NetworkId id,
            Instant at,
            String name,
            @Nullable String address,
            String subject,
            String body,
            boolean rich,
            @Nullable String by,
            boolean draft) {
        var network = networks.get(id);
        // what is kept has no field left in it
        var known = draft ? fields.all() : Map.<String, Field>of();
        return new LetterSheet(
                lines(network.name(), network.address(), network.communeName(), network.phone()),
                place(network.communeName(), at),
                PostalAddress.lines(name, address),
                subject,
                LetterText.blocks(
                        body,
                        rich,
                        token -> CorrespondenceText.toComplete(token, known.get(token.name()))),
                by == null ? network.shortName() : by,
                networks.setting(Setting.LETTER_ADDRESS_LEFT, null),
                networks.setting(Setting.LETTER_ADDRESS_TOP, null),
                draft);
    }

    /// One letter. Throws `NotFound`.
    ///
    /// @param typed the name of the form last sent, opened again; empty for none
    @Transactional(readOnly = true)
    public LetterPage letter(UUID id, FormErrors errors, String typed) {
        return sql.sql(
                        """
                        select m.network_id, m.patient_id, m.recipient_name, m.recipient_address, m.kind, m.template_title, m.template_version, m.subject,
                               m.body, m.rich, m.state, m.channel, m.created_at, m.created_by, m.sent_at, m.sent_by, m.cancelled_why, m.returned_why,
                               m.returned_on, b.id as batch_id, b.number, b.printed, k.reason as mark, k.returned_on as mark_on
                          from correspondence.outgoing_message m
                          left join correspondence.batch_letter l on l.network_id = m.network_id and l.letter_id = m.id and l.outcome is null
                          left join correspondence.batch b on b.network_id = l.network_id and b.id = l.batch_id
                          left join correspondence.address_mark k on k.network_id = m.network_id and k.lifted_at is null
                               and k.address_key = correspondence.address_key(m.recipient_name, m.recipient_address)
                         where m.id = :id and m.state <> 'BROUILLON'
                        """)
                .param("id", id)
                .query((row, _) -> page(id, row, errors, typed))
                .optional()
                .orElseThrow(() -> new NotFound("courrier", id));
    }

    private LetterPage page(UUID id, ResultSet row, FormErrors errors, String typed)
            throws SQLException {
        var state = LetterState.valueOf(row.getString("state"));
        var patient = row.getObject("patient_id", UUID.class);
        var sent = row.getTimestamp("sent_at");
        var batch = row.getString("batch_id");
        var address = row.getString("recipient_address");
        var channel = Channel.valueOf(row.getString("channel"));
        var version = row.getString("template_version");
        return new LetterPage(
                id.toString(),
                sheet(row),
                CorrespondenceText.title(row.getString("kind"), row.getString("template_title")),
                version == null ? null : row.getString("template_title") + ", " + version,
                state == LetterState.ENVOYE ? CorrespondenceText.gone(channel) : state.label(),
                (sent == null || state != LetterState.ENVOYE
                                ? ""
                                : FrenchDates.exact(sent.toInstant()))
                        + orEmpty(
                                CorrespondenceText.detail(
                                        state,
                                        channel,
                                        row.getString("sent_by"),
                                        row.getString("cancelled_why"),
                                        row.getString("returned_why"))),
                state == LetterState.A_ENVOYER,
                state == LetterState.ENVOYE,
                state == LetterState.ECHEC,
                patient == null ? null : "/dossiers/" + patient,
                batch == null
                        ? null
                        : CorrespondenceText.standing(row.getInt("number"), row.getInt("printed")),
                batch == null ? null : "/courriers/lots/" + batch,
                state == LetterState.A_ENVOYER || state == LetterState.ECHEC
                        ? CorrespondenceText.address(
                                address,
                                row.getString("mark"),
                                row.getObject("mark_on", LocalDate.class))
                        : null,
                row.getString("mark") != null,
                address == null ? "" : address,
                events(id),
                CorrespondenceText.REASONS,
                Arrays.stream(ReturnReason.values())
                        .map(r -> new LetterPage.Choice(r.name(), r.label()))
                        .toList(),
                List.of(
                        new LetterPage.Choice(
                                Channel.REMISE_EN_MAIN.name(),
                                Typography.capital(Channel.REMISE_EN_MAIN.label())),
                        new LetterPage.Choice(
                                Channel.TELEPHONE.name(),
                                Typography.capital(Channel.TELEPHONE.label()))),
                LocalDate.now(clock).toString(),
                typed,
                errors);
    }

    private List<LetterPage.Event> events(UUID letter) {
        return sql.sql(
                        """
                        select kind, channel, on_date, words, by_name, at from correspondence.letter_event where letter_id = :id
                         order by at, id limit 200
                        """)
                .param("id", letter)
                .query((row, _) -> {
                    var what = Happened.valueOf(row.getString("kind"));
                    var channel = Channel.valueOf(row.getString("channel"));
                    return new LetterPage.Event(
                            what == Happened.ECHEC
                                    ? what.label() + Typography.NBSP + ": " + channel.label()
                                    : what.label(),
                            FrenchDates.date(row.getObject("on_date", LocalDate.class)),
                            row.getString("by_name"),
                            row.getString("words"));
                })
                .list();
    }

    /// A batch. Throws `NotFound`.
    @Transactional
    public BatchPage batch(UUID id, @Nullable String error) {
        var clinical = SignedIn.current().role().clinical();
        var shown = new ArrayList<UUID>();
        var lines =
                sql.sql(
                                """
                                select m.id, m.kind, m.template_title, m.recipient_name, m.recipient_kind, m.patient_id, m.clinical, m.state,
                                       l.outcome, i.display_name
                                  from correspondence.batch_letter l
                                  join correspondence.outgoing_message m on m.network_id = l.network_id and m.id = l.letter_id
                                  left join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
                                 where l.batch_id = :id order by l.rank
                                """)
                        .param("id", id)
                        .query((row, _) -> {
                            var patient = row.getObject("patient_id", UUID.class);
                            if (patient != null) shown.add(patient);
                            var outcome = row.getString("outcome");
                            return new BatchPage.Line(
                                    row.getString("id"),
                                    row.getString("recipient_name"),
                                    RecipientKind.label(row.getString("recipient_kind")),
                                    CorrespondenceText.title(
                                            row.getString("kind"), row.getString("template_title")),
                                    row.getString("display_name"),
                                    patient == null ? null : "/dossiers/" + patient + "/courriers",
                                    CorrespondenceText.outcome(
                                            outcome, LetterState.valueOf(row.getString("state"))),
                                    outcome == null,
                                    clinical || !row.getBoolean("clinical"));
                        })
                        .list();
        trail.listed("LOT_DE_COURRIERS", shown);
        int waiting = (int) lines.stream().filter(BatchPage.Line::waiting).count();
        return sql.sql(
                        "select number, two_sided, created_at, created_by, printed, printed_at, printed_by from correspondence.batch where id = :id")
                .param("id", id)
                .query((row, _) -> {
                    var printed = row.getTimestamp("printed_at");
                    return new BatchPage(
                            id.toString(),
                            Typography.capital(CorrespondenceText.batch(row.getInt("number"))),
                            FrenchDates.exact(row.getTimestamp("created_at").toInstant())
                                    + ", "
                                    + row.getString("created_by"),
                            printed == null
                                    ? null
                                    : CorrespondenceText.printed(
                                            row.getInt("printed"),
                                            FrenchDates.exact(printed.toInstant()),
                                            row.getString("printed_by")),
                            row.getBoolean("two_sided"),
                            CorrespondenceText.window(
                                    networks.setting(Setting.LETTER_ADDRESS_LEFT, null),
                                    networks.setting(Setting.LETTER_ADDRESS_TOP, null)),
                            waiting,
                            lines,
                            LocalDate.now(clock).toString(),
                            error);
                })
                .optional()
                .orElseThrow(() -> new NotFound("lot", id));
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

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : " " + words;
    }
}
