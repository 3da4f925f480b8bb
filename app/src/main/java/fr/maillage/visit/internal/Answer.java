package fr.maillage.visit.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a telephone is told of an entry. It erases what was accepted, keeps everything else.
///
/// @param version of the draft now, for an evaluation
/// @param another whether it may be made into another evaluation, theirs being completed
record Answer(
        State state,
        String sentence,
        List<Side> sides,
        @Nullable Integer version,
        boolean another) {

    enum State {
        ACCEPTED,
        REFUSED,
        CONFLICT
    }

    /// The same thing as a colleague said it and as the visitor did.
    record Side(String what, String theirs, String yours) {}

    static Answer accepted(String sentence, @Nullable Integer version) {
        return new Answer(State.ACCEPTED, sentence, List.of(), version, false);
    }

    static Answer refused(String sentence) {
        return new Answer(State.REFUSED, sentence, List.of(), null, false);
    }

    static Answer conflict(String sentence, List<Side> sides) {
        return new Answer(State.CONFLICT, sentence, sides, null, false);
    }
}
