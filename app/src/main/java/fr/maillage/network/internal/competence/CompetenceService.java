package fr.maillage.network.internal.competence;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Looks at what a member masters: their own, and that of who heads the structure; nobody else's,
/// and none is ever changed.
@Service
@Transactional
class CompetenceService {

    private final JdbcClient sql;
    private final Networks networks;
    private final JsonMapper json;
    private final Clock clock;

    CompetenceService(JdbcClient sql, Networks networks, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.json = json;
        this.clock = clock;
    }

    /// @param self the member's own look; false: of who heads the structure
    record Review(
            boolean self,
            LocalDate on,
            Map<Competence, Mastered> marks,
            @Nullable String words,
            @Nullable String training,
            String author) {}

    /// Whose look who is signed in may give of this member. Throws `NotFound` for anybody but the
    /// member and who heads the structure.
    boolean self(UUID member) {
        var me = SignedIn.current();
        if (member.equals(me.memberId())) return true;
        if (me.role() != Role.HEAD) throw new NotFound("membre", member);
        return false;
    }

    /// The name of the member; throws as [#self].
    @Transactional(readOnly = true)
    public String name(UUID member) {
        self(member);
        return networks.member(member).name();
    }

    /// Latest first; throws as [#self].
    @Transactional(readOnly = true)
    public List<Review> of(UUID member) {
        self(member);
        return sql.sql(
                        """
                        select by_whom = 'SOI' as self, on_date, marks, words, training, author_name from network.competence_review
                         where member_id = :member order by at desc, id desc limit 40
                        """)
                .param("member", member)
                .query((row, _) ->
                        new Review(
                                row.getBoolean("self"),
                                row.getObject("on_date", LocalDate.class),
                                marks(row.getString("marks")),
                                row.getString("words"),
                                row.getString("training"),
                                row.getString("author_name")))
                .list();
    }

    private Map<Competence, Mastered> marks(String written) {
        var marks = new EnumMap<Competence, Mastered>(Competence.class);
        json.readValue(written, new TypeReference<Map<String, Integer>>() {})
                .forEach((code, mark) ->
                        marks.put(Competence.valueOf(code), Mastered.values()[mark]));
        return marks;
    }

    /// A new look. Throws `FormRefused` unless every competence of the three axes has its mark, and
    /// as [#self].
    void look(UUID member, Sent form) {
        var self = self(member);
        networks.member(member);
        var marks = new EnumMap<Competence, Integer>(Competence.class);
        for (var competence : Competence.values()) {
            var mark = form.number(competence.name());
            if (mark < 0 || mark >= Mastered.values().length)
                form.errors().add(competence.name(), CompetenceText.MARK);
            else marks.put(competence, mark);
        }
        var words = form.orNull("words", 3_000);
        var training = form.orNull("training", 1_000);
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into network.competence_review (id, member_id, by_whom, on_date, marks, words, training, author_name, at)
                        values (:id, :member, :whom, :today, cast(:marks as jsonb), :words, :training, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("member", member)
                .param("whom", self ? "SOI" : "RESPONSABLE")
                .param("today", LocalDate.now(clock))
                .param("marks", json.writeValueAsString(marks))
                .param("words", words, Types.VARCHAR)
                .param("training", training, Types.VARCHAR)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
