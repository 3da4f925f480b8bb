package fr.maillage.network.internal.opening;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Structures of the installation, and the form that opens one.
public record OpeningPage(
        List<Row> rows,
        List<Choice> kinds,
        List<Choice> regions,
        List<Choice> themes,
        Sent form,
        FormErrors errors) {

    /// @param access where a new password for its head is made; null once a head chose theirs
    public record Row(
            String name, String kind, String region, String since, @Nullable String access) {}

    public record Choice(String code, String label) {}

    /// What is told once to who hands it over.
    public record Opened(String title, String sub, String login, String password) {
        @Override
        public String toString() {
            return "Opened[" + title + "]";
        }
    }
}
