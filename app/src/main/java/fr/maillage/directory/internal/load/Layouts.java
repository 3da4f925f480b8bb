package fr.maillage.directory.internal.load;

import static fr.maillage.directory.internal.load.Column.key;
import static fr.maillage.directory.internal.load.Column.mail;
import static fr.maillage.directory.internal.load.Column.person;
import static fr.maillage.directory.internal.load.Column.text;
import static fr.maillage.directory.internal.load.Column.wanted;

import fr.maillage.directory.internal.load.Layout.Term;
import java.util.List;

/// The extractions of the Annuaire Santé beside that of persons. Source: Annuaire Santé,
/// extractions en libre accès.
final class Layouts {

    private static final String TYPE = "Type d'identifiant PP";
    private static final String NUMBER = "Identifiant PP";

    private static final Term PROFESSION =
            new Term("PROFESSION", "Code profession", "Libellé profession");

    private Layouts() {}

    /// `PS_LibreAcces_SavoirFaire`: specialties, skills and qualifications of each professional.
    static Layout expertise() {
        var key = List.of("pp_id", "profession_code", "expertise_type", "expertise");
        return Layout.headed(
                '|',
                false,
                List.of(
                        TYPE,
                        NUMBER,
                        "Code profession",
                        "Code savoir-faire",
                        "Libellé savoir-faire"),
                List.of(
                        person("pp_id"),
                        key("profession_code", "Code profession"),
                        key("expertise_type", "Code type savoir-faire"),
                        wanted("expertise", Reason.CODE, "Code savoir-faire")),
                key,
                List.of(
                        PROFESSION,
                        new Term(
                                "TYPE_SAVOIR_FAIRE",
                                "Code type savoir-faire",
                                "Libellé type savoir-faire"),
                        new Term("SAVOIR_FAIRE", "Code savoir-faire", "Libellé savoir-faire")),
                new Merge.Keyed("directory.expertise", "staged", "true", key, List.of()));
    }

    /// `PS_LibreAcces_Dipl_AutExerc`: diplomas, and authorisations to practise without them.
    static Layout diplomas() {
        var key = List.of("pp_id", "diploma_type", "diploma", "authorisation", "discipline");
        return Layout.headed(
                '|',
                false,
                List.of(
                        TYPE,
                        NUMBER,
                        "Code diplôme obtenu",
                        "Libellé diplôme obtenu",
                        "Code type autorisation"),
                List.of(
                        person("pp_id"),
                        key("diploma_type", "Code type diplôme obtenu"),
                        key("diploma", "Code diplôme obtenu"),
                        key("authorisation", "Code type autorisation"),
                        key("discipline", "Code discipline autorisation")),
                key,
                List.of(
                        new Term(
                                "TYPE_DIPLOME",
                                "Code type diplôme obtenu",
                                "Libellé type diplôme obtenu"),
                        new Term("DIPLOME", "Code diplôme obtenu", "Libellé diplôme obtenu"),
                        new Term(
                                "AUTORISATION",
                                "Code type autorisation",
                                "Libellé type autorisation"),
                        new Term(
                                "DISCIPLINE",
                                "Code discipline autorisation",
                                "Libellé discipline autorisation")),
                new Merge.Keyed("directory.diploma", "staged", "true", key, List.of()));
    }

    /// The extraction of secure mailboxes (MSSanté, `Extraction_Correspondance_MSSante`): of a
    /// person, or of a person in a place. Those of a structure bear its number and nobody's. The
    /// headings changed: 41 columns in older files, 31 today (« Adresse BAL », « Identification
    /// Structure »).
    static Layout mailboxes() {
        return Layout.headed(
                '|',
                false,
                List.of(TYPE + "|Type identifiant PP", NUMBER, "Adresse BAL MSSanté|Adresse BAL"),
                List.of(
                        Mailboxes.owner("pp_id"),
                        mail("address", "Adresse BAL MSSanté", "Adresse BAL"),
                        text(
                                "site_id",
                                "Identifiant structure",
                                "Identifiant technique de la structure"),
                        Mailboxes.finess("finess")),
                List.of("pp_id", "address", "finess"),
                List.of(),
                new Mailboxes());
    }
}
