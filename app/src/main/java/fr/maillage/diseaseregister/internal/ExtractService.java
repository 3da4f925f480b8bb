package fr.maillage.diseaseregister.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.diseaseregister.internal.RegisterStore.Status;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Masked;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import fr.maillage.platform.Sealing;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What goes out of a register: lines under a pseudonym, or masked counts. An extract says for whom
/// and what for before it can be taken; nothing of it is kept, so that who objects afterwards is in
/// no later one; each time it is taken is a line that never changes.
@Service
@Transactional
class ExtractService {

    static final String LINES = "LIGNES";
    static final String COUNTS = "COMPTES";

    private final JdbcClient sql;
    private final RegisterStore registers;
    private final CaseStore cases;
    private final ExtractFiles files;
    private final Territories territories;
    private final Sealing sealing;
    private final Trail trail;
    private final Clock clock;

    ExtractService(
            JdbcClient sql,
            RegisterStore registers,
            CaseStore cases,
            ExtractFiles files,
            Territories territories,
            Sealing sealing,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.registers = registers;
        this.cases = cases;
        this.files = files;
        this.territories = territories;
        this.sealing = sealing;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param takings each time it was taken, the latest first
    record Extract(
            UUID id,
            UUID register,
            String kind,
            String recipient,
            String purpose,
            String ground,
            String by,
            Instant at,
            List<Taking> takings) {}

    record Taking(Instant at, String by, int version, String format, int cases, String sha256) {}

    /// Prepares one. Refused without a recipient, a purpose and a ground, and line by line while
    /// the register holds so few cases that somebody would be known again.
    void prepare(UUID register, Typed typed) {
        registers.lock(register);
        var errors = new FormErrors();
        var kind = typed.text("kind");
        if (!kind.equals(LINES) && !kind.equals(COUNTS)) errors.add("kind", WebText.CHOOSE);
        needed(typed, "recipient", RegisterText.RECIPIENT, errors);
        needed(typed, "purpose", RegisterText.PURPOSE, errors);
        needed(typed, "ground", RegisterText.GROUND, errors);
        if (RegisterStore.in(registers.versions(register), Status.PUBLIE).isEmpty())
            errors.add("kind", RegisterText.NOT_PUBLISHED);
        else if (kind.equals(LINES) && cases.of(register).size() < Masked.THRESHOLD)
            errors.add("kind", RegisterText.TOO_FEW);
        FormRefused.unless(errors);
        sql.sql(
                        """
                        insert into diseaseregister.extract (id, register_id, kind, recipient, purpose, ground, asked_by, asked_at)
                        values (:id, :register, :kind, :recipient, :purpose, :ground, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("register", register)
                .param("kind", kind)
                .param("recipient", typed.text("recipient"))
                .param("purpose", typed.text("purpose"))
                .param("ground", typed.text("ground"))
                .param("by", DefinitionService.who())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static void needed(Typed typed, String field, String sentence, FormErrors errors) {
        if (typed.text(field).isEmpty()) errors.add(field, sentence);
        if (typed.text(field).length() > FormFields.LINE) errors.add(field, WebText.LINE_TOO_LONG);
    }

    /// Those of a register, the latest first.
    @Transactional(readOnly = true)
    public List<Extract> of(UUID register) {
        var takings =
                sql.sql(
                                """
                                select d.* from diseaseregister.delivery d join diseaseregister.extract e on e.network_id = d.network_id and e.id = d.extract_id
                                 where e.register_id = :register order by d.taken_at desc, d.id desc limit 1000
                                """)
                        .param("register", register)
                        .query((row, _) ->
                                Map.entry(
                                        row.getObject("extract_id", UUID.class),
                                        new Taking(
                                                row.getTimestamp("taken_at").toInstant(),
                                                row.getString("taken_by"),
                                                row.getInt("definition"),
                                                row.getString("format"),
                                                row.getInt("cases"),
                                                row.getString("sha256"))))
                        .list();
        return sql.sql(
                        "select * from diseaseregister.extract where register_id = :register order by asked_at desc, id desc limit 200")
                .param("register", register)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Extract(
                            id,
                            register,
                            row.getString("kind"),
                            row.getString("recipient"),
                            row.getString("purpose"),
                            row.getString("ground"),
                            row.getString("asked_by"),
                            row.getTimestamp("asked_at").toInstant(),
                            takings.stream()
                                    .filter(t -> t.getKey().equals(id))
                                    .map(Map.Entry::getValue)
                                    .toList());
                })
                .list();
    }

    /// Takes an extract, as it is today. Throws `NotFound`, and `FormRefused` when meanwhile too
    /// few cases are left.
    ///
    /// @param csv the lines alone, else a workbook with its documentation
    byte[] take(UUID register, UUID extract, boolean csv) {
        var asked =
                of(register).stream()
                        .filter(e -> e.id().equals(extract))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("extrait", extract));
        var version =
                RegisterStore.in(registers.versions(register), Status.PUBLIE)
                        .orElseThrow(() -> new NotFound("définition", register));
        var held = cases.of(register);
        var today = LocalDate.now(clock);
        var tree = territories.tree(registers.region(version.definition().head().area()), today);
        var content =
                asked.kind().equals(COUNTS)
                        ? files.counts(
                                asked,
                                version,
                                Figures.of(
                                        version.definition(),
                                        held,
                                        tree,
                                        today.getYear() - DiseaseRegisterScreens.YEARS + 1,
                                        today),
                                tree.sources())
                        : lines(asked, version, held, tree, csv);
        sql.sql(
                        """
                        insert into diseaseregister.delivery (id, extract_id, definition, format, cases, sha256, taken_by, taken_at)
                        values (:id, :extract, :definition, :format, :cases, :sha256, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("extract", extract)
                .param("definition", version.number())
                .param("format", csv ? "CSV" : "XLSX")
                .param("cases", held.size())
                .param("sha256", HexFormat.of().formatHex(Sha256.of(content)))
                .param("by", DefinitionService.who())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (asked.kind().equals(LINES))
            trail.exported(
                    "EXTRAIT DE REGISTRE", held.stream().map(Case::patient).toList(), extract);
        return content;
    }

    private byte[] lines(
            Extract asked, RegisterStore.Version version, List<Case> held, Tree tree, boolean csv) {
        if (held.size() < Masked.THRESHOLD) throw FormRefused.because("kind", RegisterText.TOO_FEW);
        var names = pseudonyms(asked.register());
        var lines = ExtractLines.of(version.definition(), held, tree, names);
        return csv ? files.csv(lines) : files.workbook(asked, version, lines);
    }

    private Pseudonyms pseudonyms(UUID register) {
        return new Pseudonyms(
                sealing.keyOf(
                        "registre de pathologie "
                                + SignedIn.current().network().value()
                                + " "
                                + register));
    }
}
