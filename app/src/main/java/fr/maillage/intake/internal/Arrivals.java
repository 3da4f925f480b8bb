package fr.maillage.intake.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.IncomingFiles;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What came by the public page: kept as it was typed, touching no file, until somebody of the team
/// checked who it is about.
@Service
@Transactional
class Arrivals {

    /// How many a page shows, the oldest first.
    static final int SHOWN = 100;

    private static final String SIGNS =
            "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // read aloud without doubt
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final IncomingFiles files;
    private final ReferralService referrals;
    private final ReferralRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Arrivals(
            JdbcClient sql,
            JsonMapper json,
            IncomingFiles files,
            ReferralService referrals,
            ReferralRows rows,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.files = files;
        this.referrals = referrals;
        this.rows = rows;
        this.clock = clock;
    }

    /// @param code told once to the sender; the base keeps its digest
    record Taken(int number, String code, Instant at) {}

    /// Keeps what was sent, with its files. Throws `FormRefused` when a file is not taken: then
    /// nothing is kept.
    Taken take(PublicForm form, List<MultipartFile> sent) {
        var documents = files.keep(sent, PublicText.SOURCE + ", " + form.request().asker());
        var code = code();
        var now = clock.instant();
        var number =
                sql.sql(
                                """
                                insert into intake.arrival (id, received_at, door, code_hash, fields, asker_email, urgency, documents)
                                values (:id, :now, 'FORMULAIRE', :hash, cast(:fields as jsonb), :email, :urgency, :documents) returning number
                                """)
                        .param("id", Ids.next())
                        .param("now", Timestamp.from(now))
                        .param("hash", Sha256.of(code))
                        .param("fields", json.writeValueAsString(form.fields()))
                        .param(
                                "email",
                                form.email().isEmpty() ? null : form.email(),
                                java.sql.Types.VARCHAR)
                        .param("urgency", form.request().urgency())
                        .param("documents", documents.toArray(UUID[]::new))
                        .query((row, _) -> row.getInt("number"))
                        .single();
        return new Taken(number, code, now);
    }

    private String code() {
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return text.toString();
    }

    /// Where a request stands, for who holds both its number and its code; nothing of its content.
    @Transactional(readOnly = true)
    Optional<PublicPage.Stage> state(int number, String code) {
        return sql.sql(
                        """
                        select a.state, r.status from intake.arrival a left join intake.referral r on r.network_id = a.network_id and r.id = a.referral_id
                        where a.number = :number and a.code_hash = :hash
                        """)
                .param("number", number)
                .param("hash", Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")))
                .query((row, _) ->
                        switch (row.getString("state")) {
                            case "ECARTEE" -> PublicText.DISMISSED;
                            case "VERIFIEE" ->
                                    Status.valueOf(row.getString("status")).open()
                                            ? PublicText.CHECKED
                                            : PublicText.ANSWERED;
                            default -> PublicText.RECEIVED;
                        })
                .optional();
    }

    /// What waits to be checked, the most urgent first, then the oldest.
    @Transactional(readOnly = true)
    List<PublicPage.Waiting> waiting() {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select id, number, received_at, fields, urgency, cardinality(documents) as files, door from intake.arrival
                        where state = 'A_VERIFIER' order by urgency = 'URGENTE' desc, received_at, id limit :most
                        """)
                .param("most", SHOWN)
                .query((row, _) -> waiting(row, today))
                .list();
    }

    private PublicPage.Waiting waiting(ResultSet row, LocalDate today) throws SQLException {
        var form = PublicForm.again(json.readValue(row.getString("fields"), FIELDS), "");
        var at = row.getTimestamp("received_at").toInstant();
        var urgency = row.getString("urgency");
        return new PublicPage.Waiting(
                row.getString("id"),
                row.getString("number"),
                form.birthName().toUpperCase(Locale.FRENCH) + " " + form.givenNames(),
                form.asker()
                        + (form.askerStructure().isBlank() ? "" : ", " + form.askerStructure()),
                FrenchDates.relative(at, today),
                FrenchDates.exact(at),
                Codes.of(Codes.Degree.class, urgency).map(Codes.Degree::label).orElse(""),
                urgency.equals("URGENTE"),
                row.getInt("files"),
                row.getString("door").equals("REPERAGE"));
    }

    /// One that waits, as the counter's form. Throws `NotFound` when it does not, or no longer.
    @Transactional(readOnly = true)
    ReferralForm form(UUID arrival) {
        return sql.sql("select fields from intake.arrival where id = :id and state = 'A_VERIFIER'")
                .param("id", arrival)
                .query((row, _) ->
                        PublicForm.again(
                                json.readValue(row.getString(1), FIELDS), arrival.toString()))
                .optional()
                .orElseThrow(() -> new NotFound("demande en ligne", arrival));
    }

    /// What the signal of an establishment said.
    @Transactional(readOnly = true)
    List<String> signals(UUID arrival) {
        return sql.sql(
                        "select s.label from intake.arrival a cross join jsonb_array_elements_text(a.fields -> 'signals') as s(label) where a.id = :id")
                .param("id", arrival)
                .query((row, _) -> row.getString("label"))
                .list();
    }

    /// The files that came with it.
    @Transactional(readOnly = true)
    List<UUID> documents(UUID arrival) {
        return sql.sql("select documents from intake.arrival where id = :id")
                .param("id", arrival)
                .query((row, _) -> ids(row.getArray(1)))
                .optional()
                .orElse(List.of());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }

    /// Records a request, and, when it came by the public page, that it is checked; its files go to
    /// the person. Returns the request's id. Throws `FormRefused` when a colleague was first.
    UUID receive(NewReferral request, @Nullable UUID arrival) {
        if (arrival == null) return referrals.receive(request);
        open(arrival);
        var id = referrals.receive(request);
        sql.sql(
                        "update intake.arrival set state = 'VERIFIEE', referral_id = :referral, handled_at = :now, handled_by = :by where id = :id")
                .param("referral", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("id", arrival)
                .update();
        var patient = rows.get(id).patient();
        var documents = documents(arrival);
        if (patient != null && !documents.isEmpty()) files.file(documents, patient);
        return id;
    }

    /// Not a request, or of nobody: set aside with why. Its files stay in the tray.
    void dismiss(UUID arrival, String why) {
        if (why.isBlank()) throw new FormRefused(new FormErrors().add("why", PublicText.WHY));
        if (why.length() > 500)
            throw new FormRefused(new FormErrors().add("why", IntakeText.TOO_LONG));
        open(arrival);
        sql.sql(
                        "update intake.arrival set state = 'ECARTEE', dismissed_why = :why, handled_at = :now, handled_by = :by where id = :id")
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("id", arrival)
                .update();
    }

    private void open(UUID arrival) {
        var state =
                sql.sql("select state from intake.arrival where id = :id for update")
                        .param("id", arrival)
                        .query((row, _) -> row.getString(1))
                        .optional()
                        .orElseThrow(() -> new NotFound("demande en ligne", arrival));
        if (!state.equals("A_VERIFIER"))
            throw new FormRefused(new FormErrors().add("arrival", PublicText.ALREADY));
    }
}
