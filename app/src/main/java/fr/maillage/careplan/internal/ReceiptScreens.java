package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.ReceiptPage.Step;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of the « accusé de réception », and the three steps of a plan on its way to an opinion.
@Component
@Transactional(readOnly = true)
class ReceiptScreens {

    private final Receipts receipts;
    private final PpsRepository plans;
    private final Patients patients;
    private final CaseFiles files;
    private final Networks networks;
    private final Clock clock;

    ReceiptScreens(
            Receipts receipts,
            PpsRepository plans,
            Patients patients,
            CaseFiles files,
            Networks networks,
            Clock clock) {
        this.receipts = receipts;
        this.plans = plans;
        this.patients = patients;
        this.files = files;
        this.networks = networks;
        this.clock = clock;
    }

    /// The plan of this address was opened for the person of `file`.
    ReceiptPage page(OpenFile file, UUID id, Sent form) {
        var pps = plans.get(id);
        var today = LocalDate.now(clock);
        var all = receipts.of(id);
        var person = patients.get(pps.patient());
        var doctor = person.mtName();
        return new ReceiptPage(
                file.banner(),
                PpsScreens.base(pps.patient()) + "/" + id,
                "version " + pps.number(),
                steps(pps, all, today),
                pps.receiptAwaited() ? null : ReceiptText.NOT_ASKED,
                doctor == null ? "" : doctor,
                phone(person),
                Arrays.stream(ReceiptWay.values())
                        .filter(ReceiptWay::noted)
                        .map(w ->
                                new ReceiptPage.Way(
                                        w.name(),
                                        w.label(),
                                        form.text("way").isEmpty()
                                                ? w == ReceiptWay.TELEPHONE
                                                : w.name().equals(form.text("way"))))
                        .toList(),
                all.stream().map(r -> line(r, pps)).toList(),
                form,
                today.toString());
    }

    private static ReceiptPage.Line line(Receipt r, Pps pps) {
        return new ReceiptPage.Line(
                r.id().toString(),
                ReceiptText.sentence(r.on(), r.way(), r.by()),
                r.words(),
                r.recordedBy(),
                r.counts(pps),
                r.withdrawn());
    }

    private static String phone(Patients.Patient person) {
        var phone = person.mtPhone();
        return phone == null ? "" : PhoneNumber.written(phone);
    }

    /// Sent, received, opinion; none for a plan nobody was asked about.
    List<Step> steps(Pps pps) {
        return steps(pps, receipts.of(pps.id()), LocalDate.now(clock));
    }

    private List<Step> steps(Pps pps, List<Receipt> all, LocalDate today) {
        var at = pps.submittedAt();
        if (at == null
                || pps.draft()
                || pps.opinion() == Opinion.SANS_OBJET
                || pps.opinion() == Opinion.NON_DEMANDE) return List.of();
        var sent = LocalDate.ofInstant(at, FrenchDates.PARIS);
        var received = Receipts.first(pps, all);
        var answered = pps.opinion() != Opinion.ATTENDU;
        return List.of(
                new Step(ReceiptText.SENT, "le " + FrenchDates.date(sent), "is-done", false),
                received.map(r ->
                                new Step(
                                        ReceiptText.RECEIVED,
                                        ReceiptText.sentence(r.on(), r.way(), r.by()),
                                        "is-done",
                                        false))
                        .orElseGet(() ->
                                answered
                                        ? new Step(
                                                ReceiptText.RECEIVED,
                                                ReceiptText.WITH_OPINION,
                                                "is-done",
                                                false)
                                        : new Step(
                                                ReceiptText.RECEIVED,
                                                silence(pps, sent, today),
                                                "",
                                                true)),
                new Step(
                        ReceiptText.OPINION,
                        answered ? PpsText.of(pps.opinion()) : ReceiptText.AWAITED,
                        answered ? "is-done" : "",
                        !answered && received.isPresent()));
    }

    /// Past the threshold of the structure, another way is suggested.
    private String silence(Pps pps, LocalDate sent, LocalDate today) {
        var days = ChronoUnit.DAYS.between(sent, today);
        var level = files.current(pps.patient()).map(CaseFiles.Support::level).orElse(null);
        return days < networks.setting(Setting.RECEIPT_DAYS, level)
                ? ReceiptText.NO_RECEIPT
                : ReceiptText.silent(days)
                        + PpsText.COLON
                        + ReceiptText.otherWay(phone(patients.get(pps.patient())));
    }
}
