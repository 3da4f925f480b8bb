package fr.maillage.assessment.internal;

import static fr.maillage.assessment.internal.Engines.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Proves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every tool that gives a score, by the vectors of its source: `assessment/tool-vectors.txt`, one
/// line a case, both sides of each cut-off.
class ToolVectorsTest {

    record Vector(String tool, String answers, String score, String expected, String band) {
        @Override
        public String toString() {
            return tool + " " + score + " = " + expected;
        }
    }

    static List<Vector> vectors() {
        try (var in =
                Objects.requireNonNull(
                        ToolVectorsTest.class.getResourceAsStream(
                                "/assessment/tool-vectors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                    .map(part ->
                            new Vector(
                                    part.get(0),
                                    part.get(1),
                                    part.get(2),
                                    part.get(3),
                                    part.get(4)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Definition tool(String code) {
        return ENGINE.latest("https://maillage.example/fhir/Questionnaire/" + code);
    }

    /// `linkId=value`, a `*` standing for every required question that fits; later ones replace
    /// earlier ones, an empty value takes the answer away.
    static Map<String, List<String>> answers(Definition definition, String written) {
        var answers = new LinkedHashMap<String, List<String>>();
        for (var one : written.split(" ")) {
            var at = one.indexOf('=');
            var name = one.substring(0, at);
            var value = one.substring(at + 1);
            if (!name.contains("*")) {
                assertThat(definition.items).as(definition.canonical()).containsKey(name);
                answers.put(name, List.of(value));
                continue;
            }
            var fits = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
            definition.items.values().stream()
                    .filter(item -> item.isQuestion() && item.required)
                    .filter(item -> !item.linkId.endsWith(SdcUrls.SET_ASIDE_REASON))
                    .filter(item -> fits.matcher(item.linkId).matches())
                    .forEach(item -> answers.put(item.linkId, List.of(value)));
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Proves({"REQ-ASSESS-03", "REQ-INCLUSION-07"})
    void the_score_and_its_class_are_those_of_the_source(Vector vector) {
        var definition = tool(vector.tool);
        var score =
                ENGINE.evaluate(definition.canonical(), answers(definition, vector.answers))
                        .score(vector.score)
                        .orElseThrow();
        if (!Character.isDigit(vector.expected.charAt(0))) {
            assertThat(score.text()).isEqualTo(vector.expected);
            assertThat(score.value()).isNull();
            assertThat(score.bandLabel()).isNull();
            return;
        }
        assertThat(score.state()).isEqualTo(Score.State.DONE);
        assertThat(score.value()).isEqualByComparingTo(new BigDecimal(vector.expected));
        assertThat(score.bandLabel()).isEqualTo(vector.band.equals("-") ? null : vector.band);
    }

    @Test
    void every_score_of_every_tool_has_its_vectors() {
        var scored = new TreeSet<String>();
        for (var definition : ENGINE.definitions())
            for (var item : definition.scored)
                scored.add(code(definition) + " " + Objects.requireNonNull(item.score).code());
        // proved by their own tests, against the legal text and over whole grids
        scored.removeIf(score ->
                score.startsWith("aggir ")
                        || score.startsWith("sega-a ")
                        || score.startsWith("evaluation-multidimensionnelle "));
        var tested = new TreeSet<String>();
        vectors().forEach(vector -> tested.add(vector.tool + " " + vector.score));
        assertThat(tested).isEqualTo(scored);
    }

    static String code(Definition definition) {
        return definition.url.substring(definition.url.lastIndexOf('/') + 1);
    }

    /// Charlson 1994: 0.983 to the power e^(0.9 × total).
    @ParameterizedTest
    @CsvSource({"49, aucun, 98.3", "60, simple, 77.5", "70, complique, 21.4"})
    void charlson_gives_the_survival_and_never_as_a_score(
            String age, String diabetes, String percent) {
        var definition = tool("charlson");
        var found =
                ENGINE.evaluate(
                        definition.canonical(),
                        answers(
                                definition,
                                "contexte.age="
                                        + age
                                        + " charlson.*=non charlson.foie=aucune charlson.tumeur=aucune"
                                        + " charlson.diabete="
                                        + diabetes));
        assertThat(found.number("charlson.survie").orElseThrow())
                .isEqualByComparingTo(new BigDecimal(percent));
        // what is a score goes to letters, to the plan and to charts; the survival goes nowhere
        assertThat(found.scores()).extracting(Score::code).containsOnly("charlson", "charlson-age");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gfst | gfst.*=non | gfst.resultat | Pas de signe de fragilité repéré",
                "gfst | gfst.*=non gfst.poids=oui gfst.impression=non | gfst.resultat | Signes présents, personne jugée non fragile",
                "gfst | gfst.*=non gfst.poids=oui gfst.impression=oui gfst.accepte=oui | gfst.resultat | Fragilité repérée\u00a0: évaluation à organiser",
                "gfst | gfst.*=non gfst.poids=oui gfst.impression=oui gfst.accepte=non | gfst.resultat | Fragilité repérée, évaluation refusée",
                "gfst | gfst.*=non gfst.poids=oui gfst.impression= gfst.accepte= | gfst.resultat | ",
                "gfst | gfst.*=non gfst.poids= | gfst.resultat | ",
                "complexite | complexite.*=false | complexite.constat | Aucun critère du guide",
                "complexite | complexite.*=false complexite.severite=true | complexite.constat | Complexité médicale",
                "complexite | complexite.*=false complexite.isolement=true | complexite.constat | Complexité psycho-sociale",
                "complexite | complexite.*=true | complexite.constat | Complexité médicale et psycho-sociale",
                "complexite | complexite.*=true complexite.isolement= | complexite.constat | ",
                "reperage-pps | paerpa.*=true | paerpa.conclusion | PPS à proposer",
                "reperage-pps | paerpa.*=true paerpa.s1=false paerpa.s2=false paerpa.s3=false | paerpa.conclusion | Pas de PPS proposé\u00a0: aucune des trois premières situations",
                "reperage-pps | paerpa.*=false paerpa.s2=true paerpa.accord=true | paerpa.conclusion | Pas de PPS proposé\u00a0: le médecin ne le juge pas utile",
                "reperage-pps | paerpa.*=true paerpa.accord=false | paerpa.conclusion | Pas de PPS proposé\u00a0: la personne n’est pas d’accord",
                "reperage-pps | paerpa.*=true paerpa.accord= | paerpa.conclusion | ",
                "tug | tug.temps=20 | tug.alerte | true",
                "tug | tug.temps=19.9 | tug.alerte | false",
                "tug | tug.temps=12 tug.seuil=12 | tug.alerte | true",
                "tug | tug.temps=13.9 tug.seuil=14 | tug.alerte | false",
                "consommation-alcool | alcool.*di=1 alcool.dimanche=4 | alcool.depasse | true",
                "consommation-alcool | alcool.*di=1 alcool.dimanche=0 | alcool.depasse | false",
                "consommation-alcool | alcool.*di=1 alcool.dimanche=0 alcool.grossesse=true | alcool.depasse | true",
                "chutes | chute.sol=bref chute.relevee=true chute.mecanisme=accrochage chute.blessures=plaie chute.hospitalisee=false | chute.gravite | false",
                "chutes | chute.sol=long chute.relevee=true chute.mecanisme=accrochage chute.blessures=plaie chute.hospitalisee=false | chute.gravite | true",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=venue oeil.droit=rien oeil.gauche=rien | suite.rappel | 24",
                "depistage-retinopathie | diabete.insuline=true diabete.equilibre=true oeil.presence=venue oeil.droit=rien oeil.gauche=rien | suite.rappel | 12",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=false oeil.presence=venue oeil.droit=rien oeil.gauche=rien | suite.rappel | 12",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=venue oeil.droit=rien oeil.gauche=illisible | suite.rappel | 3",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=absente | suite.rappel | 1",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=venue oeil.droit=rien oeil.gauche=suspicion | suite.rappel | ",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=venue oeil.droit=rien oeil.gauche=suspicion | oeil.conclusion | SUSPICION",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=venue oeil.droit=rien | oeil.conclusion | ATTENTE",
                "depistage-retinopathie | diabete.insuline=false diabete.equilibre=true oeil.presence=venue oeil.droit=rien oeil.gauche=rien suite.rappel-choisi=6 | suite.rappel | 6",
                "depistage-retinopathie | rein.dfg=59 | rein.signal | true",
                "depistage-retinopathie | rein.dfg=60 rein.albuminurie=29 | rein.signal | false",
                "depistage-retinopathie | rein.dfg=60 rein.albuminurie=30 | rein.signal | true"
            })
    @Proves({"REQ-INCLUSION-01", "REQ-INCLUSION-02"})
    void what_is_no_score_concludes_as_its_source_says(
            String tool, String written, String linkId, String expected) {
        var definition = tool(tool.strip());
        var found = ENGINE.evaluate(definition.canonical(), answers(definition, written.strip()));
        var computed = found.computed().get(linkId.strip());
        assertThat(computed == null ? null : computed.text()).isEqualTo(expected);
        assertThat(found.errors()).isEmpty();
    }
}
