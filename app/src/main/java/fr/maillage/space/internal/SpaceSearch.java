package fr.maillage.space.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.SearchKey;
import fr.maillage.space.internal.SearchPage.Hit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The search within a space: every word typed, without accents or case, in a subject with its
/// message, an information, a decision or a text of the space.
@Component
@Transactional(readOnly = true)
class SpaceSearch {

    private static final int AT_MOST = 50;
    private static final int AROUND = 180;

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Clock clock;

    SpaceSearch(JdbcClient sql, Spaces spaces, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.clock = clock;
    }

    /// Throws `NotFound`.
    SearchPage page(UUID id, String typed) {
        var space = spaces.entered(id);
        var today = LocalDate.now(clock);
        var words = SearchKey.of(typed).split(" ");
        var hits =
                SearchKey.of(typed).isEmpty()
                        ? List.<Hit>of()
                        : sql.sql(
                                        """
                                        select f.* from (
                                          select 'MESSAGE' as kind, '/discussions/' || d.id || '#m-' || m.id as at, d.subject as title, m.words, m.author || ', ' || m.author_of as by, m.at as on_day,
                                                 platform.search_key(d.subject) || ' ' || m.key as key
                                          from space.message m join space.discussion d on d.id = m.discussion_id where m.space_id = :space and m.withdrawn_at is null
                                          union all
                                          select 'INFORMATION', '?tout=1#i-' || a.id, a.title, a.words, a.author || ', ' || a.author_of, a.published_at, platform.search_key(a.title || ' ' || a.words)
                                          from space.announcement a where a.space_id = :space and a.withdrawn_at is null
                                          union all
                                          select 'DECISION', '/discussions/' || c.discussion_id || '#decisions', c.words, c.owner, c.author, c.taken_at, platform.search_key(c.words || ' ' || c.owner)
                                          from space.decision c where c.space_id = :space
                                          union all
                                          select 'TEXTE', '#textes', k.title, coalesce(t.why, k.structure_name), t.author, t.added_at, platform.search_key(concat_ws(' ', k.title, t.why, k.structure_name))
                                          from space.text t join registry.known_text k on k.id = t.document_id where t.space_id = :space) f
                                        where not exists (select 1 from unnest(:words) w where position(w in f.key) = 0) order by f.on_day desc, f.at limit :limit
                                        """)
                                .param("space", id)
                                .param("words", words)
                                .param("limit", AT_MOST)
                                .query((row, _) ->
                                        new Hit(
                                                SpaceText.hit(row.getString("kind")),
                                                space.href() + row.getString("at"),
                                                row.getString("title"),
                                                extract(row.getString("words"), words[0]),
                                                row.getString("by"),
                                                FrenchDates.relative(
                                                        row.getTimestamp("on_day").toInstant(),
                                                        today)))
                                .list();
        return new SearchPage(
                space.href(), space.title(), typed, SpaceText.found(hits.size(), AT_MOST), hits);
    }

    /// The words around the first one found; the beginning when it stands in the subject.
    private static String extract(String text, String word) {
        var plain = text.replaceAll("\\s+", " ");
        var at = Math.max(0, SearchKey.of(plain).indexOf(word) - AROUND / 3);
        var from = at == 0 ? 0 : plain.indexOf(' ', Math.min(at, plain.length()));
        if (from < 0) from = 0;
        var to = Math.min(plain.length(), from + AROUND);
        return (from > 0 ? "…" : "")
                + plain.substring(from, to).strip()
                + (to < plain.length() ? "…" : "");
    }
}
