package fr.maillage.network.internal.competence;

/// A competence of the institutional coordinator: three axes, each of knowledge, know-how and
/// behaviour. Source: guide DGOS 2012, annexe 2, whose headings these are.
enum Competence {
    SAVOIRS_DU_COLLECTIF(Axis.APF, Kind.SAVOIR, "Mobiliser ses savoirs au service du collectif"),
    SAVOIRS_A_JOUR(Axis.APF, Kind.SAVOIR, "Acquérir et actualiser ses savoirs"),
    GUIDER(Axis.APF, Kind.SAVOIR_FAIRE, "Guider"),
    FORMER(Axis.APF, Kind.SAVOIR_FAIRE, "Former"),
    NEGOCIER(Axis.APF, Kind.SAVOIR_FAIRE, "Négocier"),
    SUPERVISER(Axis.APF, Kind.SAVOIR_FAIRE, "Superviser"),
    FEDERER(Axis.APF, Kind.SAVOIR_FAIRE, "Fédérer, rassembler, dynamiser"),
    FACILITER(Axis.APF, Kind.SAVOIR_FAIRE, "Faciliter"),
    DIPLOMATE(Axis.APF, Kind.SAVOIR_ETRE, "Être diplomate, tempéré, rassurant"),
    ENGAGE(Axis.APF, Kind.SAVOIR_ETRE, "Être engagé"),
    NEUTRE(Axis.APF, Kind.SAVOIR_ETRE, "Être neutre, objectif, impartial"),
    COMMUNICATION(Axis.OIC, Kind.SAVOIR, "Maîtriser les techniques de communication"),
    CONSEILLER(Axis.OIC, Kind.SAVOIR_FAIRE, "Conseiller"),
    MODES(Axis.OIC, Kind.SAVOIR_FAIRE, "Mobiliser les modes de communication adaptés"),
    VEILLE(Axis.OIC, Kind.SAVOIR_FAIRE, "Assurer une veille informative et réglementaire"),
    TRANSMETTRE(Axis.OIC, Kind.SAVOIR_FAIRE, "Transmettre"),
    SOCIABLE(Axis.OIC, Kind.SAVOIR_ETRE, "Être sociable"),
    RECEPTIF(Axis.OIC, Kind.SAVOIR_ETRE, "Être réceptif et réactif"),
    PROCEDURES(Axis.MIPE, Kind.SAVOIR, "Maîtriser procédures et ordres"),
    DOMAINES(Axis.MIPE, Kind.SAVOIR, "Connaître les domaines concernés"),
    METHODOLOGIE(Axis.MIPE, Kind.SAVOIR, "Connaître la méthodologie de projet"),
    EQUITE(Axis.MIPE, Kind.SAVOIR_FAIRE, "Veiller à l’équité"),
    RESEAU(Axis.MIPE, Kind.SAVOIR_FAIRE, "Promouvoir le travail en réseau"),
    EVALUER(Axis.MIPE, Kind.SAVOIR_FAIRE, "Évaluer et s’évaluer"),
    DEPLOYER(Axis.MIPE, Kind.SAVOIR_FAIRE, "Déployer le projet"),
    DELEGUER(Axis.MIPE, Kind.SAVOIR_FAIRE, "Déléguer"),
    S_ADAPTER(Axis.MIPE, Kind.SAVOIR_FAIRE, "S’adapter"),
    AUTONOME(Axis.MIPE, Kind.SAVOIR_ETRE, "Être autonome et méthodique"),
    MEDIATEUR(Axis.MIPE, Kind.SAVOIR_ETRE, "Être médiateur, diplomate"),
    CREATIF(Axis.MIPE, Kind.SAVOIR_ETRE, "Être créatif et innovant");

    /// The three axes.
    enum Axis {
        APF("Animer, piloter et former un collectif d’acteurs (APF)"),
        OIC("Outils et processus d’information et de communication (OIC)"),
        MIPE("Méthodologies d’intervention, de projet et d’évaluation (MIPE)");

        final String label;

        Axis(String label) {
            this.label = label;
        }
    }

    /// What of an axis.
    enum Kind {
        SAVOIR("Savoirs"),
        SAVOIR_FAIRE("Savoir-faire"),
        SAVOIR_ETRE("Savoir-être");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    final Axis axis;
    final Kind kind;
    final String label;

    Competence(Axis axis, Kind kind, String label) {
        this.axis = axis;
        this.kind = kind;
        this.label = label;
    }
}
