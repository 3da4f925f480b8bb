package fr.maillage.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the national directory holds and since when, as its editions recorded it: nothing is
/// counted when this is asked.
public interface NationalEditions {

    /// The last edition taken of each source, in the order of [Source], even when it changed
    /// nothing; a source that was never loaded is not in it.
    List<InUse> inUse();

    /// @param held lines in use once it was taken; null when it did not say
    /// @param day of the extraction, as the name of its file says; else the day it was loaded
    /// @param extracted whether it is the former
    record InUse(Source source, @Nullable Long held, LocalDate day, boolean extracted) {}
}
