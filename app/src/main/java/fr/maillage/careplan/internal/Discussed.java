package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.PatientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits to be read or decided on the lines of a plan, and who proposed what a version took.
/// What is said of a line is read by who reads the line. The caller is in a transaction.
@Component
class Discussed {

    private final JdbcClient sql;

    Discussed(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param lines in words, by line: « 2 commentaires, 1 proposition »
    /// @param waiting how much in all, proposed lines with them
    record Waiting(Map<String, String> lines, int waiting) {}

    private record Count(@Nullable String line, String part, int remarks, int suggestions) {}

    /// @param readable what the version says, as far as the reader may know it
    Waiting of(OpenFile file, Content readable) {
        var known = new HashMap<String, String>();
        var waiting = 0;
        var refs = refs(readable, file.parts());
        for (var count : counts(file.patient())) {
            var line = count.line();
            if (line == null ? !file.parts().contains(count.part()) : !refs.contains(line))
                continue;
            waiting += count.remarks() + count.suggestions();
            if (line != null)
                known.put(line, DraftText.discussed(count.remarks(), count.suggestions()));
        }
        return new Waiting(Map.copyOf(known), waiting);
    }

    private List<Count> counts(PatientId patient) {
        return sql.sql(
                        """
                        select line, part, cast(sum(remarks) as int) as remarks, cast(sum(suggestions) as int) as suggestions
                          from (select line, '' as part, 1 as remarks, 0 as suggestions from careplan.remark
                                 where patient_id = :patient and resolved_at is null
                                union all
                                select line, case when line is null then part else '' end, 0, 1 from careplan.suggestion
                                 where patient_id = :patient and state = 'ATTEND') said
                         group by line, part
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Count(
                                row.getString("line"),
                                row.getString("part"),
                                row.getInt("remarks"),
                                row.getInt("suggestions")))
                .list();
    }

    /// The lines of a version that may be spoken of by who reads so much of it: not the goal whose
    /// title alone they read because they do something for it.
    static Set<String> refs(Content content, Set<String> parts) {
        var refs = new java.util.HashSet<String>();
        content.goals().stream()
                .filter(g -> parts.contains(g.part()))
                .forEach(g -> refs.add(LineRef.of(LineRef.Kind.OBJECTIF, g.id()).toString()));
        content.interventions()
                .forEach(i -> refs.add(LineRef.of(LineRef.Kind.INTERVENTION, i.id()).toString()));
        content.aids().forEach(a -> refs.add(LineRef.of(LineRef.Kind.AIDE, a.id()).toString()));
        content.texts()
                .forEach((topic, text) -> {
                    if (!text.isEmpty() && Topic.written(topic.column()).isPresent())
                        refs.add(LineRef.of(topic).toString());
                });
        return refs;
    }

    /// Who proposed what a version took, by line: « proposé par Anne MOREL, infirmière ».
    Map<String, String> origins(UUID pps) {
        var origins = new HashMap<String, String>();
        sql.sql(
                        """
                        select line, author_name, quality from careplan.suggestion
                         where pps_id = :pps and line is not null order by decided_at
                        """)
                .param("pps", pps)
                .query((row, _) ->
                        Map.entry(
                                row.getString("line"),
                                origin(row.getString("author_name"), row.getString("quality"))))
                .list()
                .forEach(e -> origins.merge(e.getKey(), e.getValue(), (a, b) -> a + ", " + b));
        return origins;
    }

    /// « proposé par Anne MOREL, infirmière ».
    static String origin(String author, String quality) {
        return "proposé par " + author + (quality.isEmpty() ? "" : " (" + quality + ")");
    }
}
