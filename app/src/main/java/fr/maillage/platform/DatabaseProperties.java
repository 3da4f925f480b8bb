package fr.maillage.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data live.
///
/// @param data directory of the embedded PostgreSQL and its secrets
/// @param database an external PostgreSQL (18 or newer) instead
/// @param privileges how a server started by root gives up its rights: `auto`, `unshare` or
///   `setpriv`
@ConfigurationProperties("maillage")
public record DatabaseProperties(
        @DefaultValue("./var") Path data,
        @DefaultValue External database,
        @DefaultValue("auto") String privileges) {

    /// The folder of documents kept outside the database.
    ///
    /// @param chosen by `maillage.documents.folder`; beside the data when absent
    public Path documents(@Nullable Path chosen) {
        return chosen == null ? data.resolve("documents") : chosen;
    }

    /// @param url JDBC URL; absent means the embedded server. It may carry `user` and `password`
    /// @param owner role that owns the schema and migrates it; needs CREATEROLE unless `user`
    ///   exists
    /// @param ownerPassword its password
    /// @param user role of the pool; created when it does not exist
    /// @param password its password; by default derived from the owner's, so that one URL is enough
    /// @param poolSize connections of one node
    public record External(
            @Nullable String url,
            @Nullable String owner,
            @Nullable String ownerPassword,
            @DefaultValue("maillage_app") String user,
            @Nullable String password,
            @DefaultValue("20") int poolSize) {}
}
