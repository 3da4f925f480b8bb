package fr.maillage.help.internal;

import java.util.Arrays;
import java.util.Optional;

/// What was brought. The families are those of the documents: access to care of people in precarity
/// and shared resources of mental health (SROS Nord-Pas-de-Calais, annexe « réseaux de santé »,
/// §2.7), adapted access (same, « handicap »), financial and medico-social aids (same, « cancer »),
/// relatives and carers (guide DGOS 2012, fiches D1 §3 and O1 §3). The kinds are ours: «
/// proposition Maillage ».
enum HelpKind {
    RENDEZ_VOUS(Family.ACCES_SOINS, "Rendez-vous de soins trouvé"),
    ACCOMPAGNEMENT(Family.ACCES_SOINS, "Accompagnement à un rendez-vous"),
    SANS_AVANCE(Family.ACCES_SOINS, "Soins sans avance de frais, PASS"),
    ALLER_VERS(Family.ACCES_SOINS, "Aller vers\u00A0: rue, hébergement, foyer"),
    MEDECIN(Family.ACCES_SOINS, "Médecin traitant trouvé"),
    EQUIPE_MOBILE(Family.SANTE_MENTALE, "Équipe mobile psychiatrie-précarité"),
    SECTEUR(Family.SANTE_MENTALE, "Consultation de secteur, CMP"),
    ENTRAIDE(Family.SANTE_MENTALE, "Groupe d’entraide, lieu d’accueil"),
    CONSEIL_LOCAL(Family.SANTE_MENTALE, "Situation portée au conseil local de santé mentale"),
    LANGUE_DES_SIGNES(Family.ACCES_ADAPTE, "Interprète en langue des signes"),
    INTERPRETE(Family.ACCES_ADAPTE, "Interprète"),
    COMMUNICATION(Family.ACCES_ADAPTE, "Communication adaptée\u00A0: pictogrammes, facile à lire"),
    LIEU(Family.ACCES_ADAPTE, "Lieu ou transport accessible"),
    CONSULTATION(Family.ACCES_ADAPTE, "Consultation adaptée\u00A0: longue, à blanc, sous sédation"),
    ACCOMPAGNANT(Family.ACCES_ADAPTE, "Accompagnant présent aux soins"),
    FINANCEMENT(Family.AIDES, "Aide financière recherchée"),
    MATERIEL(Family.AIDES, "Matériel, aide technique"),
    A_DOMICILE(Family.AIDES, "Aide à domicile mise en place"),
    DEMARCHE(Family.AIDES, "Démarche administrative, accès aux droits"),
    EMPLOI(Family.AIDES, "Emploi, école, logement"),
    ECOUTE(Family.PROCHES, "Écoute d’un proche"),
    INFORMATION(Family.PROCHES, "Information d’un proche"),
    FORMATION(Family.PROCHES, "Formation d’un proche"),
    GROUPE(Family.PROCHES, "Groupe, café des aidants"),
    REPIT(Family.PROCHES, "Répit organisé"),
    DROITS_AIDANT(Family.PROCHES, "Droits du proche aidant");

    /// A family of kinds, in the order shown.
    enum Family {
        ACCES_SOINS("Accès aux soins"),
        SANTE_MENTALE("Ressources partagées en santé mentale"),
        ACCES_ADAPTE("Accès adapté"),
        AIDES("Aides financières, matérielles et médico-sociales"),
        PROCHES("Proches et aidants");

        final String label;

        Family(String label) {
            this.label = label;
        }
    }

    final Family family;
    final String label;

    HelpKind(Family family, String label) {
        this.family = family;
        this.label = label;
    }

    /// A shared resource is somebody else's: it is named.
    boolean needsPartner() {
        return family == Family.SANTE_MENTALE;
    }

    /// What is given to a relative, and to nobody else.
    boolean ofRelatives() {
        return family == Family.PROCHES;
    }

    static Optional<HelpKind> parse(String code) {
        return Arrays.stream(values()).filter(k -> k.name().equals(code)).findFirst();
    }
}
