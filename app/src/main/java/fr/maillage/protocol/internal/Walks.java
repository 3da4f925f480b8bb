package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.protocol.internal.ProtocolRepository.Status;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Decision algorithms walked for persons: begun on the version that serves, answered one question
/// at a time, taken back while nobody concluded, then kept as a trace that never changes. The
/// caller has opened the file.
@Service
@Transactional
class Walks {

    private static final String WALK =
            "select id, patient_id, version_id, root_key, steps, begun_at, begun_by, ended_at, ended_by from protocol.walk ";

    private final JdbcClient sql;
    private final ProtocolRepository protocols;
    private final Timeline timeline;
    private final Trail trail;
    private final JsonMapper json;
    private final Clock clock;

    Walks(
            JdbcClient sql,
            ProtocolRepository protocols,
            Timeline timeline,
            Trail trail,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.protocols = protocols;
        this.timeline = timeline;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /// One answer.
    ///
    /// @param question its key
    /// @param answer rank among the answers of the question, from 0
    record Step(String question, int answer, Instant at, String by) {}

    /// A walk as kept.
    record Walk(
            UUID id,
            PatientId patient,
            UUID version,
            String root,
            List<Step> steps,
            Instant begunAt,
            String begunBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {

        boolean ended() {
            return endedAt != null;
        }

        List<Integer> ranks() {
            return steps.stream().map(Step::answer).toList();
        }
    }

    /// A walk with what its version says.
    record Read(
            Walk walk,
            Version version,
            Algorithms algorithms,
            Decision root,
            Algorithms.Path path) {}

    /// What a concluded walk asks for.
    ///
    /// @param name of the algorithm
    /// @param lines keys of the lines of the protocol that it proposes
    record Ended(UUID id, UUID protocol, String name, Instant at, Set<String> lines) {

        /// Whether a line of these origins is one it proposes.
        boolean asks(List<Origin> origins) {
            return origins.stream()
                    .anyMatch(o -> o.protocol().equals(protocol) && lines.contains(o.lineKey()));
        }
    }

    /// Walks of a person, latest first.
    @Transactional(readOnly = true)
    public List<Read> of(PatientId patient) {
        var walks =
                sql.sql(
                                WALK
                                        + "where patient_id = :patient order by begun_at desc, id desc limit 100")
                        .param("patient", patient.value())
                        .query(this::walk)
                        .list();
        var versions = protocols.versions(walks.stream().map(Walk::version).distinct().toList());
        return walks.stream()
                .map(w ->
                        read(
                                w,
                                versions.stream()
                                        .filter(v -> v.id().equals(w.version()))
                                        .findFirst()
                                        .orElseThrow()))
                .toList();
    }

    /// A walk of a person. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Read get(PatientId patient, UUID id) {
        return read(patient, id, "");
    }

    /// A walk that was concluded. Throws `NotFound` while it was not.
    @Transactional(readOnly = true)
    public Ended ended(PatientId patient, UUID id) {
        var read = get(patient, id);
        var at = read.walk().endedAt();
        if (at == null) throw new NotFound("algorithme conclu", id);
        return new Ended(
                id,
                read.version().protocol(),
                read.root().called(),
                at,
                Set.copyOf(read.path().lines()));
    }

    /// Begins the algorithm of the version that serves. Throws `NotFound` when there is none of
    /// this key. Returns the id of the walk.
    UUID begin(PatientId patient, UUID protocol, String root) {
        var version =
                protocols.published(List.of(protocol)).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("protocole publié", protocol));
        if (new Algorithms(version.document()).root(root).isEmpty())
            throw new NotFound("algorithme", protocol);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into protocol.walk (id, patient_id, version_id, root_key, begun_at, begun_by)
                        values (:id, :patient, :version, :root, :at, :by)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("version", version.id())
                .param("root", root)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", who())
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "PPS", id);
        return id;
    }

    /// Answers the question that waits. Throws `OptimisticLockingFailureException` when somebody
    /// answered since, `FormRefused` when it is no answer of this question.
    ///
    /// @param question the one that was shown
    void answer(PatientId patient, UUID id, String question, int rank) {
        var read = open(patient, id);
        var waiting = read.path().next();
        if (waiting.isEmpty() || !waiting.get().key().equals(question))
            throw new OptimisticLockingFailureException("algorithme " + id);
        if (rank < 0 || rank >= waiting.get().answers().size())
            throw new FormRefused(new FormErrors().add("reponse", ProtocolText.ANSWER_ONE));
        var steps = new ArrayList<>(read.walk().steps());
        steps.add(new Step(question, rank, clock.instant(), who()));
        save(id, steps);
    }

    /// Takes the last answer back; nothing happens when there is none.
    ///
    /// @param count how many answers were shown; throws `OptimisticLockingFailureException` when
    ///   there are others
    void back(PatientId patient, UUID id, int count) {
        var steps = open(patient, id).walk().steps();
        if (steps.size() != count) throw new OptimisticLockingFailureException("algorithme " + id);
        if (!steps.isEmpty()) save(id, steps.subList(0, steps.size() - 1));
    }

    /// Keeps it as a trace. Refused while a question waits.
    void end(PatientId patient, UUID id, int count) {
        var read = open(patient, id);
        if (read.walk().steps().size() != count)
            throw new OptimisticLockingFailureException("algorithme " + id);
        if (read.path().next().isPresent())
            throw new FormRefused(new FormErrors().add("reponse", ProtocolText.ANSWER_ONE));
        sql.sql("update protocol.walk set ended_at = :at, ended_by = :by where id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("by", who())
                .param("id", id)
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, "PPS", id);
        timeline.add(
                patient,
                Timeline.Kind.PPS,
                "Algorithme" + ProtocolText.COLON + read.root().called(),
                ProtocolText.mark(read.version().document().title(), read.version().number())
                        + ProtocolText.COLON
                        + ProtocolText.outcome(read.path(), read.algorithms()),
                WalkScreens.href(patient) + "/" + id,
                true);
    }

    /// Drops a walk nobody concluded.
    void drop(PatientId patient, UUID id) {
        open(patient, id);
        sql.sql("delete from protocol.walk where id = :id and ended_at is null")
                .param("id", id)
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, "PPS", id);
    }

    /// Locked; refused once concluded.
    private Read open(PatientId patient, UUID id) {
        var read = read(patient, id, " for update");
        if (read.walk().ended())
            throw new FormRefused(new FormErrors().add("reponse", ProtocolText.WALK_ENDED));
        return read;
    }

    private Read read(PatientId patient, UUID id, String lock) {
        var walk =
                sql.sql(WALK + "where id = :id and patient_id = :patient" + lock)
                        .param("id", id)
                        .param("patient", patient.value())
                        .query(this::walk)
                        .optional()
                        .orElseThrow(() -> new NotFound("algorithme", id));
        return read(walk, protocols.versions(List.of(walk.version())).getFirst());
    }

    private static Read read(Walk walk, Version version) {
        var algorithms = new Algorithms(version.document());
        var root = algorithms.question(walk.root()).orElseThrow();
        return new Read(walk, version, algorithms, root, algorithms.follow(root, walk.ranks()));
    }

    /// Whether its version still serves.
    static boolean serves(Version version) {
        return version.status() == Status.PUBLIE;
    }

    private void save(UUID id, List<Step> steps) {
        sql.sql("update protocol.walk set steps = cast(:steps as jsonb) where id = :id")
                .param("steps", json.writeValueAsString(steps))
                .param("id", id)
                .update();
    }

    private Walk walk(ResultSet row, int ignored) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Walk(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("version_id", UUID.class),
                row.getString("root_key"),
                Arrays.asList(json.readValue(row.getString("steps"), Step[].class)),
                row.getTimestamp("begun_at").toInstant(),
                row.getString("begun_by"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"));
    }

    private static String who() {
        return SignedIn.current().displayName();
    }
}
