package fr.maillage.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// There is no such thing, or it is not theirs: the same answer for both, so that asking teaches
/// nothing.
public class NotFound extends RuntimeException {

    private final String what;
    private final transient @Nullable UUID id;

    /// @param what the kind of thing (`pps`, `dossier`…), never what was typed
    public NotFound(String what, @Nullable UUID id) {
        super("no such " + what);
        this.what = what;
        this.id = id;
    }

    /// The kind of thing.
    public String what() {
        return what;
    }

    /// What was asked for, when it was an identifier.
    public @Nullable UUID id() {
        return id;
    }
}
