package fr.maillage.directory.internal.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody should do something about, said on top of the pages of the national directory and
/// nowhere else: nothing when all is well.
public interface Worries {

    List<Worry> worries();

    /// @param late whether what is in use grows old; else something is to be looked at
    /// @param href where it is to be seen; null when nowhere else
    record Worry(String words, boolean late, @Nullable String href) {}
}
