package fr.maillage.steering.internal.national;

/// What a region publishes for those who follow the guide nationally; names are those of the
/// database. Counts of structures, of texts, of meetings: never of persons.
///
/// Source: guide DGOS 2012, partie 1 §3 (national team; the two steps of the regions), fiches O2
/// (types), L1 (evaluation), L2 (contracts), L3 (information systems); CSP D.6321-5 to D.6321-7
/// (texts).
enum Figure {
    RESEAUX(Group.TYPES, "Réseaux, plateformes et DAC ouverts", "", true),
    PROXIMITE(Group.TYPES, "Coordination de proximité", "réseaux", false),
    REGIONAL(Group.TYPES, "Régionaux de cancérologie et de périnatalité", "réseaux", false),
    TRES_SPECIALISE(Group.TYPES, "Très spécialisés", "réseaux", false),
    AUTRE(Group.TYPES, "Autres", "réseaux", false),
    NON_CLASSE(Group.TYPES, "Pas encore classés", "réseaux", false),
    ETATS_DES_LIEUX(Group.REVIEW, "États des lieux faits", "réseaux du périmètre", true),
    EN_COURS(Group.REVIEW, "États des lieux en cours", "réseaux du périmètre", false),
    POURSUITE(Group.REVIEW, "Conclusion\u00A0: poursuite", "états des lieux faits", false),
    REGROUPEMENT(Group.REVIEW, "Conclusion\u00A0: regroupement", "états des lieux faits", false),
    TRANSFORMATION(
            Group.REVIEW, "Conclusion\u00A0: transformation", "états des lieux faits", false),
    ARRET(Group.REVIEW, "Conclusion\u00A0: arrêt", "états des lieux faits", false),
    PORTEURS(
            Group.CONTRACT,
            "Aptes à porter l’appui à la coordination",
            "états des lieux faits",
            false),
    SIGNES(Group.CONTRACT, "Contrats en cours", "réseaux aptes à porter l’appui", true),
    NEGOCIES(Group.CONTRACT, "Contrats en négociation", "réseaux aptes à porter l’appui", false),
    CONVENTIONS(Group.TEXTS, "Ont leur convention constitutive", "réseaux", true),
    STATUTS(Group.TEXTS, "Ont leurs statuts", "réseaux", false),
    PROJETS_DE_SANTE(Group.TEXTS, "Ont leur projet de santé", "réseaux", false),
    CPOM(Group.TEXTS, "Ont leur CPOM", "réseaux", false),
    CONCERTATIONS(Group.CONSULTATION, "Concertations menées", "", false),
    REUNIONS(Group.CONSULTATION, "Réunions tenues", "", false),
    EVALUATIONS(
            Group.EVALUATION, "Ont leur évaluation ou leur rapport d’activité", "réseaux", true),
    ENQUETES(Group.EVALUATION, "Enquêtes sur le service rendu closes en douze mois", "", true),
    REPONSES(Group.EVALUATION, "Réponses à celles que l’agence a menées", "destinataires", false),
    PROJETS(Group.EVALUATION, "Projets suivis, prévu et fait", "", false),
    OUTIL(Group.TOOLS, "Travaillent avec ce système d’information", "réseaux", false),
    PUBLIENT(
            Group.TOOLS,
            "Publient leurs indicateurs, cette année ou la dernière",
            "réseaux qui travaillent avec ce système",
            true);

    /// The headings of the page.
    enum Group {
        TYPES("Types de réseaux", "fiche O2 §2"),
        REVIEW("Première étape\u00A0: l’état des lieux", "partie 1 §3"),
        CONTRACT("Seconde étape\u00A0: les contrats", "partie 1 §3\u00A0; fiche L2"),
        TEXTS("Textes présents", "CSP D.6321-3 à D.6321-6"),
        CONSULTATION("Concertation préalable", "partie 1 §3"),
        EVALUATION("Évaluation du service rendu", "partie 1 §3\u00A0; fiche L1"),
        TOOLS("Système d’information et indicateurs", "partie 1 §3\u00A0; fiche L3");

        private final String label;
        private final String source;

        Group(String label, String source) {
            this.label = label;
            this.source = source;
        }

        String label() {
            return label;
        }

        String source() {
            return source;
        }
    }

    private final Group group;
    private final String label;
    private final String among;
    private final boolean main;

    Figure(Group group, String label, String among, boolean main) {
        this.group = group;
        this.label = label;
        this.among = among;
        this.main = main;
    }

    Group group() {
        return group;
    }

    String label() {
        return label;
    }

    /// Of what it is a part; "" for a count by itself.
    String among() {
        return among;
    }

    /// Whether it is a column of the table of regions.
    boolean main() {
        return main;
    }
}
