package fr.maillage.careplan.internal;

import fr.maillage.correspondence.LetterFields;
import fr.maillage.kernel.FrenchDates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The plan, for letters: the one submitted to the attending doctor, else the one in force.
@Component
@Order(4)
class PlanFields implements LetterFields {

    /// What fits on one page beside the answer slip; the whole plan goes with it.
    private static final int MOST_CHANGES = 14;

    private final PpsRepository plans;

    PlanFields(PpsRepository plans) {
        this.plans = plans;
    }

    @Override
    public List<Field> fields() {
        return Stream.of(
                        Field.one("pps.version", "Version du PPS", "3"),
                        Field.one(
                                "pps.introduction",
                                "PPS\u00A0: ce que l’on demande de lire",
                                "Voici ce qui change par rapport au plan en vigueur depuis le 3 mars 2026."),
                        Field.one(
                                "pps.motif",
                                "PPS\u00A0: motif de la version",
                                "Deux chutes en mai"),
                        Field.one(
                                "pps.suite",
                                "PPS\u00A0: changements qui ne tiennent pas dans la lettre",
                                "Et 3 autres changements\u00A0: voir le plan joint."),
                        Field.one(
                                "pps.reevaluation",
                                "PPS\u00A0: à réévaluer avant le",
                                "2 décembre 2026"),
                        Field.each(
                                "changements.quoi",
                                "Changements du plan\u00A0: quoi",
                                "Kinésithérapie\nPortage de repas"),
                        Field.each(
                                "changements.avant",
                                "Changements\u00A0: avant",
                                "1 fois par semaine\n—"),
                        Field.each(
                                "changements.propose",
                                "Changements\u00A0: proposé",
                                "2 fois par semaine\n5 fois par semaine"),
                        Field.each(
                                "objectifs.quoi",
                                "Objectifs du plan\u00A0: lequel",
                                "Ne plus tomber\nMarcher dehors"),
                        Field.each(
                                "objectifs.mesure",
                                "Objectifs\u00A0: mesure",
                                "0 chute en 3 mois\n1 sortie par semaine"),
                        Field.each(
                                "objectifs.resultat",
                                "Objectifs\u00A0: résultat",
                                "atteint\nen partie"),
                        Field.each(
                                "interventions.quoi",
                                "Interventions du plan\u00A0: quoi",
                                "Kinésithérapie\nAide à la toilette"),
                        Field.each(
                                "interventions.qui",
                                "Interventions\u00A0: qui",
                                "Paul ROCHE\nADMR"),
                        Field.each(
                                "interventions.quand",
                                "Interventions\u00A0: quand",
                                "2 fois par semaine\nchaque matin"))
                .map(Field::health)
                .toList();
    }

    @Override
    public void fill(Subject subject, Values values) {
        if (!subject.clinical()) return;
        var former = plans.inForce(subject.patient());
        plans.inPreparation(subject.patient())
                .filter(pps -> pps.status() == Status.SOUMIS)
                .or(() -> former)
                .ifPresent(pps ->
                        fill(
                                pps,
                                former.filter(f -> !f.id().equals(pps.id())).orElse(null),
                                values));
    }

    /// What a plan says, and what it changes to `former`.
    void fill(Pps pps, @Nullable Pps former, Values values) {
        var content = pps.content();
        values.put("pps.version", String.valueOf(pps.number()));
        values.put(
                "pps.introduction",
                former == null || former.inForceAt() == null
                        ? "Voici le plan proposé pour votre patient. Il entrera en vigueur avec votre avis."
                        : "Voici ce qui change par rapport au plan en vigueur depuis le "
                                + FrenchDates.date(
                                        former.inForceAt().atZone(FrenchDates.PARIS).toLocalDate())
                                + ".");
        values.put("pps.motif", content.text(Topic.CHANGE_REASON));
        if (content.reassessOn() != null)
            values.put("pps.reevaluation", PpsText.day(content.reassessOn()));
        var changes = PpsDiff.between(former == null ? null : former.content(), content);
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(change ->
                        values.add(
                                "changements",
                                Map.of(
                                        "changements.quoi",
                                        change.what(),
                                        "changements.avant",
                                        change.before() == null ? "—" : change.before(),
                                        "changements.propose",
                                        change.after() == null ? "retiré" : change.after())));
        if (changes.size() > MOST_CHANGES)
            values.put(
                    "pps.suite",
                    "Et "
                            + (changes.size() - MOST_CHANGES)
                            + " autres changements"
                            + PpsText.COLON
                            + "voir le plan joint.");
        for (var goal : content.goals())
            values.add(
                    "objectifs",
                    Map.of(
                            "objectifs.quoi",
                            goal.title(),
                            "objectifs.mesure",
                            Stream.of(goal.indicator(), goal.target())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(", ")),
                            "objectifs.resultat",
                            PpsText.result(goal.result())));
        for (var task : content.interventions())
            values.add(
                    "interventions",
                    Map.of(
                            "interventions.quoi",
                            task.title(),
                            "interventions.qui",
                            task.actorName() == null ? "à trouver" : task.actorName(),
                            "interventions.quand",
                            PpsText.when(task.recurrence(), task.windowDays())));
    }
}
