package fr.maillage.portal.internal;

import fr.maillage.kernel.Typography;
import org.jspecify.annotations.Nullable;

/// To whom the plan speaks: the person, or a relative who reads it with them. A daughter is not
/// told « votre plan » about her mother's. The words are those of [PortalText].
///
/// @param kin « votre mère », « votre proche »; null for the person
/// @param name « Odette LEROY »
/// @param feminine agreement with the person
public record Reader(@Nullable String kin, String name, boolean feminine) {

    /// The person reads.
    static Reader person(String name, boolean feminine) {
        return new Reader(null, name, feminine);
    }

    /// A relative reads; `relation` is what they are to the person, as the circle says it.
    static Reader relative(@Nullable String relation, String name, boolean feminine) {
        return new Reader(PortalText.kin(relation, feminine), name, feminine);
    }

    /// The person, not somebody for them.
    public boolean self() {
        return kin == null;
    }

    /// What is said, as it is said to who reads.
    String tell(Said said) {
        return self() ? said.toThePerson() : feminine ? said.ofHer() : said.ofHim();
    }

    /// « Votre plan », « Le plan de votre mère, Odette LEROY ».
    public String planTitle() {
        return kin == null ? "Votre plan" : PortalText.planOf(kin + ", " + name);
    }

    /// « Mon plan », « Le plan d’Odette LEROY »: title of the window and of the rail.
    public String shortTitle() {
        return self() ? "Mon plan" : PortalText.planOf(name);
    }

    public String wishTitle() {
        return tell(PortalText.WISH);
    }

    public String circleTitle() {
        return tell(PortalText.CIRCLE);
    }

    public String relativesTitle() {
        return tell(PortalText.RELATIVES);
    }

    public String referentTitle() {
        return tell(PortalText.REFERENT);
    }

    public String accessTitle() {
        return tell(PortalText.OPENED);
    }

    public String doctor() {
        return tell(PortalText.DOCTOR);
    }

    public String everything() {
        return tell(PortalText.EVERYTHING);
    }

    public String noPlan() {
        return kin == null
                ? "Votre plan n’est pas encore écrit."
                : Typography.capital(kin) + " n’a pas encore de plan écrit.";
    }

    public String writtenWith() {
        return tell(PortalText.WRITTEN_WITH);
    }

    /// How the reader may refuse that a member of the circle reads the file.
    public String mayOppose() {
        return tell(PortalText.MAY_OPPOSE);
    }
}
