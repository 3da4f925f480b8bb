package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.Case.Answer;
import fr.maillage.territory.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of an extract: what leaves of each case and follow-up, and nothing that names anybody.
///
/// @param caseHeads columns of the cases, `followUpHeads` of the follow-ups
/// @param less how many cases say less than they could (see [Coarse])
record ExtractLines(
        List<String> caseHeads,
        List<List<String>> cases,
        List<String> followUpHeads,
        List<List<String>> followUps,
        long less) {

    private static final String PSEUDONYM = "pseudonyme";

    static ExtractLines of(
            Definition definition, List<Case> cases, Tree tree, Pseudonyms pseudonyms) {
        var area = tree.down(definition.head().area());
        var coarse =
                Coarse.of(
                        cases.stream()
                                .map(c ->
                                        new Coarse(
                                                c.sex(),
                                                c.ageAtOnset()
                                                        .map(Coarse::classOf)
                                                        .orElse(Coarse.WITHHELD),
                                                zone(tree, area, c.livedIn())))
                                .toList());
        var leaving = leaving(definition, false);
        var following = leaving(definition, true);
        var lines = new ArrayList<List<String>>();
        var after = new ArrayList<List<String>>();
        for (int i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var shown = coarse.get(i);
            var name = pseudonyms.of(one.patient());
            var line =
                    new ArrayList<>(
                            List.of(
                                    name,
                                    shown.sex(),
                                    shown.age(),
                                    shown.zone(),
                                    month(one.incidentOn()),
                                    one.died() == null ? "vivant" : "décédé",
                                    one.died() == null ? "" : month(one.died()),
                                    one.endedWhy() == null ? "" : one.endedWhy().name(),
                                    String.valueOf(one.sources().size())));
            line.addAll(values(leaving, one.answers()));
            lines.add(line);
            for (var followUp : one.followUps()) {
                var next =
                        new ArrayList<>(
                                List.of(
                                        name,
                                        String.valueOf(followUp.rank()),
                                        month(followUp.on())));
                next.addAll(values(following, followUp.answers()));
                after.add(next);
            }
        }
        // in the order of pseudonyms: the order of inclusion tells nothing
        lines.sort(Comparator.comparing(List::getFirst));
        after.sort(
                Comparator.<List<String>, String>comparing(List::getFirst)
                        .thenComparing(l -> Integer.parseInt(l.get(1))));
        return new ExtractLines(
                heads(
                        List.of(
                                PSEUDONYM,
                                "sexe",
                                "classe_age",
                                "zone",
                                "mois_cas",
                                "statut_vital",
                                "mois_deces",
                                "fin_suivi",
                                "nb_sources"),
                        leaving),
                lines,
                heads(List.of(PSEUDONYM, "rang", "mois_suivi"), following),
                after,
                coarse.stream().filter(c -> c.zone().equals(Coarse.WITHHELD)).count());
    }

    private static List<String> heads(List<String> first, List<Field> fields) {
        var heads = new ArrayList<>(first);
        fields.forEach(f -> heads.add(f.code()));
        return heads;
    }

    /// Fields that leave, in order.
    static List<Field> leaving(Definition definition, boolean followUp) {
        return definition.asked(followUp).stream()
                .filter(f -> f.leaves() && f.type() != Field.Type.TEXTE)
                .filter(f -> !FileFacts.identifies(f.origin()))
                .toList();
    }

    private static List<String> values(List<Field> fields, Map<String, Answer> answers) {
        return fields.stream()
                .map(f -> {
                    var answer = answers.get(f.code());
                    if (answer == null) return "";
                    return f.type() == Field.Type.DATE
                            ? Field.day(answer.value()).map(ExtractLines::month).orElse("")
                            : answer.value();
                })
                .toList();
    }

    private static String month(LocalDate day) {
        return "%d-%02d".formatted(day.getYear(), day.getMonthValue());
    }

    private static String zone(Tree tree, Set<String> area, @Nullable String commune) {
        var stands = commune == null ? null : tree.communes().get(commune);
        return stands == null || !area.contains(stands.zone()) ? Coarse.WITHHELD : stands.zone();
    }
}
