package fr.maillage.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Skills (savoir-faire), diplomas and authorisations of professionals, as their extractions give
/// them. A reference, the same for every structure. Source: Annuaire Santé, extractions en libre
/// accès.
public interface Qualifications {

    /// What a professional (RPPS, or ADELI) holds, in words; empty lists for somebody whose
    /// extractions say nothing.
    Held of(String number);

    /// Skills of these professionals, by number, ordinal specialties first; those who have none are
    /// not in it. One statement whatever their number.
    Map<String, List<Skill>> skills(Collection<String> numbers);

    /// @param diplomas and titles
    /// @param authorisations to practise without the French diploma, with their discipline
    record Held(List<Skill> skills, List<Skill> diplomas, List<Skill> authorisations) {

        public boolean none() {
            return skills.isEmpty() && diplomas.isEmpty() && authorisations.isEmpty();
        }
    }

    /// @param type what it is: « Spécialité ordinale », « Capacité », « Diplôme d’État »; "" when
    ///   the file does not say
    /// @param label « Gériatrie »
    record Skill(String type, String label) {}
}
