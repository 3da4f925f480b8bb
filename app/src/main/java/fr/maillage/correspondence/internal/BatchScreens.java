package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Batches, as the tray and their own page show them.
@Component
class BatchScreens {

    private final JdbcClient sql;
    private final Clock clock;
    private final Networks networks;
    private final Trail trail;

    BatchScreens(JdbcClient sql, Clock clock, Networks networks, Trail trail) {
        this.sql = sql;
        this.clock = clock;
        this.networks = networks;
        this.trail = trail;
    }

    /// Those of which something is left to post, latest first.
    List<TrayPage.BatchLine> left(LocalDate today) {
        return sql.sql(
                        """
                        select b.id, b.number, b.printed, b.created_at, count(*) as left
                          from correspondence.batch b join correspondence.batch_letter l on l.network_id = b.network_id and l.batch_id = b.id
                         where l.outcome is null group by b.network_id, b.id order by b.number desc limit 20
                        """)
                .query((row, _) ->
                        new TrayPage.BatchLine(
                                "/courriers/lots/" + row.getString("id"),
                                Typography.capital(CorrespondenceText.batch(row.getInt("number")))
                                        + ", "
                                        + FrenchDates.relative(
                                                row.getTimestamp("created_at").toInstant(), today),
                                CorrespondenceText.left(row.getInt("printed"), row.getInt("left")),
                                row.getInt("printed") > 0))
                .list();
    }

    /// A batch. Throws `NotFound`.
    @Transactional
    public BatchPage page(UUID id, @Nullable String error) {
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
}
