package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The public form, for one structure.
public record PublicPage(
        Place structure,
        PublicForm form,
        FormErrors errors,
        String once,
        List<Choice> qualities,
        List<Choice> motives,
        List<Choice> degrees,
        List<Choice> agreements) {

    /// A structure one may ask.
    ///
    /// @param closed it takes no request here: only by telephone
    /// @param near its own territory holds the commune asked about
    public record Place(
            String id,
            String name,
            String phone,
            String hours,
            String commune,
            boolean near,
            boolean closed) {}

    /// Which structure, by the commune of the person.
    public record Choosing(String commune, List<Place> places, FormErrors errors, boolean asked) {}

    /// What the sender keeps.
    public record Receipt(
            String number,
            String code,
            String when,
            Place structure,
            boolean urgent,
            @Nullable String mail) {}

    /// How far a request is, for its sender.
    public record Stage(String words, String detail) {}

    /// What became of a request, for who holds its number and code.
    public record State(String number, String code, @Nullable Stage stage, FormErrors errors) {}

    /// A request to be checked.
    public record Waiting(
            String id,
            String number,
            String person,
            String asker,
            String when,
            String exact,
            String urgency,
            boolean urgent,
            int files,
            boolean signal) {

        /// Where it is checked.
        public String href() {
            return "/demandes/" + (signal ? "signal" : "nouvelle") + "?arrivee=" + id;
        }
    }
}
