package fr.maillage.intake;

/// What the one who asks is to the person, which decides what they learn of the outcome. Source:
/// CSP L.1110-4 (secret and its sharing), R.1110-2 (who may share), D.1110-3-4.
public enum AskerQuality {
    MEDECIN_TRAITANT("Médecin traitant", Share.CARE),
    MEDECIN("Autre médecin", Share.CARE),
    INFIRMIER("Infirmier, infirmière", Share.CARE),
    AUTRE_SOIGNANT("Autre professionnel de santé", Share.CARE),
    HOPITAL("Hôpital, établissement de santé", Share.CARE),
    SOCIAL("Professionnel du social", Share.PART),
    MEDICO_SOCIAL("Professionnel du médico-social", Share.PART),
    PERSONNE("La personne elle-même", Share.SELF),
    PROCHE("Un proche, un aidant", Share.CONSENTED),
    BAILLEUR("Bailleur", Share.ACKNOWLEDGEMENT),
    MAIRIE("Mairie", Share.ACKNOWLEDGEMENT),
    VOISIN("Voisin", Share.ACKNOWLEDGEMENT),
    AUTRE("Autre", Share.ACKNOWLEDGEMENT);

    private final String label;
    private final Share share;

    AskerQuality(String label, Share share) {
        this.label = label;
        this.share = share;
    }

    /// The words on screen.
    public String label() {
        return label;
    }

    /// What this quality may learn.
    public Share share() {
        return share;
    }

    /// What may be said of a request about a person. Of a request about nobody, anything.
    public enum Share {
        /// Care team: the decision and the content that serves their part.
        CARE,
        /// Social and medico-social professionals of R.1110-2: the outcome their part needs, no
        /// health content.
        PART,
        /// The person.
        SELF,
        /// A relative: the outcome when the person consented to sharing outside the care team, else
        /// an acknowledgement.
        CONSENTED,
        /// Landlord, neighbour, town hall: an acknowledgement only.
        ACKNOWLEDGEMENT
    }
}
