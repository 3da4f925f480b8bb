package fr.maillage.agenda.internal;

/// What an appointment is, in words that name nobody.
public final class KindWords {

    /// Somebody answers the telephone of the structure.
    public static final String ON_CALL = AgendaText.ON_CALL;

    private KindWords() {}

    /// The words of a stored kind.
    public static String of(String kind) {
        return Kind.valueOf(kind).label;
    }
}
