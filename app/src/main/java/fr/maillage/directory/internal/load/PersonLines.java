package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Columns;
import fr.maillage.directory.internal.files.Fields;
import fr.maillage.directory.internal.files.Lines;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.kernel.Rpps;
import fr.maillage.kernel.SearchKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lines of the extraction of persons and activities (`PS_LibreAcces_Personne_activite`), checked
/// one by one. Read by the names of the header: older editions have 52 columns, newer ones 56.
/// Source: Annuaire Santé, extraction en libre accès.
final class PersonLines {

    /// Columns without which a file is not this extraction.
    static final List<String> REQUIRED =
            List.of(
                    "Type d'identifiant PP",
                    "Identifiant PP",
                    "Nom d'exercice",
                    "Prénom d'exercice",
                    "Code profession",
                    "Libellé profession",
                    "Code savoir-faire",
                    "Libellé savoir-faire",
                    "Code postal (coord. structure)",
                    "Code commune (coord. structure)",
                    "Libellé commune (coord. structure)",
                    "Téléphone (coord. structure)");

    /// Columns of `directory.activity`, in the order [#write] gives them.
    static final String COLUMNS =
            "hash, pp_id, family_name, given_name, family_key, given_key, civility, profession, profession_code, category,"
                    + " expertise_type, expertise, mode, siret, finess, finess_ej, site_id, site_name, site_sign, address,"
                    + " postcode, commune_code, commune_name, phone, phone2, fax, email, sector, role, genre, section";

    /// Changes when a line comes to be read otherwise: every line then counts as new.
    private static final byte READING = 1;

    private final Lines lines;
    private final Fields fields = new Fields('|');
    private final Remarks remarks;
    private final MessageDigest digest = digest();
    private final byte[] header;
    private final Columns columns;
    private final boolean older;
    private final int type;
    private final int id;
    private final int national;
    private final int family;
    private final int given;
    private final int civility;
    private final int profession;
    private final int category;
    private final int expertiseType;
    private final int expertise;
    private final int mode;
    private final int[] site;
    private final int[] address;
    private final int postcode;
    private final int commune;
    private final int[] contact;
    private final int[] codes;
    private final Terms.Kind[] terms;
    private final Map<String, String> professions;
    private final CommuneCodes communes;

    /// Reads the header.
    ///
    /// @param professions our code for each national one
    PersonLines(
            InputStream in,
            Map<String, String> professions,
            CommuneCodes communes,
            Terms terms,
            Remarks remarks)
            throws IOException, Unusable {
        this.lines = new Lines(in);
        this.professions = professions;
        this.communes = communes;
        this.remarks = remarks;
        if (!lines.next()) throw new Unusable(Why.EMPTY, "");
        fields.cut(lines);
        if (!fields.decode()) throw new Unusable(Why.NO_HEADER, REQUIRED.getFirst());
        // its headings have accents
        older = fields.older();
        columns = Columns.of(fields, REQUIRED);
        // short: it is hashed again with each line
        header = digest.digest(columns.header().getBytes(StandardCharsets.UTF_8));
        type = columns.of("Type d'identifiant PP");
        id = columns.of("Identifiant PP");
        national = columns.of("Identification nationale PP");
        family = columns.of("Nom d'exercice");
        given = columns.of("Prénom d'exercice");
        civility = columns.of("Code civilité d'exercice");
        profession = columns.of("Code profession");
        category = columns.of("Code catégorie professionnelle");
        expertiseType = columns.of("Code type savoir-faire");
        expertise = columns.of("Code savoir-faire");
        mode = columns.of("Code mode exercice");
        site =
                places(
                        columns,
                        "Numéro SIRET site",
                        "Numéro FINESS site",
                        "Numéro FINESS établissement juridique",
                        "Identifiant technique de la structure",
                        "Raison sociale site",
                        "Enseigne commerciale site");
        address =
                places(
                        columns,
                        "Complément destinataire (coord. structure)",
                        "Complément point géographique (coord. structure)",
                        "Numéro Voie (coord. structure)",
                        "Indice répétition voie (coord. structure)",
                        "Libellé type de voie (coord. structure)",
                        "Libellé Voie (coord. structure)",
                        "Mention distribution (coord. structure)");
        postcode = columns.of("Code postal (coord. structure)");
        commune = columns.of("Code commune (coord. structure)");
        contact =
                places(
                        columns,
                        "Libellé commune (coord. structure)",
                        "Téléphone (coord. structure)",
                        "Téléphone 2 (coord. structure)",
                        "Télécopie (coord. structure)",
                        "Adresse e-mail (coord. structure)");
        codes =
                places(
                        columns,
                        "Code secteur d'activité",
                        "Code rôle",
                        "Code genre activité",
                        "Code section tableau pharmaciens");
        this.terms =
                new Terms.Kind[] {
                    terms.new Kind("PROFESSION", profession, columns.of("Libellé profession")),
                    terms
                    .new Kind(
                            "CATEGORIE", category, columns.of("Libellé catégorie professionnelle")),
                    terms.new Kind("SAVOIR_FAIRE", expertise, columns.of("Libellé savoir-faire")),
                    terms.new Kind("MODE", mode, columns.of("Libellé mode exercice")),
                    terms.new Kind("SECTEUR", codes[0], columns.of("Libellé secteur d'activité")),
                    terms.new Kind("ROLE", codes[1], columns.of("Libellé rôle")),
                    terms.new Kind("GENRE", codes[2], columns.of("Libellé genre activité")),
                    terms
                    .new Kind(
                            "SECTION", codes[3], columns.of("Libellé section tableau pharmaciens"))
                };
    }

    private static int[] places(Columns columns, String... names) {
        var places = new int[names.length];
        for (int i = 0; i < names.length; i++) places[i] = columns.of(names[i]);
        return places;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Moves to the next line that is not empty; false after the last.
    boolean next() throws IOException, Unusable {
        while (lines.next()) if (lines.end() > lines.start()) return true;
        return false;
    }

    /// Passes over lines up to the one of this number; false when there is none.
    boolean goTo(long number) throws IOException, Unusable {
        while (lines.number() < number) if (!lines.next()) return false;
        return true;
    }

    long number() {
        return lines.number();
    }

    /// Bytes of text read so far.
    long bytes() {
        return lines.bytes();
    }

    /// Whether the line in hand has all its fields: a last line without its end is one that was cut
    /// when it has not.
    boolean whole() {
        fields.cut(lines);
        return columns.fits(fields);
    }

    /// Whether the last line had its end.
    boolean closed() {
        return lines.closed();
    }

    /// Sixteen bytes that stand for this line: the same line gives the same, under the same header,
    /// whatever the encoding of its file.
    byte[] hash() {
        digest.update(READING);
        digest.update(header);
        if (older) {
            fields.cut(lines);
            fields.decode();
            digest.update(fields.bytes(), fields.start(0), fields.length());
        } else digest.update(lines.buffer(), lines.start(), lines.end() - lines.start());
        return digest.digest();
    }

    /// Checks the line and adds its fields, without ending the row; false, with its reason among
    /// the remarks, when it is left out and nothing was added.
    boolean write(CopyRows rows, byte[] hash) throws SQLException {
        fields.cut(lines);
        if (!fields.decode()) return refused(Reason.ENCODING, null);
        if (!columns.fits(fields)) return refused(Reason.COLUMNS, Integer.toString(fields.count()));
        var identifier = fields.text(id);
        var kind = fields.text(type);
        var wrong = PersonNumbers.wrong(kind, identifier);
        if (wrong != null) return refused(wrong, wrong == Reason.IDENTIFIER_TYPE ? kind : null);
        if (!nameable()) return refused(Reason.NAME, null);
        if (kind.equals("8") && Rpps.doubtful(identifier))
            remarks.add(Reason.RPPS_KEY, number(), identifier);
        if (!fields.empty(national) && !fields.text(national).equals(kind + identifier))
            remarks.add(Reason.NATIONAL_ID, number(), identifier);
        for (var term : terms) term.see(fields);
        rows.uuid(hash);
        rows.text(identifier);
        rows.field(fields, family);
        if (fields.empty(given)) rows.blank();
        else rows.field(fields, given);
        rows.key(fields, family);
        if (fields.empty(given)) rows.blank();
        else rows.key(fields, given);
        rows.field(fields, civility);
        rows.text(ours());
        rows.field(fields, profession);
        rows.field(fields, category);
        rows.field(fields, expertiseType);
        rows.field(fields, expertise);
        rows.field(fields, mode);
        for (int place : site) rows.field(fields, place);
        rows.joined(fields, address);
        rows.field(fields, postcode);
        var merged = communes.today(fields, commune);
        if (merged == null) rows.field(fields, commune);
        else rows.text(merged);
        for (int place : contact) rows.field(fields, place);
        for (int place : codes) rows.field(fields, place);
        return true;
    }

    private String ours() {
        return Professions.of(professions, fields.text(profession), fields.text(expertise));
    }

    /// Whether the family name holds a letter or a figure: one of punctuation alone is nobody's,
    /// and would be found by nothing.
    private boolean nameable() {
        if (fields.empty(family)) return false;
        var bytes = fields.bytes();
        for (int i = fields.start(family); i < fields.end(family); i++) {
            byte b = bytes[i];
            if (b < 0) return !SearchKey.of(fields.text(family)).isEmpty();
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9') return true;
        }
        return false;
    }

    private boolean refused(Reason reason, @Nullable String detail) {
        remarks.add(reason, number(), detail);
        return false;
    }
}
