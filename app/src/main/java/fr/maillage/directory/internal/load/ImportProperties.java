package fr.maillage.directory.internal.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of the files of the directory, `maillage.directory.*`.
///
/// @param most text of a file read at most, unfolded: 8 GB unless said otherwise. The largest
///   extraction has less than 1.5 GB
/// @param persons an extraction of persons and activities to load at start; none unless said
/// @param confirmed a file more than a fifth smaller than what is in use is wanted
@ConfigurationProperties("maillage.directory")
record ImportProperties(
        @DefaultValue("8GB") DataSize most,
        @Nullable Path persons,
        @DefaultValue("false") boolean confirmed) {

    long mostBytes() {
        return most.toBytes();
    }
}
