package fr.maillage.casefile.internal;

import fr.maillage.casefile.internal.ReturnLists.Moment;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The French sentences of stays and of the return home.
final class StayText {

    static final Map<String, String> CALLED =
            CaseFileText.ordered(
                    "HAD",
                    "Hospitalisation à domicile (HAD)",
                    "SSIAD",
                    "Soins infirmiers à domicile (SSIAD)");
    static final Map<String, String> GOALS =
            CaseFileText.ordered("MAD", "Maintien à domicile", "RAD", "Retour à domicile");
    static final String EXPECTED_NOTED = "Sortie prévue notée.";
    static final String GOAL_NOTED = "But de l’accompagnement noté.";
    static final String LIST_SAVED = "Liste enregistrée.";
    static final String MOMENT = "Choisissez quand.";
    static final String MODEL_SAVED = "Liste de la structure enregistrée.";

    static final String UNPLANNED = "séjour non programmé";
    static final String SOON_AGAIN = "autre séjour non programmé dans les 90 jours d’avant";
    static final String ALONE = "vit seule";
    static final String VULNERABLE = "vulnérabilité sociale";
    static final String NO_DOCTOR = "pas de médecin traitant déclaré";

    /// The list proposed to a structure that has none of its own (enquête réseaux 2010 §2.6: « mise
    /// en place des aides »; the guide names no line: « proposition Maillage »).
    static final List<ReturnLists.Item> PROPOSED =
            List.of(
                    new ReturnLists.Item("Médecin traitant prévenu de l’entrée", Moment.ENTREE),
                    new ReturnLists.Item(
                            "Plan et fiche pour les urgences transmis au service", Moment.ENTREE),
                    new ReturnLists.Item("Aidant et personne de confiance prévenus", Moment.ENTREE),
                    new ReturnLists.Item(
                            "Passages à domicile suspendus (infirmier, aides, repas)",
                            Moment.ENTREE),
                    new ReturnLists.Item(
                            "Ordonnances et volontés connues confiées au service", Moment.ENTREE),
                    new ReturnLists.Item(
                            "Logement, clés, animaux\u00A0: qui s’en occupe", Moment.ENTREE),
                    new ReturnLists.Item(
                            "Ordonnances remises, médicaments à la maison", Moment.AVANT_RETOUR),
                    new ReturnLists.Item(
                            "Matériel livré (lit, oxygène, déambulateur…)", Moment.AVANT_RETOUR),
                    new ReturnLists.Item("Aides à domicile en place", Moment.AVANT_RETOUR),
                    new ReturnLists.Item(
                            "Infirmier à domicile prévenu, premier passage fixé",
                            Moment.AVANT_RETOUR),
                    new ReturnLists.Item("Repas des premiers jours", Moment.AVANT_RETOUR),
                    new ReturnLists.Item("Transport du retour", Moment.AVANT_RETOUR),
                    new ReturnLists.Item("Clés, logement chauffé, courses", Moment.AVANT_RETOUR),
                    new ReturnLists.Item(
                            "Traitement de sortie connu, différences expliquées", Moment.RETOUR),
                    new ReturnLists.Item("Médecin traitant prévenu de la sortie", Moment.RETOUR),
                    new ReturnLists.Item("Rendez-vous de suivi pris", Moment.RETOUR));

    private static final String S = Typography.NBSP;

    private StayText() {}

    static String often(int stays) {
        return stays + " séjours non programmés en un an";
    }

    static String lasting(long days) {
        return "séjour de plus de 10" + S + "jours (" + days + ")";
    }

    static String aged(int years) {
        return years + S + "ans ou plus";
    }

    static String expected(@Nullable LocalDate day) {
        return day == null
                ? "La date de sortie n’est plus connue"
                : "Sortie prévue le " + FrenchDates.date(day);
    }

    /// A day once expected, with who said so.
    static String once(
            @Nullable LocalDate day,
            @Nullable String why,
            String by,
            LocalDate on,
            LocalDate today) {
        return (day == null ? "date inconnue" : FrenchDates.shortDay(day, today))
                + ", noté le "
                + FrenchDates.shortDay(on, today)
                + " par "
                + by
                + (why == null ? "" : S + ": " + why);
    }

    static String goal(String code) {
        return "But de l’accompagnement" + S + ": " + GOALS.getOrDefault(code, "");
    }

    static String called(List<String> codes) {
        return codes.stream()
                .map(code -> CALLED.getOrDefault(code, ""))
                .collect(Collectors.joining(", "));
    }

    /// « 7 points sur 10 », those that do not concern the person left out.
    static String progress(List<ReturnLists.Line> lines) {
        var asked = lines.stream().filter(l -> l.state() != ReturnLists.State.SANS_OBJET).count();
        var done = lines.stream().filter(l -> l.state() == ReturnLists.State.FAIT).count();
        return done + (done < 2 ? " point fait sur " : " points faits sur ") + asked;
    }

    /// What the return asked for and was not done when the person came home; null when nothing is
    /// left.
    static @Nullable String left(List<ReturnLists.Line> lines) {
        var left =
                lines.stream()
                        .filter(l -> l.state() == ReturnLists.State.A_FAIRE)
                        .filter(l -> l.moment() != Moment.ENTREE)
                        .map(l -> Typography.inSentence(l.label()))
                        .toList();
        if (left.isEmpty()) return null;
        return "Rentrée avec "
                + left.size()
                + (left.size() == 1 ? " point non fait" : " points non faits")
                + S
                + ": "
                + String.join("\u00A0; ", left);
    }
}
