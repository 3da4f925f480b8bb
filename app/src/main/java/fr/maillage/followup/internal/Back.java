package fr.maillage.followup.internal;

/// Where to go after an act, when the page it was done from says so: one of ours, by its path.
final class Back {

    private Back() {}

    /// `asked` when it is the path of a page of ours, else `otherwise`.
    static String to(String asked, String otherwise) {
        return asked.matches(
                        "/(journee|taches|agenda|contacts|dossiers/[0-9a-f-]{36}/suivi)(\\?[a-z]+=[a-z0-9-]+(&[a-z]+=[a-z0-9-]+)*)?")
                ? asked
                : otherwise;
    }
}
