package fr.maillage.patient.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.IdentityForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The French sentences of the module.
final class PatientText {

    static final String SEX = "Choisissez le sexe inscrit à l’état civil, ou indéterminé.";
    static final String EMAIL =
            "Cette adresse électronique n’est pas complète" + NBSP + ": nom@domaine.fr.";
    static final String MT_STATE = "Choisissez où en est la personne avec un médecin traitant.";
    static final String MT_NAME_MISSING =
            "Donnez le nom du médecin traitant déclaré, ou son numéro RPPS.";
    static final String MT_NAMED =
            "Un médecin est nommé"
                    + NBSP
                    + ": choisissez «"
                    + NBSP
                    + "À déclarer"
                    + NBSP
                    + "», ou effacez son nom.";
    static final String MT_OPPOSITION_MISSING =
            "Dites ce que le médecin traitant ne doit pas apprendre"
                    + NBSP
                    + ": tout, ou un sujet précis.";
    static final String INS_HELD =
            "Ce matricule INS est déjà celui d’une autre personne de la structure"
                    + NBSP
                    + ": cherchez-la avant d’enregistrer.";
    static final String RPPS_UNKNOWN =
            "Ce numéro RPPS est inconnu de l’annuaire"
                    + NBSP
                    + ": vérifiez-le, ou donnez aussi le nom du médecin.";

    static final String CHANGE_GROUND =
            "Cette identité avait été vérifiée"
                    + NBSP
                    + ": dites sur quoi repose le changement, ou contrôlez une pièce.";

    /// On what a change of identity rests.
    static final Map<String, String> GROUNDS = grounds();

    /// Fields compared when two people saved the same page, with their label.
    static final Map<String, Function<IdentityForm, String>> LABELS = labels();

    private PatientText() {}

    private static Map<String, Function<IdentityForm, String>> labels() {
        var labels = new LinkedHashMap<String, Function<IdentityForm, String>>();
        labels.put("Nom de naissance", IdentityForm::birthName);
        labels.put("Nom utilisé", IdentityForm::usedName);
        labels.put("Prénoms", IdentityForm::givenNames);
        labels.put("Sexe", IdentityForm::sex);
        labels.put("Date de naissance", IdentityForm::birthDate);
        labels.put("Lieu de naissance", IdentityForm::birthPlace);
        labels.put("Matricule INS", IdentityForm::ins);
        labels.put("Téléphone fixe", form -> PhoneNumber.written(form.phone()));
        labels.put("Téléphone mobile", form -> PhoneNumber.written(form.mobile()));
        labels.put("Courriel", IdentityForm::email);
        labels.put("Adresse", IdentityForm::address);
        labels.put(
                "Commune",
                form ->
                        form.commune()
                                .replaceAll(
                                        "\\s*\\(?\\b\\d{5}\\b\\)?",
                                        "")); // saving adds the postcode
        labels.put("Langue", IdentityForm::language);
        labels.put("Vit seule", IdentityForm::livesAlone);
        labels.put("Médecin traitant", form -> mtState(form.mtState()));
        labels.put("Nom du médecin traitant", IdentityForm::mtName);
        labels.put("Téléphone du médecin traitant", form -> PhoneNumber.written(form.mtPhone()));
        labels.put(
                "Ce que le médecin ne doit pas apprendre",
                form -> form.mtOpposed() ? form.mtOpposition() : "");
        labels.put("Note", IdentityForm::notes);
        return labels;
    }

    private static Map<String, String> grounds() {
        var words = new LinkedHashMap<String, String>();
        words.put("DECLARATION", "Déclaration de la personne ou d’un proche");
        words.put("SAISIE", "Erreur de saisie");
        words.put("MARIAGE", "Mariage, divorce, nom d’usage");
        words.put("JUGEMENT", "Jugement ou état civil");
        words.put("INSI", "Retour du téléservice INSi");
        return words;
    }

    /// On what a change rests, in words.
    static String ground(String code) {
        return switch (code) {
            case "PIECE" -> "Pièce d’identité contrôlée";
            case "FUSION" -> "Fusion de fiches";
            default -> GROUNDS.getOrDefault(code, "");
        };
    }

    /// A trait of the identity, from its column.
    static String trait(String column) {
        return switch (column) {
            case "birth_name" -> "Nom de naissance";
            case "used_name" -> "Nom utilisé";
            case "given_names" -> "Prénoms";
            case "sex" -> "Sexe";
            case "birth_date" -> "Date de naissance";
            case "birth_place" -> "Lieu de naissance";
            default -> "Matricule INS";
        };
    }

    /// The line of life: that it changed, never from what to what.
    static String identityChanged(boolean noLongerQualified) {
        return noLongerQualified
                ? "Identité modifiée, INS à qualifier de nouveau"
                : "Identité modifiée";
    }

    static String mtState(String state) {
        return switch (state) {
            case "DECLARE" -> "Déclaré";
            case "A_DECLARER" -> "À déclarer";
            case "NE_PARTICIPE_PAS" -> "Ne souhaite pas participer";
            default -> "À rechercher";
        };
    }

    static String doctorChanged(String state) {
        return "Médecin traitant" + NBSP + ": " + mtState(state).toLowerCase(Locale.FRENCH);
    }

    static String identityStatus(String status, boolean ins) {
        return switch (status) {
            case "QUALIFIEE" ->
                    "Identité qualifiée"
                            + NBSP
                            + ": la pièce a été contrôlée et le matricule vient d’INSi. Il peut accompagner les échanges.";
            case "VALIDEE" ->
                    "Identité validée sur pièce. "
                            + (ins
                                    ? "Le matricule a été saisi"
                                            + NBSP
                                            + ": il ne sera transmis qu’une fois vérifié par INSi."
                                    : "Le matricule INS n’est pas connu.");
            case "RECUPEREE" ->
                    "Matricule venu d’INSi" + NBSP + ": il reste à contrôler une pièce d’identité.";
            default ->
                    "Identité provisoire"
                            + NBSP
                            + ": aucune pièce contrôlée. "
                            + (ins
                                    ? "Le matricule saisi ne sera pas transmis."
                                    : "Le matricule INS n’est pas connu.");
        };
    }

    static String tooLong(int length, int max) {
        return "Ce texte est trop long"
                + NBSP
                + ": "
                + Typography.number(length)
                + " caractères, "
                + Typography.number(max)
                + " au plus. Il est toujours ci-dessous"
                + NBSP
                + ": raccourcissez-le, ou classez-le comme document.";
    }

    static String severalCommunes(String name) {
        return "Plusieurs communes s’appellent " + name + NBSP + ": ajoutez le code postal.";
    }

    static String unknownCommune(List<String> near) {
        var start =
                "Cette commune n’est pas de la région"
                        + NBSP
                        + ": vérifiez son nom, ou ajoutez son code postal si elle est ailleurs.";
        return near.isEmpty()
                ? start
                : start + " Proches" + NBSP + ": " + String.join(", ", near) + ".";
    }

    static String of(ConsentRule.Flaw flaw) {
        return switch (flaw) {
            case STATE_NOT_OF_ACT ->
                    "Cette réponse ne va pas avec cet accord"
                            + NBSP
                            + ": choisissez-en une de la liste.";
            case IN_THE_FUTURE ->
                    "La date est dans le futur" + NBSP + ": un accord se note une fois donné.";
            case FORM_UNKNOWN ->
                    "Choisissez la forme"
                            + NBSP
                            + ": oral, écrit, téléphone, par un représentant ou en urgence.";
            case GIVER_UNKNOWN -> "Choisissez qui s’est exprimé.";
            case REPRESENTATIVE_MISSING ->
                    "Donnez le nom du représentant ou de la personne de confiance, et sa qualité.";
            case PROFESSIONAL_MISSING -> "Dites à quel professionnel la personne s’oppose.";
            case REASON_MISSING ->
                    "Dites pourquoi"
                            + NBSP
                            + ": une urgence, ou une personne hors d’état de s’exprimer, se motive.";
            case SCOPE_MISSING ->
                    "Dites avec qui et pour quoi" + NBSP + ": cet accord est préalable et précis.";
            case NOTHING_TO_WITHDRAW ->
                    "Aucun accord donné n’est enregistré"
                            + NBSP
                            + ": il n’y a rien à retirer. Notez un refus, ou une opposition.";
        };
    }

    static String of(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT -> "Accord à l’accompagnement";
            case PARTAGE_EQUIPE -> "Information et partage dans l’équipe de soins";
            case PARTAGE_HORS_EQUIPE -> "Partage hors de l’équipe de soins";
            case INFORMATION_DMP -> "Information sur le DMP";
            case PROTOCOLE_COOPERATION -> "Information sur un protocole de coopération";
        };
    }

    static String of(Act act, State state) {
        return switch (state) {
            case DONNE ->
                    switch (act) {
                        case ACCOMPAGNEMENT, PARTAGE_HORS_EQUIPE -> "donné";
                        case PARTAGE_EQUIPE -> "informée, ne s’oppose pas";
                        case INFORMATION_DMP, PROTOCOLE_COOPERATION -> "informée";
                    };
            case A_CONFIRMER -> "à confirmer";
            case REFUSE -> "refusé";
            case OPPOSITION -> "opposition";
            case OPPOSITION_PARTIELLE -> "opposition à un professionnel";
            case HORS_D_ETAT -> "hors d’état de s’exprimer";
            case RETIRE -> "retiré";
        };
    }

    /// The line of life: no name, no health content.
    static String line(Act act, State state) {
        return of(act) + NBSP + ": " + of(act, state);
    }

    static String tellingDoctor(boolean opposed) {
        return opposed
                ? "S’oppose à l’information du médecin traitant"
                : "Ne s’oppose plus à l’information du médecin traitant";
    }
}
