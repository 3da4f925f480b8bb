package fr.maillage.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A form sent twice (double click, back button, a retry after a cut) is done once. Each form is
/// printed with a token; the second sending is led where the first one went.
public interface SentForms {

    /// Runs `act` in a transaction unless this token was already used, and returns the address to
    /// go to. A token that is absent or malformed is no protection, and no obstacle: the act runs.
    /// When `act` throws, the token stays unused.
    String once(@Nullable String token, Supplier<String> act);

    /// A new token for a form about to be shown.
    static String token() {
        return UUID.randomUUID().toString();
    }
}
