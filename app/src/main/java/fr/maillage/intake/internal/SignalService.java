package fr.maillage.intake.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Watches;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Alert indicators shared by hospitals and institutions (« signal de repérage »): what they see
/// becomes a request, then a watch at level 0 with a day of review, once the person is informed
/// (CSP L.1110-4); never an inclusion. Source: guide DGOS 2012, fiche D3 §2 and schema 2.
@Service
@Transactional
class SignalService {

    private static final int MOST = 40;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final ReferralFormReader reader;
    private final ReferralRows rows;
    private final Arrivals arrivals;
    private final Watches watches;
    private final Clock clock;

    SignalService(
            JdbcClient sql,
            JsonMapper json,
            ReferralFormReader reader,
            ReferralRows rows,
            Arrivals arrivals,
            Watches watches,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.reader = reader;
        this.rows = rows;
        this.arrivals = arrivals;
        this.watches = watches;
        this.clock = clock;
    }

    /// The structure's list, or the one proposed.
    @Transactional(readOnly = true)
    public List<String> kinds() {
        var own =
                sql.sql("select label from intake.signal_kind order by rank")
                        .query((row, _) -> row.getString("label"))
                        .list();
        return own.isEmpty() ? SignalText.PROPOSED : own;
    }

    /// Replaces the structure's list, one signal a line; nothing: the one proposed again. Throws
    /// [FormRefused].
    void change(Sent form) {
        var labels =
                form.text("lines", 8000)
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList();
        if (labels.stream().anyMatch(l -> l.length() > 200))
            form.errors().add("lines", IntakeText.TOO_LONG);
        FormRefused.unless(form.errors());
        sql.sql("delete from intake.signal_kind").update();
        if (labels.equals(SignalText.PROPOSED)) return;
        sql.sql(
                        "insert into intake.signal_kind (rank, label) select x.rank, x.label from unnest(cast(:labels as text[])) with ordinality as x(label, rank)")
                .param("labels", labels.toArray(String[]::new))
                .update();
    }

    /// A signal as a member of the team takes it: a request, and a watch when the person is
    /// informed and agrees. Somebody followed already stays as they are: the signal is among their
    /// requests. Returns the request. Throws [FormRefused].
    UUID note(ReferralForm typed, Sent form) {
        var errors = form.errors();
        var signals = signals(form, errors);
        var review = form.day("reviewOn").orElse(null);
        if (review == null || !review.isAfter(LocalDate.now(clock)))
            errors.add("reviewOn", SignalText.REVIEW);
        if (form.text("theme").isEmpty()) errors.add("theme", SignalText.THEME);
        var request = reader.read(asRequest(typed, signals), errors);
        if (request == null || !errors.none() || review == null) throw new FormRefused(errors);
        var id = arrivals.receive(request, Ids.parse(typed.arrival()).orElse(null));
        sql.sql("update intake.referral set signals = cast(:signals as text[]) where id = :id")
                .param("signals", signals.toArray(String[]::new))
                .param("id", id)
                .update();
        var patient = rows.get(id).patient();
        if (patient != null && request.agreement() == Agreement.INFORMEE_ACCORD)
            watches.open(
                    patient,
                    new Watches.Watch(id, form.text("theme"), review, SignalText.words(signals)));
        return id;
    }

    /// A signal as somebody of an establishment sends it: kept as typed, touching no file, until
    /// the team checked who it is about. Throws [FormRefused].
    void send(ReferralForm typed, Sent form) {
        var errors = form.errors();
        var signals = signals(form, errors);
        if (typed.birthName().isBlank() || typed.givenNames().isBlank())
            errors.add("birthName", SignalText.NAME);
        if (Codes.of(Agreement.class, typed.agreement()).isEmpty())
            errors.add("agreement", SignalText.INFORMED);
        if (Codes.of(AskerQuality.class, typed.askerQuality()).isEmpty())
            errors.add("askerQuality", IntakeText.QUALITY);
        if (typed.note().length() > 2000) errors.add("note", IntakeText.TOO_LONG);
        FormRefused.unless(errors);
        var kept = PublicForm.fieldsOf(asRequest(typed, signals));
        kept.put("asker", SignedIn.current().displayName());
        kept.put("signals", signals);
        sql.sql(
                        """
                        insert into intake.arrival (id, received_at, door, code_hash, fields, urgency) values (:id, :now, 'REPERAGE', '', cast(:fields as jsonb), 'NORMALE')
                        """)
                .param("id", Ids.next())
                .param("now", Timestamp.from(clock.instant()))
                .param("fields", json.writeValueAsString(kept))
                .update();
    }

    private List<String> signals(Sent form, FormErrors errors) {
        var kinds = kinds();
        var chosen = form.all("signals").stream().filter(kinds::contains).toList();
        if (chosen.isEmpty()) errors.add("signals", SignalText.CHOOSE);
        return chosen;
    }

    /// The same as a request of the door « repérage », its signals first in the note.
    private static ReferralForm asRequest(ReferralForm typed, List<String> signals) {
        var words = SignalText.words(signals);
        var note =
                typed.note().isBlank() || typed.note().startsWith(words)
                        ? words
                        : words + ". " + typed.note();
        return new ReferralForm(
                typed.asker(),
                typed.askerRpps(),
                typed.askerQuality(),
                typed.askerStructure(),
                typed.askerPhone(),
                typed.subject(),
                typed.nearSeen(),
                typed.patient(),
                typed.birthName(),
                typed.givenNames(),
                typed.sex(),
                typed.birthDate(),
                typed.commune(),
                typed.personPhone(),
                typed.mtName(),
                List.of(Motive.AUTRE.name()),
                typed.ownWords(),
                "",
                note,
                "REPERAGE",
                "NORMALE",
                typed.agreement(),
                typed.agreementReason(),
                typed.mt().isBlank() ? "A_PREVENIR" : typed.mt(),
                "",
                typed.arrival());
    }

    /// Structures somebody of an establishment may tell: those where they have an account.
    static List<NetworkId> open() {
        return SignedIn.current().networks().stream().sorted().map(NetworkId::new).toList();
    }
}
