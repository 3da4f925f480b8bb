package fr.maillage.directory.internal.refresh;

import org.jspecify.annotations.Nullable;

/// Why a list was not taken to its end.
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final What what;

    Trouble(What what, @Nullable Throwable cause) {
        super(what.name(), cause);
        this.what = what;
    }

    What what() {
        return what;
    }

    enum What {
        /// No answer, a cut one, or one that is no FHIR, as many times as one tries.
        UNREACHABLE,
        /// It answers by drops: no whole answer in the time there is.
        SLOW,
        /// It says that it is busy, or for longer than one waits.
        BUSY,
        /// It does not let us in.
        REFUSED,
        /// It answers that the question is wrong, or something unexpected.
        ANSWER,
        /// Its pages come round.
        LOOP,
        /// Its next page is at another address: our key is not sent there.
        ELSEWHERE,
        /// It gave fewer resources than it announced.
        INCOMPLETE,
        /// Its answer has no end.
        HUGE,
        /// Its address is not encrypted: our key is not sent there.
        IN_CLEAR,
        /// It answered, and what it gave could not be taken in.
        NOT_TAKEN
    }
}
