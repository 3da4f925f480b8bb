/// Scanned and received files: kept whole and checksummed, shown to their audience alone, found by
/// their text; and the tray of what came without a name. Doors: [fr.maillage.documents.Documents]
/// for pages of other modules, [fr.maillage.documents.StoredContents] for a backup.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "directory",
            "network",
            "registry",
            "patient",
            "intake",
            "casefile"
        })
@NullMarked
package fr.maillage.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
