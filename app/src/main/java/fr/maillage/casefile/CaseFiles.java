package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one way to a person's file. Every page about a person calls [#open] first: it decides who
/// may, leaves the trace, and gives the banner; every act calls [#openToWrite].
public interface CaseFiles {

    /// Opens a part of the file for who is signed in, and leaves a line in the trail. Throws
    /// `NotFound` when there is no such person for them: another structure's, not of their circle,
    /// or a part they may not see.
    OpenFile open(PatientId patient, Part part);

    /// As [#open], for an act: no line of reading (the act leaves its own). For somebody of several
    /// structures, call the writing service inside
    /// `SignedIn.current().tenancy().actingFor(file.network())`.
    OpenFile openToWrite(PatientId patient, Part part);

    /// The files of a list that open to who is signed in, as [#openToWrite] would one after the
    /// other, in the order asked; those that do not open are not in it. No line of reading: the
    /// list leaves its own by `Trail.listed`.
    Map<PatientId, OpenFile> opening(Collection<PatientId> patients, Part part);

    /// The file as this member of the circle would open it, with what they were given: what a
    /// preview shows. A relative sees what the person sees. Empty when it does not open to them.
    /// What only the audience of a concern reads is not in it. No line of reading: the caller has
    /// opened the file.
    Optional<OpenFile> seenBy(PatientId patient, UUID actor);

    /// The file as the person would open it; empty once they died. See [#seenBy].
    Optional<OpenFile> seenByThePerson(PatientId patient);

    /// The open accompaniment of a person, active or watched.
    Optional<Support> current(PatientId patient);

    /// Every accompaniment, latest first.
    List<Support> all(PatientId patient);

    /// Who is around the person on `day`, main actors first.
    List<Actor> circle(PatientId patient, LocalDate day);

    /// Parts of a file, with their audience: clinical parts for coordinators and doctors of the
    /// team and members of the circle who were given them; the others for the whole team. Documents
    /// have each their own audience besides.
    enum Part {
        SYNTHESE(false),
        IDENTITE(false),
        DEMANDES(false),
        DROITS(false),
        CERCLE(false),
        CONTACTS(false),
        COURRIERS(false),
        DOCUMENTS(false),
        LIGNE_DE_VIE(false),
        EVALUATIONS(true),
        PPS(true),
        SUIVI(true);

        private final boolean clinical;

        Part(boolean clinical) {
            this.clinical = clinical;
        }

        /// Health content.
        public boolean clinical() {
            return clinical;
        }
    }

    /// Who opened, and what of it they may read. A page that opens for a member of the circle shows
    /// them the parts of `parts` and nothing else; with TACHES alone, the tasks that are theirs and
    /// the texts of the plan that are everybody's, the crisis plan among them.
    ///
    /// @param clinical whether health content may be shown to who is signed in
    /// @param parts what a member of the circle was given (SOINS, MEDICAL, PSYCHOLOGIQUE, SOCIAL,
    ///   EDUCATION, AIDE, TACHES); everything for the clinical team and the person, nothing for
    ///   secretaries and heads
    record OpenFile(
            PatientId patient,
            NetworkId network,
            Banner banner,
            boolean clinical,
            Set<String> parts) {}

    /// What stands on top of every page of a person.
    ///
    /// @param name `LEROY Odette`
    /// @param age « 84 ans », or « âge inconnu »
    /// @param ins « INS qualifiée »…
    /// @param level null when no accompaniment is open
    /// @param levelLabel « Niveau 3 », « Veille », « Clos le 5 avril 2026, déménagement »
    /// @param warnings « Consignes de crise », « Isolée »…, what cannot wait first
    /// @param tabs tabs who is signed in may open, the current one marked by the page: synthese,
    ///   pps, suivi, ligne-de-vie, evaluations, cercle, droits, demandes, identite
    /// @param crisis what to do in a crisis, for who reads; null once the person died
    /// @param actions acts on the accompaniment open to who is signed in (inclusion, niveau,
    ///   sejours, sortie…)
    record Banner(
            String id,
            String name,
            String born,
            String age,
            String commune,
            String ins,
            boolean insQualified,
            @Nullable Integer level,
            String levelLabel,
            @Nullable String coordinator,
            String doctor,
            List<Warning> warnings,
            List<Tab> tabs,
            List<Tab> actions,
            boolean deceased,
            @Nullable Crisis crisis) {

        /// The family name: the words in capitals that begin [#name()].
        public String family() {
            return PersonName.familyOf(name);
        }

        /// What follows [#family()]; empty when nothing does.
        public String given() {
            return PersonName.givenOf(name);
        }
    }

    /// What to do when things go wrong, one click from the top of every page, as far as who reads
    /// may know it.
    ///
    /// @param href the page that says it, for who reads without script
    /// @param sheet the sheet for an emergency room; null for who may not read it
    /// @param treats whether health content is in it
    /// @param medical instructions for those who treat; null for the others
    /// @param directives what is known of anticipated directives; null for those who do not treat
    /// @param written when and by whom; null when nobody wrote anything
    record Crisis(
            String href,
            @Nullable String sheet,
            boolean treats,
            List<Call> calls,
            @Nullable String callFirst,
            @Nullable String actions,
            @Nullable String medical,
            @Nullable String directives,
            @Nullable String written) {

        /// Whom to call and what to do, as one text; null when neither is said.
        public @Nullable String words() {
            return CrisisPlans.joined(callFirst, actions);
        }
    }

    /// Somebody to call.
    ///
    /// @param quality « personne de confiance, fille »
    /// @param dial digits, when the number is one
    record Call(String name, String quality, @Nullable String phone, @Nullable String dial) {}

    /// A precaution every page of the file says.
    ///
    /// @param tone a class of the style sheet: `is-late` for a danger or a refusal, `is-due` for
    ///   what to know, empty for what says nothing to who reads over the shoulder
    /// @param icon its icon; colour never says it alone
    /// @param href where it is explained; null when the words are all there is
    record Warning(String text, String tone, String icon, @Nullable String href) {}

    /// A tab of the file.
    record Tab(String key, String href, String label) {}

    /// An accompaniment.
    record Support(
            UUID id,
            PatientId patient,
            String themeCode,
            String status,
            LocalDate openedOn,
            @Nullable LocalDate includedOn,
            int level,
            String intensity,
            @Nullable UUID coordinatorId,
            @Nullable LocalDate closedOn,
            @Nullable String exitReason) {}

    /// A member of the circle.
    ///
    /// @param group PROFESSIONNEL_DE_SANTE, ETABLISSEMENT, CLIC, MEDICO_SOCIAL, RESEAU, MAIA or
    ///   PROCHE
    record Actor(
            UUID id,
            String kind,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String rpps,
            @Nullable String phone,
            @Nullable UUID accountId,
            Set<String> parts) {

        /// What they are to the person, in words: « Infirmière, acteur principal ».
        public String quality() {
            var words =
                    switch (role) {
                        case "MEDECIN_TRAITANT" -> "médecin traitant";
                        case "COORDONNATEUR_DE_CAS" -> "coordonnateur de cas";
                        case "AIDANT_PRINCIPAL" -> "aidant principal";
                        case "PERSONNE_A_PREVENIR" -> "personne à prévenir";
                        case "PERSONNE_DE_CONFIANCE" -> "personne de confiance";
                        case "REPRESENTANT_LEGAL" -> "représentant légal";
                        case "PROCHE" -> "proche";
                        default -> profession == null ? "intervenant" : "";
                    };
            var start =
                    profession == null || role.equals("MEDECIN_TRAITANT")
                            ? words
                            : words.isEmpty() ? profession : profession + ", " + words;
            return Typography.capital(
                    main && role.equals("INTERVENANT") ? start + ", acteur principal" : start);
        }
    }
}
