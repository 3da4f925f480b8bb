package fr.maillage.directory;

import fr.maillage.kernel.Rpps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Health professionals as the national directory knows them. A reference, the same for every
/// structure: files keep the number and the name as known, and never point here by foreign key.
public interface Practitioners {

    /// The professional who holds this number; empty when the directory does not know it, which is
    /// no refusal.
    Optional<Practitioner> find(Rpps rpps);

    /// Professionals near what was typed: a piece of the name, with or without the commune, in any
    /// order, accents and a typo tolerated; or the whole RPPS number. Best first, at most `limit`;
    /// nothing for fewer than two characters.
    List<Practitioner> near(String typed, int limit);

    /// Professionals of a profession (code, `MEDECIN_GENERALISTE`), of one commune or of all when
    /// null; by name.
    List<Practitioner> of(String profession, @Nullable String communeCode, int limit);

    /// @param profession code; `professionLabel` is what people read
    /// @param mssante secure address, when the directory gives one
    record Practitioner(
            String rpps,
            String familyName,
            String givenName,
            String profession,
            String professionLabel,
            @Nullable String specialty,
            @Nullable String organization,
            @Nullable String address,
            @Nullable String communeCode,
            @Nullable String communeName,
            @Nullable String phone,
            @Nullable String mssante) {

        /// « Dr Anne MOREL » for a physician, « Lucie PETIT » for anybody else.
        public String displayName() {
            var name = givenName + " " + familyName.toUpperCase(java.util.Locale.FRENCH);
            return physician() ? "Dr " + name : name;
        }

        /// Whether the profession is one of the physicians’ (codes `MEDECIN…`).
        public boolean physician() {
            return profession.startsWith("MEDECIN");
        }
    }
}
