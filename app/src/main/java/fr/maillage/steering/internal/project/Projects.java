package fr.maillage.steering.internal.project;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Projects of a structure or an agency: what they carry out, who leads them, until they are
/// closed. Their plans are in [Plans].
@Service
@Transactional
class Projects {

    static final Map<String, String> AUDIENCES = new LinkedHashMap<>();

    static {
        AUDIENCES.put("AGENCE", "la structure et son agence");
        AUDIENCES.put("TRAVAIL", "qui travaille dans une structure");
        AUDIENCES.put("INTERNE", "la structure seule");
    }

    private static final String SELECT =
            """
            select p.id, p.structure_id, l.name as leader, p.title, p.purpose, p.lead, coalesce(p.document_id, p.call_id) as carried, p.document_id is not null as health, c.title as carried_title,
                   p.audience, p.closed_on, p.closed_words, p.version, registry.may_edit(p.structure_id) as mine
              from steering.project p join registry.listed l on l.id = p.structure_id
              left join registry.carried_out c on c.id = coalesce(p.document_id, p.call_id)
            """;

    private final JdbcClient sql;
    private final Leaders leaders;
    private final Clock clock;

    Projects(JdbcClient sql, Leaders leaders, Clock clock) {
        this.sql = sql;
        this.leaders = leaders;
        this.clock = clock;
    }

    /// @param lead a function
    /// @param carried health project or call for projects it carries out, or null
    record Project(
            UUID id,
            UUID leaderId,
            String leader,
            String title,
            String purpose,
            String lead,
            @Nullable UUID carried,
            boolean health,
            @Nullable String carriedTitle,
            String audience,
            @Nullable LocalDate closedOn,
            @Nullable String closedWords,
            int version,
            boolean mine) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Those one may read, running first; at most 200.
    @Transactional(readOnly = true)
    public List<Project> all() {
        return sql.sql(
                        SELECT
                                + " order by p.closed_on is not null, registry.may_edit(p.structure_id) desc, p.title collate \"fr-x-icu\", p.id limit 200")
                .query((row, _) -> project(row))
                .list();
    }

    /// Throws `NotFound`.
    @Transactional(readOnly = true)
    public Project get(UUID id) {
        return sql.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, _) -> project(row))
                .optional()
                .orElseThrow(() -> new NotFound("project", id));
    }

    /// One that who is signed in carries and that is not closed. Throws `NotFound`; refuses.
    Project running(UUID id) {
        var project = get(id);
        if (!project.mine()) throw new NotFound("project", id);
        if (project.closedOn() != null) throw FormRefused.because("project", ProjectText.OVER);
        return project;
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getObject("id", UUID.class),
                row.getObject("structure_id", UUID.class),
                row.getString("leader"),
                row.getString("title"),
                row.getString("purpose"),
                row.getString("lead"),
                row.getObject("carried", UUID.class),
                row.getBoolean("health"),
                row.getString("carried_title"),
                row.getString("audience"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closed_words"),
                row.getInt("version"),
                row.getBoolean("mine"));
    }

    /// What a project of a sheet may carry out: its health projects, its calls for projects.
    record Carried(UUID id, UUID structure, boolean health, String title) {}

    @Transactional(readOnly = true)
    public List<Carried> carried() {
        return sql.sql(
                        """
                        select c.id, c.structure_id, c.kind = 'PROJET_SANTE' as health, c.title from registry.carried_out c
                         where registry.may_edit(c.structure_id) order by c.kind desc, c.title, c.id limit 200
                        """)
                .query((row, _) ->
                        new Carried(
                                row.getObject("id", UUID.class),
                                row.getObject("structure_id", UUID.class),
                                row.getBoolean("health"),
                                row.getString("title")))
                .list();
    }

    private record Typed(
            String title,
            String purpose,
            String lead,
            @Nullable UUID document,
            @Nullable UUID call,
            String audience) {}

    private Typed read(Sent form, @Nullable UUID leader) {
        var title = form.required("title", 200);
        var purpose = form.required("purpose", 2_000);
        var lead = form.required("lead", 200);
        if (!AUDIENCES.containsKey(form.text("audience")))
            form.errors().add("audience", WebText.CHOICE);
        var typed = form.text("carried");
        Optional<Carried> carried =
                Ids.parse(typed)
                        .flatMap(id ->
                                carried().stream()
                                        .filter(c ->
                                                c.id().equals(id) && c.structure().equals(leader))
                                        .findFirst());
        if (!typed.isEmpty() && carried.isEmpty())
            form.errors().add("carried", ProjectText.CARRIED);
        FormRefused.unless(form.errors());
        return new Typed(
                title,
                purpose,
                lead,
                carried.filter(Carried::health).map(Carried::id).orElse(null),
                carried.filter(c -> !c.health()).map(Carried::id).orElse(null),
                form.text("audience"));
    }

    /// Begins one with its first plan, empty and prepared.
    UUID create(Sent form) {
        var leader = form.id("structure").orElse(null);
        if (leader == null || !leaders.mine().containsKey(leader))
            form.errors().add("structure", ProjectText.LEADER);
        var typed = read(form, leader);
        var id =
                bind(
                                sql.sql(
                                        """
                                        insert into steering.project (structure_id, title, purpose, lead, document_id, call_id, audience)
                                        values (:leader, :title, :purpose, :lead, cast(:document as uuid), cast(:call as uuid), :audience) returning id
                                        """),
                                typed)
                        .param("leader", leader)
                        .query(UUID.class)
                        .single();
        sql.sql("insert into steering.plan (project_id, number) values (:project, 1)")
                .param("project", id)
                .update();
        return id;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec to, Typed typed) {
        return to.param("title", typed.title())
                .param("purpose", typed.purpose())
                .param("lead", typed.lead())
                .param("document", typed.document() == null ? null : typed.document().toString())
                .param("call", typed.call() == null ? null : typed.call().toString())
                .param("audience", typed.audience());
    }

    /// Throws `OptimisticLockingFailureException` when a colleague saved first.
    void change(UUID id, Sent form) {
        var project = running(id);
        var typed = read(form, project.leaderId());
        var changed =
                bind(
                                sql.sql(
                                        """
                                        update steering.project set title = :title, purpose = :purpose, lead = :lead, document_id = cast(:document as uuid), call_id = cast(:call as uuid),
                                               audience = :audience, version = version + 1 where id = :id and version = :version
                                        """),
                                typed)
                        .param("id", id)
                        .param("version", form.number("_tag"))
                        .update();
        if (changed == 0) throw new OptimisticLockingFailureException("project " + id);
    }

    /// Ends it, with what is kept of it.
    void close(UUID id, Sent form) {
        running(id);
        var words = form.required("closed_words", 2_000);
        FormRefused.unless(form.errors());
        sql.sql(
                        "update steering.project set closed_on = :today, closed_words = :words, version = version + 1 where id = :id")
                .param("today", today())
                .param("words", words)
                .param("id", id)
                .update();
    }
}
