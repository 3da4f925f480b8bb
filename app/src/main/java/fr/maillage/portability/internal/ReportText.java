package fr.maillage.portability.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.portability.internal.draft.Draft;
import fr.maillage.portability.internal.draft.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sentences of the dry run, of the takeover and of taking it back.
final class ReportText {

    static final String TAKEN_OVER = "Reprise de l’existant";
    static final String ATTACHED = "Reprise de l’existant, rattachée à ce dossier";
    static final String UNDONE = "Reprise de l’existant annulée";
    static final String STARTED =
            "L’essai à blanc a commencé\u00A0: vous pouvez quitter cette page.";
    static final String TAKING = "La reprise a commencé\u00A0: vous pouvez quitter cette page.";
    static final String UNDOING = "L’annulation a commencé\u00A0: vous pouvez quitter cette page.";
    static final String DECIDED = "Choix gardé.";
    static final String NOTHING_TO_TAKE = "Aucune ligne n’est prête à être reprise.";
    static final String NOTHING_TO_UNDO = "Rien n’a été repris, ou tout est déjà annulé.";
    static final String STOPPED =
            "Le travail s’est arrêté\u00A0: ce qui est fait est gardé, il reprendra de lui-même dans quelques minutes. S’il s’arrête encore, prévenez la personne qui s’occupe de l’installation.";
    static final String WORKED_ON =
            "Des personnes ont été suivies depuis la reprise\u00A0: elles ne sont pas retirées. Vous pouvez annuler la reprise des autres.";
    static final String NOT_A_DAY =
            "Ce n’est pas une date\u00A0: choisissez un jour, ou laissez vide.";
    static final String DECIDE = "Dites ce qu’il faut faire de cette personne.";

    /// What stood in the way at the moment of writing.
    enum Clash {
        INS,
        CONSTRAINT
    }

    private ReportText() {}

    static String refusedBy(@Nullable Clash clash) {
        if (clash == null)
            return "Cette ligne n’a pas pu être écrite. Rien d’elle n’est repris\u00A0: redonnez-la, ou saisissez-la à la main.";
        return switch (clash) {
            case INS ->
                    "Ce matricule est déjà celui d’une autre personne de la structure\u00A0: vérifiez laquelle, puis redonnez la ligne.";
            case CONSTRAINT ->
                    "Ce que dit cette ligne contredit ce qui est déjà dans le dossier (un droit, un rôle ou un accompagnement en double). Rien d’elle n’est repris.";
        };
    }

    /// « une personne, 2 intervenants, une intervention suivie, un droit ».
    static String makes(Draft draft) {
        var made = new ArrayList<String>();
        var situation = draft.situation();
        made.add(situation.watch() ? "en veille" : "niveau " + situation.level());
        if (draft.person().mtName() != null) made.add("médecin traitant");
        count(made, draft.circle().size(), "intervenant", "intervenants");
        count(made, draft.acts().size(), "intervention suivie", "interventions suivies");
        count(made, draft.rights().size(), "droit", "droits");
        if (draft.consents().stream()
                .anyMatch(c ->
                        c.act() == fr.maillage.patient.Consents.Act.ACCOMPAGNEMENT
                                && c.state() == fr.maillage.patient.Consents.State.A_CONFIRMER))
            made.add("accord à recueillir");
        return String.join(", ", made);
    }

    private static void count(List<String> made, int count, String one, String many) {
        if (count > 0) made.add(count == 1 ? "1 " + one : count + " " + many);
    }

    static String resumed(@Nullable LocalDate reassessed) {
        return "Suivi repris de l’ancien outil"
                + (reassessed == null
                        ? "."
                        : "\u202F; dernière réévaluation le " + FrenchDates.date(reassessed) + ".");
    }

    static @Nullable String detail(@Nullable String number, @Nullable String motive) {
        if (number == null && motive == null) return null;
        return (number == null ? "" : "Dossier " + number + " de l’ancien outil")
                + (number != null && motive != null ? " · " : "")
                + (motive == null ? "" : motive);
    }

    /// « Naissance, « 31/02/1940 » : ce n’est pas une date… ».
    static String of(Problem problem) {
        var about =
                problem.column().isEmpty()
                        ? ""
                        : problem.column()
                                + (problem.value().isEmpty()
                                        ? ""
                                        : " «\u00A0" + problem.value() + "\u00A0»")
                                + "\u00A0: ";
        return about + problem.sentence();
    }

    static String place(String sheet, int line, boolean severalSheets) {
        return severalSheets && !sheet.isEmpty() ? sheet + ", ligne " + line : "ligne " + line;
    }

    static String decided(Decision decision) {
        return switch (decision) {
            case CREER -> "Nouvelle personne";
            case RATTACHER -> "Rattachée à un dossier";
            case ECARTER -> "Laissée de côté";
        };
    }

    /// « BENALI Samia, née le 3 mai 1968, Lens ».
    static String person(
            String name, String sex, @Nullable LocalDate birth, @Nullable String commune) {
        return name
                + (birth == null
                        ? ""
                        : (sex.equals("F") ? ", née le " : ", né le ") + FrenchDates.date(birth))
                + (commune == null ? "" : ", " + commune);
    }

    static String counts(int total, int taken, int errors) {
        if (total == 0) return "";
        var words =
                new StringBuilder(Typography.number(total) + (total == 1 ? " ligne" : " lignes"));
        if (taken > 0)
            words.append(", ")
                    .append(Typography.number(taken))
                    .append(taken == 1 ? " reprise" : " reprises");
        if (errors > 0) words.append(", ").append(Typography.number(errors)).append(" en erreur");
        return words.toString();
    }

    static String progress(State state, int done, int total) {
        if (total == 0) return state.mark().label() + "\u00A0: lecture du fichier…";
        return state.mark().label()
                + "\u00A0: "
                + Typography.number(done)
                + " sur "
                + Typography.number(total)
                + ".";
    }

    static String worked(String name, String when, String by, String what) {
        return name + "\u00A0: " + what + (by.isEmpty() ? "" : ", " + by) + ", " + when;
    }
}
