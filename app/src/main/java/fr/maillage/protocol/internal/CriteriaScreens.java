package fr.maillage.protocol.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PersonName;
import fr.maillage.protocol.internal.CriteriaPage.Other;
import fr.maillage.protocol.internal.CriteriaPage.Own;
import fr.maillage.protocol.internal.Document.Criterion;
import fr.maillage.protocol.internal.Document.Moment;
import fr.maillage.protocol.internal.Document.Read;
import fr.maillage.protocol.internal.Document.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Criteria of the settings joined with those of protocols: two are the same when they say the same
/// words at the same moment, accents and case aside.
@Component
@Transactional
class CriteriaScreens {

    private final JdbcClient sql;
    private final ProtocolService service;

    CriteriaScreens(JdbcClient sql, ProtocolService service) {
        this.sql = sql;
        this.service = service;
    }

    private record Setting(
            UUID id, boolean exit, @Nullable String theme, String label, boolean required) {
        String key() {
            return CriteriaScreens.key(exit, label);
        }
    }

    private record Said(
            boolean exit,
            String label,
            @Nullable String themeCode,
            @Nullable String theme,
            String from) {}

    private static String key(boolean exit, String label) {
        return (exit ? "S " : "I ") + PersonName.searchKey(label);
    }

    @Transactional(readOnly = true)
    public CriteriaPage page() {
        var settings = settings();
        var said = new LinkedHashMap<String, List<Said>>();
        for (var s : elsewhere())
            said.computeIfAbsent(key(s.exit(), s.label()), _ -> new ArrayList<>()).add(s);
        var own =
                settings.stream()
                        .map(s ->
                                new Own(
                                        s.label(),
                                        moment(s.exit()),
                                        Objects.requireNonNullElse(
                                                s.theme(), ProtocolText.THEME_LABEL_NONE),
                                        s.required(),
                                        said.getOrDefault(s.key(), List.of()).stream()
                                                .map(Said::from)
                                                .toList()))
                        .toList();
        settings.forEach(s -> said.remove(s.key()));
        return new CriteriaPage(
                own,
                said.values().stream()
                        .map(all -> {
                            var first = all.getFirst();
                            return new Other(
                                    first.label(),
                                    first.exit() ? "EXIT" : "INCLUSION",
                                    moment(first.exit()),
                                    Objects.requireNonNullElse(first.themeCode(), ""),
                                    Objects.requireNonNullElse(
                                            first.theme(), ProtocolText.THEME_LABEL_NONE),
                                    all.stream().map(Said::from).distinct().toList());
                        })
                        .toList(),
                SignedIn.current().role() == Role.HEAD,
                ProtocolScreens.mayWrite());
    }

    private static String moment(boolean exit) {
        return (exit ? Moment.SORTIE : Moment.INCLUSION).label();
    }

    private List<Setting> settings() {
        return sql.sql(
                        """
                        select id, kind = 'EXIT' as exit, theme, label, required from network.criterion_in_use order by kind desc, rank, label
                        """)
                .query((row, _) ->
                        new Setting(
                                row.getObject("id", UUID.class),
                                row.getBoolean("exit"),
                                row.getString("theme"),
                                row.getString("label"),
                                row.getBoolean("required")))
                .list();
    }

    /// Criteria of the versions that serve here, of what other structures share, and of the common
    /// versions of theme groups.
    private List<Said> elsewhere() {
        return sql.sql(
                        """
                        select c.exit, c.title, x.theme_code, t.label as theme, x.from_what from (
                          select v.document, v.theme_code, v.title as from_what from protocol.version v where v.status = 'PUBLIE'
                          union all
                          select s.document, s.theme_code, s.title || ', ' || s.by_name from protocol.shelf s where s.shared_by <> platform.acting()
                          union all
                          select c.document, c.document ->> 'theme', :common || c.group_label from protocol.common_in_force c) x
                         cross join jsonb_to_recordset(x.document -> 'criteria') as c(title text, exit boolean, complex boolean)
                          left join network.theme t on t.code = x.theme_code
                         where c.complex is not true
                         order by c.exit, x.from_what collate "fr-x-icu", c.title limit 500
                        """)
                .param("common", ProtocolText.OF_COMMON)
                .query((row, _) ->
                        new Said(
                                row.getBoolean("exit"),
                                row.getString("title"),
                                row.getString("theme_code"),
                                row.getString("theme"),
                                row.getString("from_what")))
                .list();
    }

    /// A draft of a model that says the criteria of the settings, to be published and shared.
    /// Returns its id.
    UUID model() {
        return service.begin(
                new Document(
                        Document.Head.of(ProtocolText.MODEL_TITLE, Document.Nature.MODELE_PPS),
                        new Document.Body(
                                settings().stream()
                                        .map(s ->
                                                Criterion.of(
                                                        s.id().toString(),
                                                        s.label(),
                                                        s.exit() ? Moment.SORTIE : Moment.INCLUSION,
                                                        new Source(
                                                                ProtocolText.MODEL_SOURCE,
                                                                Read.ORIGINAL)))
                                        .toList(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())));
    }
}
