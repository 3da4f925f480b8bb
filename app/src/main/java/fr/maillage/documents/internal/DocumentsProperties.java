package fr.maillage.documents.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How documents are received and kept.
///
/// @param store where new contents go; those already kept are read wherever they are
/// @param folder folder of contents kept outside the database; by default `documents` in the data
///   directory
/// @param maxFileSize largest file accepted
/// @param antivirus `host:port` of a clamd; absent: none, and the pages say so
/// @param antivirusTimeout how long its answer is waited for
/// @param textPages pages of a PDF whose text is read
/// @param textTime how long reading the text of one document may take
@ConfigurationProperties("maillage.documents")
record DocumentsProperties(
        @DefaultValue("DATABASE") Store store,
        @Nullable Path folder,
        @DefaultValue("20MB") DataSize maxFileSize,
        @Nullable String antivirus,
        @DefaultValue("20s") Duration antivirusTimeout,
        @DefaultValue("300") int textPages,
        @DefaultValue("20s") Duration textTime) {

    /// Where a content is kept.
    enum Store {
        DATABASE("BASE"),
        FOLDER("DOSSIER");

        private final String code;

        Store(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
