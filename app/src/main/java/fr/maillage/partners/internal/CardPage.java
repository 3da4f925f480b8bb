package fr.maillage.partners.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The card of a professional, a structure or an offer: what the national file says, and apart from
/// it what the structure knows.
///
/// @param here its address, under which each form is posted
/// @param source « Annuaire national », « Carnet de la structure », « Répertoire de l’offre (ROR) »
/// @param places each place of work, or the place itself
/// @param gone « l’annuaire national ne la connaît plus »; "" when it does
/// @param said what the file says of an offer besides: places, ages, hours
/// @param qualified skills and diplomas; null for a structure, or when no file of them was loaded
/// @param join where it is added to somebody's circle; null for who may not
/// @param membership where they stand in the network; "" when nothing is noted
/// @param member whether they belong to it today
/// @param joining fields of the joining sent as they are; null when it cannot be noted here
/// @param own whether the structure added it itself
/// @param local what joins somebody added here to their national line; null for anybody else
/// @param forms by name: `fiche`, `disponibilite`, `note`, `contact`, `erreur`
/// @param mayWrite whether who reads is of the team
public record CardPage(
        String here,
        String sort,
        String name,
        String what,
        String number,
        String source,
        List<Place> places,
        String gone,
        List<Line> said,
        @Nullable Qualified qualified,
        @Nullable String join,
        String membership,
        boolean member,
        @Nullable Joining joining,
        boolean own,
        @Nullable Local local,
        List<Line> facts,
        String changed,
        List<Seen> seen,
        List<Contact> contacts,
        List<Note> notes,
        List<Line> agreements,
        List<Line> mistakes,
        Map<String, Sent> forms,
        @Nullable String conflict,
        Map<String, Map<String, String>> choices,
        boolean mayWrite,
        boolean head) {

    /// A place of work as the national file gives it.
    public record Place(
            String name,
            String what,
            String address,
            @Nullable String phone,
            @Nullable String dial,
            @Nullable String email,
            @Nullable String mssante,
            @Nullable String structure) {}

    /// Skills, diplomas and authorisations to practise, each with its type.
    ///
    /// @param source which editions say it, of what day
    public record Qualified(
            List<Line> skills, List<Line> diplomas, List<Line> authorisations, String source) {

        public boolean none() {
            return skills.isEmpty() && diplomas.isEmpty() && authorisations.isEmpty();
        }
    }

    /// What is sent to note that somebody joins.
    public record Joining(
            String name, String profession, @Nullable String rpps, Map<String, String> statuses) {}

    /// Somebody added here.
    ///
    /// @param candidates national lines of the same name: number and words
    public record Local(Map<String, String> candidates) {}

    /// A word and what it says.
    public record Line(String label, String words) {}

    public record Seen(String tone, String words, String by) {}

    public record Contact(
            String id,
            String name,
            String function,
            @Nullable String phone,
            @Nullable String dial,
            @Nullable String email) {}

    public record Note(String id, String words, String audience, String by) {}
}
