package fr.maillage.hospital.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the team did in an urgent or very specific situation, in support of the attending doctor
/// and never in their place (guide DGOS 2012, fiche O1 §3 III-B); and, when a stay in hospital was
/// to be feared, whether the person stayed at home (fiche D3 §2: « éviter les hospitalisations
/// indues »). The lists of means and ends are ours: « proposition Maillage ».
///
/// @param doctorWords what the doctor said, or why nobody reached them; null when nothing was noted
/// @param again first unplanned stay begun in the [#DAYS] days after; null when there is none
record AcuteSupport(
        UUID id,
        LocalDate happenedOn,
        Kind kind,
        AskedBy askedBy,
        Doctor doctor,
        @Nullable String doctorWords,
        String situation,
        String answer,
        List<Means> means,
        boolean stayFeared,
        Outcome outcome,
        @Nullable LocalDate again,
        String notedBy,
        int version) {

    /// Days without an unplanned stay after which a stay that was feared counts as avoided; the
    /// view `hospital.acute_told` has the same.
    static final int DAYS = 7;

    /// What kind of situation.
    enum Kind {
        URGENTE("Situation urgente"),
        SPECIFIQUE("Situation très spécifique");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// Who called on the team.
    enum AskedBy {
        MEDECIN_TRAITANT("Médecin traitant"),
        INFIRMIER("Infirmier à domicile"),
        AUTRE_SOIGNANT("Autre soignant"),
        AIDE_A_DOMICILE("Aide à domicile"),
        PROCHE("Proche"),
        PERSONNE("La personne"),
        SAMU("SAMU, régulation"),
        HOPITAL("Établissement"),
        EQUIPE("L’équipe elle-même");

        final String label;

        AskedBy(String label) {
            this.label = label;
        }
    }

    /// The part of the attending doctor, who leads.
    enum Doctor {
        DECIDE("Médecin traitant joint, il a décidé"),
        PREVENU("Médecin traitant prévenu"),
        NON_JOINT("Médecin traitant non joint"),
        SANS_MT("Pas de médecin traitant");

        final String label;

        Doctor(String label) {
            this.label = label;
        }
    }

    /// What can keep somebody at home.
    enum Means {
        HAD("Hospitalisation à domicile (HAD)"),
        SSIAD("SSIAD renforcé"),
        INFIRMIER("Passages infirmiers en plus"),
        AIDES("Aides à domicile en plus"),
        NUIT("Garde de nuit"),
        REPIT("Hébergement temporaire, répit de l’aidant"),
        MATERIEL("Matériel livré en urgence"),
        AVIS("Avis spécialisé par téléphone, télé-expertise"),
        CONSULTATION("Consultation non programmée"),
        HOSPITALISATION_JOUR("Hôpital de jour");

        final String label;

        Means(String label) {
            this.label = label;
        }
    }

    /// How it ended on that day.
    enum Outcome {
        DOMICILE("Restée à domicile"),
        ENTREE_DIRECTE("Entrée directe dans un service, sans passer par les urgences"),
        URGENCES("Passage par les urgences");

        final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /// Where the stay that was feared stands.
    enum Avoided {
        /// None was feared, or the person went.
        NOT_ASKED,
        /// The days after are not over.
        TO_CONFIRM,
        YES,
        /// An unplanned stay came in the days after.
        NO
    }

    Avoided avoided(LocalDate today) {
        if (!stayFeared || outcome != Outcome.DOMICILE) return Avoided.NOT_ASKED;
        if (again != null) return Avoided.NO;
        return happenedOn.plusDays(DAYS).isBefore(today) ? Avoided.YES : Avoided.TO_CONFIRM;
    }

    static <E extends Enum<E>> Optional<E> parse(E[] values, String code) {
        return Arrays.stream(values).filter(v -> v.name().equals(code)).findFirst();
    }
}
