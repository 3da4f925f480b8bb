package fr.maillage.platform.internal;

import java.util.List;
import java.util.Map;

/// What an archive says of itself; its last entry, so that an archive without it is not whole.
///
/// @param format version of the archive's layout
/// @param writtenAt instant, UTC
/// @param modules version of each module's schema, as Flyway knows it
/// @param sequences last value of each sequence that has one
record Manifest(
        int format,
        String writtenAt,
        Map<String, String> modules,
        List<Table> tables,
        Map<String, Long> sequences,
        List<Document> documents) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /// @param name schema and table
    /// @param columns the stored ones, in order; those that the database computes are left out
    /// @param digest sum over the lines of a 64-bit hash of each, whatever their order: compared
    ///   after a restore
    /// @param sha256 of the uncompressed entry `tables/<name>`
    record Table(String name, List<String> columns, long rows, String digest, String sha256) {
        String entry() {
            return "tables/" + name;
        }
    }

    /// @param path below the folder of documents
    /// @param sha256 of the uncompressed entry `documents/<path>`
    record Document(String path, long size, String sha256) {
        String entry() {
            return "documents/" + path;
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
