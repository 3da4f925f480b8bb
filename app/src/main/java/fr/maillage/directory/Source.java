package fr.maillage.directory;

/// The national files a directory is made of, and those of the communes.
public enum Source {
    /// Persons and activities, `PS_LibreAcces_Personne_activite`.
    PERSONNES("Personne_activite"),
    /// Specialties and skills, `PS_LibreAcces_SavoirFaire`.
    SAVOIR_FAIRE("SavoirFaire"),
    /// Diplomas and authorisations, `PS_LibreAcces_Dipl_AutExerc`.
    DIPLOMES("Dipl_AutExerc"),
    /// Secure mailboxes.
    MSSANTE("MSSante"),
    /// Establishments, `etalab-cs1100502-stock`.
    FINESS("etalab"),
    /// Offers of the ROR, a FHIR bundle.
    ROR("ror"),
    /// The Annuaire Santé, asked for what changed.
    ANNUAIRE_FHIR(""),
    /// The ROR, asked for what changed.
    ROR_FHIR(""),
    /// The official list of communes, `v_commune`.
    COMMUNES("v_commune"),
    /// What became of former communes, `v_mvtcommune`.
    FUSIONS("mvtcommune"),
    /// Populations of the communes.
    POPULATIONS("donnees_communes");

    private final String inName;

    Source(String inName) {
        this.inName = inName;
    }

    /// What the name of its file holds.
    public String inName() {
        return inName;
    }
}
