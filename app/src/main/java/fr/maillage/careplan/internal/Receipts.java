package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PpsChanged;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.correspondence.LetterReached;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// « Accusé de réception »: that the attending doctor has the plan an opinion is asked on. The page
/// being opened tells it, a letter handed over or read out on the telephone too; anything else is
/// written down. Silence without it calls for another way than the one used; silence after it calls
/// for an answer.
@Service
@Transactional
class Receipts {

    private static final String APPLICATION = "Maillage";

    private final JdbcClient sql;
    private final PpsRepository plans;
    private final CaseFiles files;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Receipts(
            JdbcClient sql,
            PpsRepository plans,
            CaseFiles files,
            Patients patients,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.files = files;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Every line about a plan, those taken back included, latest first.
    @Transactional(readOnly = true)
    List<Receipt> of(UUID pps) {
        return sql.sql(
                        """
                        select id, received_on, way, by_name, words, recorded_by, recorded_at, withdrawn_by
                          from careplan.receipt where pps_id = :pps order by recorded_at desc, id desc
                        """)
                .param("pps", pps)
                .query((row, _) -> receipt(row))
                .list();
    }

    /// The earliest sign that the plan, as it was last submitted, was received.
    static Optional<Receipt> first(Pps pps, List<Receipt> all) {
        return all.stream().filter(r -> r.counts(pps)).min(Comparator.comparing(Receipt::on));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getObject("received_on", LocalDate.class),
                ReceiptWay.valueOf(row.getString("way")),
                row.getString("by_name"),
                row.getString("words"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("withdrawn_by"));
    }

    /// Writes one down: fields `on`, `way`, `by`, `words`. Throws `FormRefused`.
    void note(UUID id, Sent form) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), Part.PPS);
        var today = LocalDate.now(clock);
        var on = form.requiredDay("on", today);
        var way = ReceiptWay.typed(form.text("way"));
        var by = form.required("by", 200);
        var words = form.orNull("words", 2_000);
        if (way.isEmpty()) form.errors().add("way", ReceiptText.WAY);
        if (on.isAfter(today)) form.errors().add("on", ReceiptText.LATER);
        var asked = asked(pps);
        if (!pps.receiptAwaited() || asked == null) form.errors().add("on", ReceiptText.NOT_ASKED);
        else if (on.isBefore(asked)) form.errors().add("on", ReceiptText.before(asked));
        FormRefused.unless(form.errors());
        add(pps, on, way.orElseThrow(), by, words, SignedIn.current().displayName());
    }

    /// The attending doctor opened the page of a plan; the first time says it, the others nothing
    /// more.
    void opened(UUID id) {
        var pps = plans.lock(id);
        if (!pps.receiptAwaited()
                || of(id).stream().anyMatch(r -> r.way() == ReceiptWay.PAGE && r.counts(pps)))
            return;
        var who = SignedIn.current().displayName();
        add(pps, LocalDate.now(clock), ReceiptWay.PAGE, who, null, who);
    }

    /// The request of an opinion was handed over, or read out on the telephone.
    @EventListener
    void on(LetterReached event) {
        var about = event.about();
        if (about == null
                || event.patient() == null
                || !event.kind().equals("AVIS_PPS")
                || !event.recipientKind().equals("MEDECIN_TRAITANT")) return;
        var pps = plans.lock(about);
        var asked = asked(pps);
        var way =
                switch (event.channel()) {
                    case TELEPHONE -> ReceiptWay.TELEPHONE;
                    case REMISE_EN_MAIN -> ReceiptWay.REMISE;
                    case COURRIER, MSSANTE -> null;
                };
        if (way == null || asked == null || !pps.receiptAwaited()) return;
        var doctor = patients.get(pps.patient()).mtName();
        add(
                pps,
                event.on().isBefore(asked) ? asked : event.on(),
                way,
                doctor == null ? ReceiptText.DOCTOR : doctor,
                null,
                SignedIn.find().map(SignedIn::displayName).orElse(APPLICATION));
    }

    /// Takes back one written by mistake. Throws `NotFound` for one that is not, or no longer, on
    /// this plan.
    void withdraw(UUID id, UUID receipt) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), Part.PPS);
        var done =
                sql.sql(
                                "update careplan.receipt set withdrawn_at = :now, withdrawn_by = :by where id = :id and pps_id = :pps and withdrawn_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("id", receipt)
                        .param("pps", id)
                        .update();
        if (done == 0) throw new NotFound("accusé de réception", receipt);
        tell(pps, ReceiptText.withdrawn(pps.number()), null);
    }

    private static @Nullable LocalDate asked(Pps pps) {
        var at = pps.submittedAt();
        return at == null ? null : LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    private void add(
            Pps pps,
            LocalDate on,
            ReceiptWay way,
            String by,
            @Nullable String words,
            String recordedBy) {
        sql.sql(
                        """
                        insert into careplan.receipt (id, pps_id, received_on, way, by_name, words, recorded_by, recorded_at)
                        values (:id, :pps, :on, :way, :by, :words, :recordedBy, :now)
                        """)
                .param("id", Ids.next())
                .param("pps", pps.id())
                .param("on", on)
                .param("way", way.name())
                .param("by", by)
                .param("words", words, java.sql.Types.VARCHAR)
                .param("recordedBy", recordedBy)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tell(pps, ReceiptText.received(pps.number()), ReceiptText.sentence(on, way, by));
    }

    private void tell(Pps pps, String title, @Nullable String detail) {
        timeline.add(
                pps.patient(),
                Timeline.Kind.PPS,
                title,
                detail,
                PpsScreens.base(pps.patient()) + "/" + pps.id(),
                true);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", pps.id());
        events.publishEvent(
                new PpsChanged(
                        Objects.requireNonNull(Tenancy.current().acting()),
                        pps.id(),
                        pps.patient(),
                        clock.instant()));
    }
}
