package fr.maillage.directory;

import java.util.regex.Pattern;

/// The national files a directory is made of, and those of the communes.
///
/// Each is known by the name it is published under, whatever stands around it: `v_commune_2026.csv`
/// is one, its neighbours in the same archive (`v_commune_comer_2026.csv`,
/// `v_commune_depuis_1943.csv`) are not.
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
    FINESS("etalab-cs", "etalab"),
    /// Offers of the ROR, a FHIR bundle.
    ROR("ror", "(?<![a-z])ror(?![a-z])"),
    /// The Annuaire Santé, asked for what changed.
    ANNUAIRE_FHIR("", "(?!)"),
    /// The ROR, asked for what changed.
    ROR_FHIR("", "(?!)"),
    /// The official list of communes, `v_commune`.
    COMMUNES("v_commune_2026", "v_commune_?[0-9]{4}"),
    /// What became of former communes, `v_mvtcommune`.
    FUSIONS("v_mvt_commune", "v_?mvt_?commune"),
    /// Populations of the communes.
    POPULATIONS("donnees_communes");

    private final String inName;

    private final Pattern pattern;

    Source(String inName) {
        this(inName, inName);
    }

    Source(String inName, String pattern) {
        this.inName = inName;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /// What the name of its file holds, in words.
    public String inName() {
        return inName;
    }

    /// Whether a file of this name is one of its own.
    public boolean names(String file) {
        return pattern.matcher(file).find();
    }
}
