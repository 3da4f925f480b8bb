package fr.maillage.directory.internal.load;

import java.time.LocalTime;
import fr.maillage.directory.Source;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits and files of the directory, `maillage.directory.*`.
///
/// @param most text of a file read at most, unfolded: 8 GB unless said otherwise. The largest
///   extraction has less than 1.5 GB
/// @param persons an extraction of persons and activities to load at start; none unless said
/// @param communes official list of communes; `mergers`, what became of former ones; `populations`,
///   their inhabitants
/// @param expertise savoir-faire; `diplomas` and `mailboxes` likewise; `finess` establishments;
///   `ror` offers
/// @param folder where scheduled tasks of the machine put the files, read each night at `folderAt`;
///   none unless said
/// @param confirmed a file more than a fifth smaller than what is in use is wanted
@ConfigurationProperties("maillage.directory")
public record ImportProperties(
        @DefaultValue("8GB") DataSize most,
        @Nullable Path persons,
        @Nullable Path communes,
        @Nullable Path mergers,
        @Nullable Path populations,
        @Nullable Path expertise,
        @Nullable Path diplomas,
        @Nullable Path mailboxes,
        @Nullable Path finess,
        @Nullable Path ror,
        @Nullable Path folder,
        @DefaultValue("00:40") LocalTime folderAt,
        @DefaultValue("false") boolean confirmed) {

    /// [#most] in bytes.
    public long mostBytes() {
        return most.toBytes();
    }

    /// What is to be loaded at start, in the order it is needed.
    Map<Source, Path> files() {
        var files = new LinkedHashMap<Source, Path>();
        for (var source : Sources.LOADED) {
            var path = file(source);
            if (path != null) files.put(source, path);
        }
        return files;
    }

    private @Nullable Path file(Source source) {
        return switch (source) {
            case PERSONNES -> persons;
            case SAVOIR_FAIRE -> expertise;
            case DIPLOMES -> diplomas;
            case MSSANTE -> mailboxes;
            case FINESS -> finess;
            case COMMUNES -> communes;
            case FUSIONS -> mergers;
            case POPULATIONS -> populations;
            case ROR -> ror;
            default -> null;
        };
    }
}
