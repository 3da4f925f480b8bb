package fr.maillage.assessment.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.correspondence.LetterFields;
import fr.maillage.kernel.FrenchDates;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The last value of each score, for letters.
@Component
@Order(3)
class ScoreFields implements LetterFields {

    private final Assessments assessments;

    ScoreFields(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.each("scores.evaluation", "Évaluations\u00A0: laquelle", "AGGIR\nMini-Zarit")
                        .health(),
                Field.each(
                                "scores.resultat",
                                "Évaluations\u00A0: résultat",
                                "GIR 4\nfardeau modéré")
                        .health(),
                Field.each("scores.date", "Évaluations\u00A0: date", "12 mai 2026\n12 mai 2026")
                        .health());
    }

    @Override
    public void fill(Subject subject, Values values) {
        if (!subject.clinical()) return;
        for (var score : assessments.scores(subject.patient())) {
            var words = score.classLabel();
            values.add(
                    "scores",
                    Map.of(
                            "scores.evaluation",
                            score.label(),
                            "scores.resultat",
                            words == null
                                    ? score.value().stripTrailingZeros().toPlainString()
                                    : words,
                            "scores.date",
                            FrenchDates.date(score.onDate())));
        }
    }
}
