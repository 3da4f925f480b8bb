package fr.maillage.followup.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/// Where to go after an act, when the page it was done from says so: one of ours, by its path.
public final class Back {

    private Back() {}

    /// The page the browser says the form was sent from, without what follows its path, when `ours`
    /// (a regular expression) knows it; else `otherwise`.
    public static String from(HttpServletRequest request, String ours, String otherwise) {
        var referer = request.getHeader("Referer");
        if (referer == null) return otherwise;
        try {
            var path = URI.create(referer).getPath();
            return path != null && path.matches(ours) ? path : otherwise;
        } catch (IllegalArgumentException _) {
            return otherwise;
        }
    }

    /// `asked` when it is the path of a page of ours, else `otherwise`.
    static String to(String asked, String otherwise) {
        return asked.matches(
                        "/(journee|taches|agenda|contacts|dossiers/[0-9a-f-]{36}/suivi)(\\?[a-z]+=[a-z0-9-]+(&[a-z]+=[a-z0-9-]+)*)?")
                ? asked
                : otherwise;
    }
}
