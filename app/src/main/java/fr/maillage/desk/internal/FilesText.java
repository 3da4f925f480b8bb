package fr.maillage.desk.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The French words about files: list, search, synthesis, line of life.
final class FilesText {

    static final String IDENTITY_SAVED = "Identité enregistrée.";

    private FilesText() {}

    static String age(@Nullable LocalDate birth, @Nullable LocalDate deceased, LocalDate today) {
        if (birth == null) return "âge inconnu";
        return FrenchDates.age(birth, deceased == null ? today : deceased);
    }

    static String ageAndPlace(
            @Nullable LocalDate birth,
            @Nullable LocalDate deceased,
            @Nullable String commune,
            LocalDate today) {
        return age(birth, deceased, today) + (commune == null ? "" : ", " + commune);
    }

    static String situation(
            @Nullable String status, @Nullable Integer level, @Nullable LocalDate deceased) {
        if (deceased != null) return "Décès le" + NBSP + FrenchDates.numeric(deceased);
        if (status == null) return "Sans accompagnement";
        return switch (status) {
            case "ACTIF" -> "Niveau" + NBSP + level;
            case "VEILLE" -> "Veille";
            default -> "Clos";
        };
    }

    /// How many were found for what was `typed`; nothing for nothing.
    static String found(String typed, int count) {
        if (typed.isBlank()) return "";
        return switch (count) {
            case 0 -> "Personne de proche dans les dossiers de la structure.";
            case 1 -> "1 personne proche";
            default -> count + " personnes proches";
        };
    }

    /// The birth name of somebody known by another, when that is what was typed. Why somebody is
    /// found by a name they no longer bear.
    static String formerly(String name) {
        return "anciennement " + name;
    }

    static String bornAs(String sex, String birthName) {
        return ("M".equals(sex) ? "né " : "née ") + birthName;
    }

    static String doctor(String state, @Nullable String name) {
        return switch (state) {
            case "DECLARE" -> name == null ? "déclaré" : name;
            case "A_DECLARER" -> name == null ? "à déclarer" : name + ", à déclarer";
            case "NE_PARTICIPE_PAS" ->
                    name == null
                            ? "ne souhaite pas participer"
                            : name + ", ne souhaite pas participer";
            default -> "à rechercher";
        };
    }

    static String plan(@Nullable Integer number, @Nullable String opinion, boolean pending) {
        if (number == null) return pending ? "en préparation" : "aucun";
        var words =
                switch (opinion == null ? "" : opinion) {
                    case "VALIDE", "VALIDE_APRES_AMENDEMENT" -> "validé";
                    case "SANS_OBJET" -> "sans MT";
                    case "NON_DEMANDE" -> "suivi repris";
                    case "MODIFICATION_DEMANDEE" -> "modification demandée";
                    default -> "avis attendu";
                };
        return "v" + number + ", " + words;
    }

    static String alerts(int open) {
        return open == 0 ? "" : open == 1 ? "1" + NBSP + "alerte" : open + NBSP + "alertes";
    }

    static String level(int level) {
        return switch (level) {
            case 0 -> "Niveau" + NBSP + "0, veille";
            case 1 -> "Niveau" + NBSP + "1, risque de complexification";
            case 2 -> "Niveau" + NBSP + "2, complexe, court terme";
            default -> "Niveau" + NBSP + "3, complexe, long terme";
        };
    }

    static String mtFilter(String code) {
        return switch (code) {
            case "sans" -> "sans médecin traitant";
            case "A_DECLARER" -> "médecin traitant à déclarer";
            case "A_RECHERCHER" -> "médecin traitant à rechercher";
            case "NE_PARTICIPE_PAS" -> "médecin traitant qui ne souhaite pas participer";
            default -> "médecin traitant déclaré";
        };
    }

    static String statusFilter(String code) {
        return switch (code) {
            case "ACTIF" -> "accompagnés";
            case "VEILLE" -> "en veille";
            case "CLOS" -> "clos";
            case "AUCUN" -> "sans accompagnement";
            default -> "suivies, veille comprise";
        };
    }

    static String result(String code) {
        return switch (code) {
            case "ATTEINT" -> "Atteint";
            case "EN_PARTIE" -> "En partie";
            case "NON_ATTEINT" -> "Non atteint";
            case "ABANDONNE" -> "Abandonné";
            default -> "En cours";
        };
    }

    static String resultTone(String code) {
        return switch (code) {
            case "ATTEINT" -> "is-done";
            case "EN_PARTIE" -> "is-due";
            case "NON_ATTEINT" -> "is-late";
            case "ABANDONNE" -> "";
            default -> "is-info";
        };
    }

    static String resultIcon(String code) {
        return switch (code) {
            case "ATTEINT" -> "circle-check";
            case "EN_PARTIE" -> "circle-dot";
            case "NON_ATTEINT" -> "alert-circle";
            case "ABANDONNE" -> "circle-x";
            default -> "target-arrow";
        };
    }

    static String periodicity(@Nullable Integer every, @Nullable String unit) {
        if (every == null || unit == null) return "une fois";
        return switch (unit) {
            case "JOUR" -> every == 1 ? "chaque jour" : "tous les " + every + " jours";
            case "SEMAINE" -> every == 1 ? "chaque semaine" : "toutes les " + every + " semaines";
            default -> every == 1 ? "chaque mois" : "tous les " + every + " mois";
        };
    }

    static String volet(String volet) {
        return switch (volet) {
            case "SOINS" -> "Plan de soins";
            case "EDUCATION" -> "Plan d’éducation thérapeutique";
            default -> "Plan d’aide";
        };
    }

    static String contact(String channel, String direction, String who) {
        var incoming = direction.equals("ENTRANT");
        return switch (channel) {
            case "TELEPHONE" -> (incoming ? "Appel de " : "Appel à ") + who;
            case "COURRIEL" -> (incoming ? "Courriel de " : "Courriel à ") + who;
            case "TELECOPIE" -> (incoming ? "Télécopie de " : "Télécopie à ") + who;
            case "COURRIER" -> (incoming ? "Courrier de " : "Courrier à ") + who;
            case "MSSANTE" -> (incoming ? "Message sécurisé de " : "Message sécurisé à ") + who;
            case "VISITE" -> "Visite" + NBSP + ": " + who;
            default -> "Réunion" + NBSP + ": " + who;
        };
    }

    static String reached(String code) {
        return switch (code) {
            case "JOINT" -> "joint";
            case "MESSAGE" -> "message laissé";
            case "PAS_DE_REPONSE" -> "pas de réponse";
            default -> "à rappeler";
        };
    }

    static String appointment(String kind) {
        return switch (kind) {
            case "VISITE" -> "Visite à domicile";
            case "TELEPHONE" -> "Appel prévu";
            case "BUREAU" -> "Rendez-vous au bureau";
            case "VISIO" -> "Visioconférence";
            case "RCP" -> "RCP";
            case "SYNTHESE" -> "Réunion de synthèse";
            case "FORMATION" -> "Formation";
            default -> "Réunion";
        };
    }

    static String severity(@Nullable String code) {
        if (code == null) return "";
        return switch (code) {
            case "SEVERE" -> "sévère";
            case "MODEREE" -> "modérée";
            default -> "légère";
        };
    }

    /// A kind of the line of life: its plural, for tiles.
    static String kind(String kind) {
        return switch (kind) {
            case "DEMANDE" -> "demandes";
            case "INCLUSION" -> "inclusion";
            case "NIVEAU" -> "niveaux";
            case "DROITS" -> "droits";
            case "EVALUATION" -> "évaluations";
            case "PPS" -> "plan";
            case "SUIVI" -> "suivi";
            case "ALERTE" -> "alertes";
            case "CONTACT" -> "contacts";
            case "VISITE" -> "visites";
            case "SEJOUR" -> "séjours";
            case "COURRIER" -> "courriers";
            case "DOCUMENT" -> "documents";
            case "CERCLE" -> "cercle";
            case "IDENTITE" -> "identité";
            case "SORTIE" -> "sorties";
            default -> "RCP";
        };
    }

    static String kindIcon(String kind) {
        return switch (kind) {
            case "DEMANDE" -> "inbox";
            case "INCLUSION" -> "user-check";
            case "NIVEAU" -> "flag";
            case "DROITS" -> "shield-check";
            case "EVALUATION" -> "clipboard-check";
            case "PPS" -> "list-check";
            case "SUIVI" -> "checks";
            case "ALERTE" -> "bell";
            case "CONTACT" -> "phone";
            case "VISITE" -> "home-heart";
            case "SEJOUR" -> "bed";
            case "COURRIER" -> "mail";
            case "DOCUMENT" -> "paperclip";
            case "CERCLE" -> "users";
            case "IDENTITE" -> "id";
            case "SORTIE" -> "logout";
            default -> "calendar-event";
        };
    }

    static String kindTone(String kind) {
        return switch (kind) {
            case "ALERTE", "SEJOUR" -> "is-late";
            case "EVALUATION", "INCLUSION", "SUIVI" -> "is-done";
            case "PPS", "NIVEAU" -> "is-info";
            default -> "";
        };
    }
}
