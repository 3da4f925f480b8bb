package fr.maillage.portability.internal;

import fr.maillage.portability.internal.reading.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet of the file.
///
/// @param part what its lines are; null when it is left out
record SheetRow(
        int rank, String name, @Nullable Part part, List<String> headings, List<String> notes) {

    SheetRow {
        headings = List.copyOf(headings);
        notes = List.copyOf(notes);
    }
}
