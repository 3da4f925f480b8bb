package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.Rights;
import fr.maillage.documents.internal.DepositPage.Choice;
import fr.maillage.documents.internal.Reception.Turned;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.TrayCount;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The form that adds documents, the tray of those without a name, and the persons they may be
/// filed to.
@Component
class DepositScreens implements TrayCount {

    private static final int WAITING = 200;
    private static final Duration LONG = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Clock clock;
    private final Patients patients;
    private final Trail trail;
    private final Rights rights;
    private final Inspector inspector;

    DepositScreens(
            JdbcClient sql,
            Clock clock,
            Patients patients,
            Trail trail,
            Rights rights,
            Inspector inspector) {
        this.sql = sql;
        this.clock = clock;
        this.patients = patients;
        this.trail = trail;
        this.rights = rights;
        this.inspector = inspector;
    }

    @Override
    public Tray tray() {
        return Tray.DOCUMENTS;
    }

    @Override
    @Transactional(readOnly = true)
    public int waiting() {
        return sql.sql(
                        "select count(*) from documents.document where patient_id is null and removed_at is null")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The form to add documents to a file, or to the tray when `file` is null.
    DepositPage deposit(
            @Nullable OpenFile file,
            DepositForm form,
            FormErrors errors,
            List<DepositPage.Kept> kept,
            List<Turned> turned) {
        var back =
                file == null
                        ? "/documents/a-classer"
                        : "/dossiers/" + file.patient() + "/documents";
        return new DepositPage(
                file == null ? null : file.banner(),
                back,
                back,
                form,
                errors,
                types(),
                marks(),
                file == null ? List.of() : rights(file.patient()),
                file != null && SignedIn.current().role().clinical(),
                DocumentsText.size(inspector.limit()),
                inspector.limit(),
                inspector.checksViruses()
                        ? DocumentsText.WITH_ANTIVIRUS
                        : DocumentsText.NO_ANTIVIRUS,
                !inspector.checksViruses(),
                kept,
                turned.stream().map(t -> DocumentsText.of(t.name(), t.why())).toList());
    }

    /// What waits in the tray, longest first.
    @Transactional(readOnly = true)
    public WaitingPage tray(DepositPage deposit) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var lines =
                sql
                        .sql(
                                "select "
                                        + Stored.COLUMNS
                                        + Stored.FROM
                                        + """
                                         where d.patient_id is null and d.removed_at is null order by d.deposited_at, d.id limit :limit
                                        """)
                        .param("limit", WAITING)
                        .query(Stored::of)
                        .list()
                        .stream()
                        .map(d ->
                                new WaitingPage.Waiting(
                                        "/documents/" + d.id(),
                                        d.title(),
                                        DocumentScreens.nature(d),
                                        d.depositedBy(),
                                        FrenchDates.relative(d.depositedAt(), today),
                                        FrenchDates.exact(d.depositedAt()),
                                        d.depositedAt().isBefore(now.minus(LONG)),
                                        d.source() == null ? "" : d.source()))
                        .toList();
        var count = waiting();
        return new WaitingPage(lines, DocumentsText.waiting(count), count > lines.size(), deposit);
    }

    /// Persons near what was typed, to file a document to; leaves a line in the trail.
    DocumentPage.Filing filing(String typed, String chosen) {
        if (typed.isBlank()) return new DocumentPage.Filing(typed, false, List.of(), chosen);
        var near = patients.near(typed, 10);
        trail.listed("PERSONNES PROCHES", near.stream().map(n -> n.id().value()).toList());
        var today = LocalDate.now(clock);
        return new DocumentPage.Filing(
                typed,
                true,
                near.stream()
                        .map(n ->
                                new DocumentPage.Person(
                                        n.id().toString(),
                                        n.displayName(),
                                        detail(
                                                n.birthDate(),
                                                n.communeName(),
                                                n.deceasedOn(),
                                                today)))
                        .toList(),
                chosen);
    }

    private static String detail(
            @Nullable LocalDate birth,
            @Nullable String commune,
            @Nullable LocalDate died,
            LocalDate today) {
        var words = new ArrayList<String>();
        if (birth != null) words.add(FrenchDates.numeric(birth));
        if (birth != null && died == null) words.add(FrenchDates.age(birth, today));
        if (commune != null) words.add(commune);
        if (died != null) words.add("décédé(e) le " + FrenchDates.date(died));
        return String.join(", ", words);
    }

    static List<Choice> types() {
        return Arrays.stream(DocumentType.values())
                .map(type ->
                        new Choice(
                                type.name(),
                                type.label(),
                                DocumentsText.audience(Audience.of(type.audience()))))
                .toList();
    }

    /// Rights a document may be the paper of.
    List<Choice> rights(PatientId patient) {
        return rights.of(patient).stream()
                .map(right -> new Choice(right.id().toString(), right.words(), ""))
                .toList();
    }

    static List<Choice> marks() {
        return Audience.MARKS.stream()
                .map(mark -> new Choice(mark, DocumentsText.mark(mark), ""))
                .toList();
    }
}
