package fr.maillage.intake.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The closed lists of a request, each code with its words.
final class Codes {

    private Codes() {}

    /// A code that people read as words.
    interface Labelled {
        String name();

        String label();
    }

    /// A choice of a form.
    static List<Choice> choices(Labelled[] all) {
        return Arrays.stream(all).map(one -> new Choice(one.name(), one.label())).toList();
    }

    /// Reads a form field or a column; empty when it is none of the list.
    static <E extends Enum<E>> Optional<E> of(Class<E> type, @Nullable String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(code))
                .findFirst();
    }

    enum Channel implements Labelled {
        TELEPHONE("Téléphone"),
        COURRIEL("Courriel"),
        TELECOPIE("Télécopie"),
        COURRIER("Courrier"),
        ACCUEIL("Accueil"),
        MSSANTE("Messagerie sécurisée"),
        FORMULAIRE("Formulaire en ligne"),
        PAPIER("Formulaire papier"),
        VIATRAJECTOIRE("ViaTrajectoire"),
        /// Territorial spotting or screening (guide, O1 §3 I-A).
        REPERAGE("Repérage, dépistage");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Agreement implements Labelled {
        INFORMEE_ACCORD("Informée et d’accord"),
        A_CONFIRMER("Accord à confirmer"),
        PAS_INFORMEE("Pas encore informée"),
        REFUSE("Refuse"),
        HORS_D_ETAT("Hors d’état de s’exprimer");

        private final String label;

        Agreement(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Degree implements Labelled {
        NORMALE("Pas d’urgence"),
        RAPIDE("Rapide"),
        URGENTE("Urgente");

        private final String label;

        Degree(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum MtNotice implements Labelled {
        EST_L_ADRESSEUR("Le médecin traitant est l’adresseur"),
        PREVENU("Médecin traitant prévenu"),
        A_PREVENIR("Médecin traitant à prévenir"),
        OPPOSITION("La personne s’oppose à ce que le médecin traitant soit prévenu"),
        SANS_MT("Sans médecin traitant"),
        SANS_OBJET("Sans objet");

        private final String label;

        MtNotice(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Status implements Labelled {
        A_ANALYSER("À analyser"),
        EN_ATTENTE("En attente d’informations"),
        CONSEIL("Conseil donné"),
        ORIENTEE("Orientée"),
        ACCOMPAGNEMENT("Accompagnement proposé"),
        SANS_SUITE("Sans suite");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        boolean open() {
            return this == A_ANALYSER || this == EN_ATTENTE;
        }
    }

    enum ClosedReason implements Labelled {
        REFUS("Refus de la personne"),
        INJOIGNABLE("Injoignable"),
        DEJA_ACCOMPAGNEE("Déjà accompagnée"),
        BESOIN_COUVERT("Besoin couvert par le 1er recours"),
        HORS_TERRITOIRE("Hors territoire, relayée"),
        DOUBLON("Doublon");

        private final String label;

        ClosedReason(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// Source: guide DGOS 2012, fiche O1 §2, « complexité médicale ».
    enum MedicalCriterion implements Labelled {
        PLURIPATHOLOGIE("Plusieurs pathologies associées, ou plusieurs ALD"),
        SEVERITE("Sévérité des pathologies"),
        DESEQUILIBRE(
                "Équilibre non acceptable depuis plusieurs mois, hospitalisations répétées dans l’année pour le même problème");

        private final String label;

        MedicalCriterion(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// Source: guide DGOS 2012, fiche O1 §2, « complexité psycho-sociale ».
    enum SocialCriterion implements Labelled {
        ISOLEMENT("Isolement ou vulnérabilité sociale"),
        PRATIQUES("Pratiques de santé inadaptées, faible recours aux soins"),
        INTRICATION("Pathologies et dépendance mêlées, qui demandent plusieurs intervenants");

        private final String label;

        SocialCriterion(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// Source: guide DGOS 2012, fiche D3 §3: the situation as a whole.
    enum Dimension implements Labelled {
        PERSONNE("La personne"),
        ENTOURAGE("L’entourage"),
        PATHOLOGIES("Les pathologies"),
        RESSOURCES_SANTE("Les ressources de santé"),
        ENVIRONNEMENT_SOCIAL("L’environnement social");

        private final String label;

        Dimension(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Subsidiarity implements Labelled {
        NON_COUVERT("Le besoin n’est couvert ni par le premier recours ni par un service existant"),
        EN_COMPLEMENT("Couvert en partie\u00A0: l’appui vient en complément, sans se substituer"),
        COUVERT_1ER_RECOURS("Le premier recours couvre le besoin"),
        COUVERT_SERVICE("Un service existant couvre le besoin");

        private final String label;

        Subsidiarity(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /// Support respects subsidiarity.
        boolean leavesRoom() {
            return this == NON_COUVERT || this == EN_COMPLEMENT;
        }
    }

    enum MtPart implements Labelled {
        AVEC_MT("Analyse faite avec le médecin traitant"),
        MT_INJOIGNABLE("Médecin traitant non joint"),
        SANS_MT("Pas de médecin traitant"),
        OPPOSITION("La personne s’oppose à ce qu’il soit prévenu");

        private final String label;

        MtPart(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// Source: guide DGOS 2012, fiche O1 §2: primary care, coordination, case management.
    enum Intensity implements Labelled {
        PONCTUEL("Ponctuel (soins primaires)"),
        SOUTENU("Soutenu (coordination)"),
        INTENSIF("Intensif (gestion de cas)");

        private final String label;

        Intensity(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Means implements Labelled {
        DOMICILE("À domicile"),
        TELEPHONE("Par téléphone"),
        HOPITAL("À l’hôpital"),
        AUTRE("Autrement");

        private final String label;

        Means(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum ToKind implements Labelled {
        MAIA("MAIA, gestion de cas"),
        CLIC("CLIC"),
        HAD("Hospitalisation à domicile"),
        RESEAU_REGIONAL("Réseau régional"),
        DAC("Autre dispositif d’appui (DAC)"),
        SSIAD("Services de soins à domicile (SSIAD)"),
        HOPITAL("Hôpital, filière gériatrique"),
        AUTRE("Autre structure");

        private final String label;

        ToKind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum ToldHow implements Labelled {
        TELEPHONE("Par téléphone"),
        COURRIER("Par courrier"),
        MSSANTE("Par messagerie sécurisée"),
        REUNION("En réunion");

        private final String label;

        ToldHow(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
