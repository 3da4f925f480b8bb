package fr.maillage.directory.internal.load;

/// Told where an import stands.
interface Progress {

    /// Bytes of the text announced; negative when nobody knows.
    void opened(long bytes);

    /// @param bytes of text read so far in this step; 0 when it reads none
    void at(Editions.Step step, long bytes, long lines);
}
