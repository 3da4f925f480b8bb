package fr.maillage.web;

import jakarta.servlet.http.HttpServletRequest;

/// A form with files that weighs more than the server reads: its fields came through, its files did
/// not. The page asks here first, and answers 413 with everything typed.
public final class TooLarge {

    /// Request attribute: the limit, in bytes.
    public static final String LIMIT = "maillage.too-large";

    private TooLarge() {}

    /// Whether the files of this form were left unread because of their weight.
    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(LIMIT) != null;
    }

    /// The limit, in bytes; 0 when it was not passed.
    public static long limit(HttpServletRequest request) {
        return request.getAttribute(LIMIT) instanceof Long limit ? limit : 0;
    }
}
