package fr.maillage.protocol.internal;

import static fr.maillage.kernel.Typography.NBSP;
import static fr.maillage.protocol.internal.ProtocolText.COLON;
import static java.util.stream.Collectors.joining;

import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.protocol.Findings.Cited;
import fr.maillage.protocol.internal.Suggestions.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// French sentences of what findings propose to plans, and of the rules that do.
final class SuggestionText {

    static final String CONDITION_HINT =
            "En FHIRPath, sur les faits listés sous ce formulaire"
                    + COLON
                    + "%gir <= 4 and %vitSeule = true, ou 'chutes-repetees' in %constats.";
    static final String CONDITION_NEEDED = "Dites quand la règle s’applique.";
    static final String LINE_NEEDED = "Choisissez au moins un objectif ou une intervention.";
    static final String RULE_NEEDED =
            "Des propositions après évaluation ont au moins une règle" + COLON + "ajoutez-la.";
    static final String NO_DRAFT =
            "Aucun plan n’est en cours d’écriture"
                    + COLON
                    + "commencez le plan ou sa version suivante, puis revenez ici.";
    static final String NOTHING_CHOSEN = "Choisissez au moins une proposition.";
    static final String REASON = "Dites pourquoi elle est écartée.";
    static final String WHICH = "Précisez laquelle en quelques mots.";
    static final String ADDED = "Ajouté au plan.";
    static final String ADDED_TO_CHANGE =
            "Ajouté au plan" + COLON + "modifiez la ligne, puis enregistrez-la.";
    static final String ASIDE =
            "Écartée. Elle ne sera plus proposée tant que les mêmes faits la fondent.";
    static final String AGAIN = "De nouveau proposée.";
    static final String CHANGED =
            "Le plan, une règle ou un fait a changé depuis l’affichage"
                    + COLON
                    + "voici les propositions à jour.";
    static final String NO_PLAN = "Aucun plan";
    static final String NO_FACT = "sans fait particulier";

    private SuggestionText() {}

    /// « propose 3 lignes », for a folded rule.
    static String proposes(int n) {
        return "propose " + ProtocolText.lines(n);
    }

    static String faulty(String rule, String fault) {
        return "Règle «\u00A0" + rule + "\u00A0»" + COLON + fault;
    }

    static String added(int number) {
        return "Propositions de l’évaluation ajoutées au PPS v" + number;
    }

    /// « GIR 4, 12 mars 2026 ; vit seule »
    static String facts(List<Cited> cited) {
        var words =
                cited.stream()
                        .map(Cited::words)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(joining(NBSP + "; "));
        return words.isEmpty() ? NO_FACT : words;
    }

    /// « Perte d’autonomie et chutes (GIR 4, 12 mars 2026 ; 2 chutes) »
    static String because(Reason reason) {
        return reason.rule().title() + " (" + facts(reason.because()) + ")";
    }

    /// « le 2 juin 2026 par Claire DUMONT, Pas maintenant, une autre priorité : … »
    static String setAside(SetAside aside) {
        return "le "
                + day(aside.at())
                + " par "
                + aside.by()
                + COLON
                + aside.reason().label()
                + (aside.words() == null ? "" : ", «\u00A0" + aside.words() + "\u00A0»");
    }

    /// As [#setAside], in a sentence of its own.
    static String told(SetAside aside) {
        return "Écartée " + setAside(aside);
    }

    static String plan(int number, boolean draft) {
        return "Plan, version " + number + (draft ? ", en préparation" : ", qui ne change plus");
    }

    static String version(int number, boolean draft) {
        return "version " + number + (draft ? ", en cours d’écriture" : "");
    }

    static String applies(boolean holds, boolean failing) {
        return holds ? "S’applique" : failing ? "Non évaluable" : "Ne s’applique pas";
    }

    /// Why it is proposed again.
    static String again(SetAside aside) {
        return told(aside) + ". Les faits ont changé, c’était" + COLON + aside.because() + ".";
    }

    /// Where a decision stands.
    static String state(SetAside aside, boolean stands, boolean proposed) {
        var at = aside.reconsideredAt();
        if (at != null) return "Reconsidérée le " + day(at) + " par " + aside.reconsideredBy();
        if (stands) return "Écartée";
        return proposed ? "Proposée à nouveau, les faits ont changé" : "N’est plus proposée";
    }

    /// How an act that is proposed repeats, or how a goal is measured.
    static String said(Merge.Proposal proposal) {
        var act = proposal.act();
        var goal = proposal.goal();
        if (act != null) return RecurrenceWords.of(act.when(), act.windowDays());
        return goal == null ? "" : ProtocolText.measure(goal.indicator(), goal.target());
    }

    private static String day(Instant at) {
        return FrenchDates.date(LocalDate.ofInstant(at, FrenchDates.PARIS));
    }
}
