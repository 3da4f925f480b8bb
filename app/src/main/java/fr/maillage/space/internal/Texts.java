package fr.maillage.space.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.space.internal.SpacePage.Text;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Texts of the register put before a group. The register keeps them, their versions and their
/// audience; only those that everybody who works here reads are put in a space.
@Component
@Transactional
class Texts {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Wording wording;
    private final Clock clock;

    Texts(JdbcClient sql, Spaces spaces, Wording wording, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.wording = wording;
        this.clock = clock;
    }

    /// Those of a space, latest first; one whose audience was narrowed since is not in it for those
    /// who do not read it.
    @Transactional(readOnly = true)
    public List<Text> in(Space space) {
        var me = SignedIn.current().accountId();
        return sql.sql(
                        """
                        select t.id, t.why, t.account_id, t.author, t.added_at, k.title, k.dated_on, k.structure_id, k.structure_name, k.file_id
                        from space.text t join registry.known_text k on k.id = t.document_id where t.space_id = :space order by t.added_at desc, t.id
                        """)
                .param("space", space.id())
                .query((row, _) -> {
                    var sheet = "/registre/" + row.getString("structure_id");
                    var file = row.getString("file_id");
                    return new Text(
                            row.getString("id"),
                            row.getString("title"),
                            file == null
                                    ? sheet + "?partie=gouvernance"
                                    : sheet + "/fichiers/" + file,
                            file != null,
                            row.getString("structure_name")
                                    + ", "
                                    + FrenchDates.date(row.getObject("dated_on", LocalDate.class)),
                            Objects.requireNonNullElse(row.getString("why"), ""),
                            !space.over()
                                    && (space.moderates()
                                            || row.getObject("account_id", UUID.class).equals(me)));
                })
                .list();
    }

    /// Texts that may be put in a space, by structure: those of its members and of the regional
    /// networks of its region that everybody who works here reads.
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> offered(Space space) {
        var found = new LinkedHashMap<String, Map<String, String>>();
        sql.sql(
                        """
                        select k.id::text as id, k.title, k.dated_on, k.structure_name from registry.known_text k
                        where k.audience in ('PUBLIC','TRAVAIL') and not exists (select 1 from space.text t where t.space_id = :space and t.document_id = k.id)
                          and (k.owner_id in (select p.network_id from space.party p where p.space_id = :space and p.joined_at is not null and p.ended_at is null)
                               or k.region_code = :region and k.structure_id in (select e.id from registry.enrolled e where e.regional))
                        order by k.structure_name collate "fr-x-icu", k.dated_on desc, k.id
                        """)
                .param("space", space.id())
                .param("region", space.region())
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getString("structure_name"), _ -> new LinkedHashMap<>())
                                .put(
                                        row.getString("id"),
                                        row.getString("title")
                                                + ", "
                                                + FrenchDates.date(
                                                        row.getObject(
                                                                "dated_on", LocalDate.class))))
                .list();
        return found;
    }

    /// Throws `FormRefused` for a text that not every member reads, `NotFound`.
    void add(UUID id, Sent form) {
        spaces.written(id, "document");
        var document = form.id("document").orElse(null);
        if (document == null) form.errors().add("document", SpaceText.CHOOSE_TEXT);
        var why = wording.orNull(form, "why", 300);
        FormRefused.unless(form.errors());
        var audience =
                sql.sql("select audience from registry.known_text where id = :id")
                        .param("id", document)
                        .query((row, _) -> row.getString("audience"))
                        .optional()
                        .orElseThrow(() -> FormRefused.because("document", SpaceText.CHOOSE_TEXT));
        if (!audience.equals("PUBLIC") && !audience.equals("TRAVAIL"))
            throw FormRefused.because("document", SpaceText.TEXT_AUDIENCE);
        var author = Author.current(sql);
        try {
            sql.sql(
                            "insert into space.text (id, space_id, document_id, why, account_id, author, added_at) values (:id, :space, :document, :why, :account, :author, :now)")
                    .param("id", Ids.next())
                    .param("space", id)
                    .param("document", document)
                    .param("why", why, Types.VARCHAR)
                    .param("account", author.account())
                    .param("author", author.full())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw FormRefused.because("document", SpaceText.TEXT_THERE);
        }
    }

    /// Takes a text out of the space, by who put it there or a moderator; the register keeps it.
    /// Throws `NotFound` when it is not theirs to take.
    void remove(UUID id, UUID text) {
        spaces.written(id, "document");
        var done =
                sql.sql("delete from space.text where id = :id and space_id = :space")
                        .param("id", text)
                        .param("space", id)
                        .update();
        if (done == 0) throw new NotFound("texte d’un espace", text);
    }
}
