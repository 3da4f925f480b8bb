package fr.maillage.followup.internal;

/// Codes of contacts in words, for those who count them.
public final class ContactWords {

    private ContactWords() {}

    public static String channel(String code) {
        return Channel.valueOf(code).label;
    }

    public static String direction(String code) {
        return Direction.valueOf(code).label;
    }

    public static String reached(String code) {
        return Reached.valueOf(code).label;
    }
}
