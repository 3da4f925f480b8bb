package fr.maillage.followup.internal.liaison;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.internal.SignificantFacts;
import fr.maillage.kernel.Ids;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What those around a person write for one another. Call within the structure of the file.
@Service
@Transactional
class Notebook {

    private static final int LONGEST = 10_000;

    private final JdbcClient sql;
    private final CaseFiles files;
    private final SignificantFacts facts;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    Notebook(
            JdbcClient sql,
            CaseFiles files,
            SignificantFacts facts,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.facts = facts;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Writes a line; answers what was done, in words. Throws `FormRefused`.
    String write(NotebookReader writer, Sent form) {
        var errors = new FormErrors();
        var words = form.text("words");
        if (words.isEmpty()) errors.add("words", LiaisonText.WORDS);
        if (words.length() > LONGEST) errors.add("words", LiaisonText.TOO_LONG);
        var answered = form.id("answers").flatMap(id -> question(writer, id));
        if (!form.text("answers").isEmpty() && answered.isEmpty())
            errors.add("answers", LiaisonText.NO_QUESTION);
        var part =
                answered.map(Question::part)
                        .or(() ->
                                writer.writes().stream()
                                        .filter(p -> p.name().equals(form.text("part")))
                                        .findFirst());
        if (part.isEmpty()) errors.add("part", LiaisonText.FOR_WHOM);
        FormRefused.unless(errors);
        var kind =
                answered.isPresent()
                        ? EntryKind.REPONSE
                        : form.checked("question") ? EntryKind.QUESTION : EntryKind.TRANSMISSION;
        var kept =
                !writer.person()
                        && (form.checked("kept") || answered.map(Question::kept).orElse(false));
        var entry =
                new Entry(
                        kind,
                        answered.map(Question::id),
                        part.orElseThrow(),
                        kept,
                        words,
                        form.checked("significant"));
        return insert(writer, entry);
    }

    private record Entry(
            EntryKind kind,
            Optional<UUID> answers,
            NotebookPart part,
            boolean kept,
            String words,
            boolean significant) {}

    private String insert(NotebookReader writer, Entry entry) {
        var patient = writer.file().patient();
        var id = Ids.next();
        var quality = quality(writer);
        sql.sql(
                        """
                        insert into followup.liaison_entry (id, patient_id, at, kind, answers, part, for_person, words, significant, author_name, author_quality)
                        values (:id, :patient, :now, :kind, :answers, :part, :open, :words, :significant, :author, :quality)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("kind", entry.kind().name())
                .param("answers", entry.answers().orElse(null))
                .param("part", entry.part().name())
                .param("open", !entry.kept())
                .param("words", entry.words())
                .param("significant", entry.significant())
                .param("author", writer.who().displayName())
                .param("quality", quality)
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "CAHIER", id);
        if (!entry.significant()) return LiaisonText.WRITTEN;
        timeline.add(
                patient,
                Timeline.Kind.CONTACT,
                LiaisonText.SIGNIFICANT,
                writer.who().displayName() + ", " + quality,
                "/dossiers/" + patient + "/cahier",
                true);
        return LiaisonText.WRITTEN
                + facts.tell(
                                patient,
                                id,
                                LiaisonText.fact(LocalDate.now(clock), quality, entry.words()),
                                writer.who().displayName())
                        .sentence();
    }

    private record Question(UUID id, NotebookPart part, boolean kept) {}

    /// A question the writer may read.
    private Optional<Question> question(NotebookReader writer, UUID id) {
        return sql.sql(
                        """
                        select id, part, for_person from followup.liaison_entry
                         where id = :id and patient_id = :patient and kind = 'QUESTION' and part = any (:parts) and (for_person or not :person)
                        """)
                .param("id", id)
                .param("patient", writer.file().patient().value())
                .param("parts", codes(writer.parts()))
                .param("person", writer.person())
                .query((row, _) ->
                        new Question(
                                row.getObject("id", UUID.class),
                                NotebookPart.valueOf(row.getString("part")),
                                !row.getBoolean("for_person")))
                .optional();
    }

    static String[] codes(List<NotebookPart> parts) {
        return parts.stream().map(Enum::name).toArray(String[]::new);
    }

    /// What the writer is to the person, in words.
    private String quality(NotebookReader writer) {
        var who = writer.who();
        if (writer.team()) return LiaisonText.TEAM;
        if (writer.person())
            return sql.sql(
                            "select relation from casefile.relative where patient_id = :patient and account_id = :account")
                    .param("patient", writer.file().patient().value())
                    .param("account", who.accountId())
                    .query((row, _) -> LiaisonText.relative(row.getString("relation")))
                    .optional()
                    .orElse(LiaisonText.PERSON);
        return files.circle(writer.file().patient(), LocalDate.now(clock)).stream()
                .filter(a -> isMe(a, who))
                .map(Actor::quality)
                .findFirst()
                .orElse(LiaisonText.PROFESSIONAL);
    }

    private static boolean isMe(Actor actor, SignedIn who) {
        return who.accountId().equals(actor.accountId())
                || actor.rpps() != null && actor.rpps().equals(who.rpps());
    }

    /// Marks these lines as read by who is signed in; those read already keep their hour.
    void read(Collection<UUID> entries) {
        if (entries.isEmpty()) return;
        var who = SignedIn.current();
        sql.sql(
                        """
                        insert into followup.liaison_read (entry_id, account_id, reader_name, at)
                        select e.id, :account, :name, :now from followup.liaison_entry e
                         where e.id = any (:entries) and e.author_id is distinct from :account
                        on conflict do nothing
                        """)
                .param("account", who.accountId())
                .param("name", who.displayName())
                .param("now", Timestamp.from(clock.instant()))
                .param("entries", entries.toArray(UUID[]::new))
                .update();
    }
}
