package fr.maillage.portability.internal.reading;

import static fr.maillage.portability.internal.reading.Part.ACT;
import static fr.maillage.portability.internal.reading.Part.CIRCLE;
import static fr.maillage.portability.internal.reading.Part.PERSON;
import static fr.maillage.portability.internal.reading.Part.RIGHT;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column may be. The label is the heading of our own workbooks, in their order; other
/// headings are in `portability/headings.csv`.
public enum Field {
    FILE_NUMBER(PERSON, "N° de dossier", null),
    BIRTH_NAME(PERSON, "Nom de naissance", null),
    USED_NAME(PERSON, "Nom d’usage", null),
    GIVEN_NAMES(PERSON, "Prénoms", null),
    FULL_NAME(PERSON, "NOM Prénom", null),
    SEX(PERSON, "Sexe", CodeSet.SEX),
    BIRTH_DATE(PERSON, "Date de naissance", null),
    BIRTH_PLACE(PERSON, "Lieu de naissance", null),
    INS(PERSON, "Matricule INS", null),
    PHONE(PERSON, "Téléphone", null),
    MOBILE(PERSON, "Mobile", null),
    EMAIL(PERSON, "Courriel", null),
    ADDRESS(PERSON, "Adresse", null),
    POSTCODE(PERSON, "Code postal", null),
    COMMUNE(PERSON, "Commune", null),
    SITUATION(PERSON, "Situation", CodeSet.SITUATION),
    INCLUDED_ON(PERSON, "Date d’inclusion", null),
    THEME(PERSON, "Thème", CodeSet.THEME),
    MOTIVE(PERSON, "Motif", null),
    LEVEL(PERSON, "Niveau", CodeSet.LEVEL),
    REFERENT(PERSON, "Référent", CodeSet.MEMBER),
    LAST_REASSESSMENT(PERSON, "Dernière réévaluation", null),
    NEXT_REASSESSMENT(PERSON, "Prochaine réévaluation", null),
    MT_NAME(PERSON, "Médecin traitant", CodeSet.PRACTITIONER),
    MT_RPPS(PERSON, "RPPS du médecin traitant", null),
    MT_PHONE(PERSON, "Téléphone du médecin traitant", null),
    MT_STATE(PERSON, "État du médecin traitant", CodeSet.MT_STATE),
    CONSENT(PERSON, "Accord à l’accompagnement", CodeSet.CONSENT),
    CONSENT_ON(PERSON, "Date de l’accord", null),
    CONSENT_FORM(PERSON, "Forme de l’accord", CodeSet.CONSENT_FORM),
    SHARING(PERSON, "Partage dans l’équipe de soins", CodeSet.SHARING),
    SHARING_ON(PERSON, "Date de l’information sur le partage", null),
    NOTE(PERSON, "Remarques", null),

    C_NAME(CIRCLE, "Intervenant", CodeSet.PRACTITIONER),
    C_PROFESSION(CIRCLE, "Profession", null),
    C_ROLE(CIRCLE, "Rôle", CodeSet.ROLE),
    C_RELATION(CIRCLE, "Lien", null),
    C_RPPS(CIRCLE, "RPPS", null),
    C_PHONE(CIRCLE, "Téléphone de l’intervenant", null),
    C_EMAIL(CIRCLE, "Courriel de l’intervenant", null),
    C_SINCE(CIRCLE, "Depuis le", null),
    C_STANDING(CIRCLE, "Appartenance", CodeSet.STANDING),
    C_PARTS(CIRCLE, "Parties du plan partagées", null),

    A_WHAT(ACT, "Intervention", null),
    A_TYPE(ACT, "Nature", CodeSet.ACT_TYPE),
    A_WHO(ACT, "Réalisée par", null),
    A_NEXT(ACT, "Prochaine date", null),
    A_EVERY(ACT, "Rythme", null),
    A_UNTIL(ACT, "Jusqu’au", null),

    R_KIND(RIGHT, "Droit", CodeSet.RIGHT),
    R_NAME(RIGHT, "Précision", null),
    R_STATE(RIGHT, "État", CodeSet.RIGHT_STATE),
    R_ASKED(RIGHT, "Demandé le", null),
    R_DECIDED(RIGHT, "Décidé le", null),
    R_STARTS(RIGHT, "Début", null),
    R_ENDS(RIGHT, "Fin", null),
    R_REFERENCE(RIGHT, "Référence", null),
    R_DETAIL(RIGHT, "Affection", null),
    R_APPEAL_UNTIL(RIGHT, "Recours possible jusqu’au", null),
    R_APPEALED(RIGHT, "Recours formé le", null);

    private final Part part;
    private final String label;
    private final @Nullable CodeSet codes;

    Field(Part part, String label, @Nullable CodeSet codes) {
        this.part = part;
        this.label = label;
        this.codes = codes;
    }

    public Part part() {
        return part;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    /// The values it may take, when they are ours.
    public @Nullable CodeSet codes() {
        return codes;
    }

    /// Those of a part, in order.
    public static List<Field> of(Part part) {
        return Arrays.stream(values()).filter(f -> f.part == part).toList();
    }
}
