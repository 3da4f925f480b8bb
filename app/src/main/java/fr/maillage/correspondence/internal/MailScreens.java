package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import fr.maillage.web.TrayCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
    private final Trail trail;
    private final LetterSheets sheets;
    private final BatchScreens batches;

    MailScreens(
            JdbcClient sql, Clock clock, Trail trail, LetterSheets sheets, BatchScreens batches) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.sheets = sheets;
        this.batches = batches;
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
                view.state() == LetterState.A_ENVOYER ? batches.left(today) : List.of(),
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
                waits || view.state() == LetterState.ECHEC
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
                sheets.of(row),
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

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : " " + words;
    }
}
